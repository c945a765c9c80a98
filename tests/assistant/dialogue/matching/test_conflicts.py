"""Conflicts: another measure, level, year, time, ordinal or limit than was asked."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from assistant.dialogue.matching.conflicts import checks_of, conflicts_of
from assistant.dialogue.matching.zones import zones_of
from assistant.dialogue.question import Ask, Qualifiers, Question
from knowledge import (
    Commitment,
    Deadline,
    Evidence,
    Fact,
    Indicator,
    LetterHead,
    Listing,
    Place,
    ReplyLetter,
    Span,
)

HEAD = LetterHead(1, "letter.txt", ReplyLetter(agency="清河县水务局", date=date(2024, 9, 8)), "")
PUMPS = "现有泵站12座。"


def evidence(fact: Fact, quote: str) -> Evidence:
    place = Place("7-1-1", "一", Span(0, len(quote)), Span(0, len(quote)))
    return Evidence(replace(fact, place=place), HEAD, quote)


def figure(name: str = "泵站", quote: str = PUMPS, **values: object) -> Evidence:
    place = Place("", "", Span(0, 0), Span(0, 0))
    return evidence(Indicator(name, Decimal(12), "座", place, **values), quote)  # type: ignore[arg-type]


def promise(quote: str, latest: date) -> Evidence:
    place = Place("", "", Span(0, 0), Span(0, 0))
    return evidence(Commitment(quote, Deadline("年底前", None, latest, "month"), place), quote)


def against(row: Evidence, text: str, *asks: Ask, **qualifiers: object) -> tuple[str, ...]:
    says = {name: frozenset(values) for name, values in qualifiers.items()}  # type: ignore[call-overload]
    question = Question(text, asks, qualifiers=Qualifiers(**says))
    return conflicts_of(checks_of(question, ["清河县水务局"]), question, row, zones_of(row))


@pytest.mark.parametrize(
    ("has", "asked", "fits"),
    [
        ("存量", "存量", True),
        ("新增", "新增", True),
        ("存量", "新增", False),
        ("新增", "存量", False),
        ("目标", "存量", False),
        ("存量", "目标", False),
        ("预计", "目标", True),
        ("增长率", "增量", True),
        ("数量", "增量", False),
        ("存量", "预计", False),
    ],
)
def test_a_measure_is_not_another(has: str, asked: str, fits: bool) -> None:
    assert (against(figure(measure=has), "泵站多少座", measure=[asked]) == ()) is fits


@pytest.mark.parametrize(
    ("level", "asked", "fits"),
    [("市级", "市级", True), ("国家级", "市级", False), (None, "市级", False)],
)
def test_a_level_is_not_another(level: str | None, asked: str, fits: bool) -> None:
    assert (against(figure(level=level), "多少座", level=[asked]) == ()) is fits


@pytest.mark.parametrize(
    ("quote", "values", "year", "fits"),
    [
        ("2023年新建泵站12座。", {"year": 2023}, 2023, True),
        ("2023年新建泵站12座。", {"year": 2023}, 2024, False),
        # no year in the words: that of the day it speaks of, else of the letter
        (PUMPS, {"as_of": date(2023, 12, 31)}, 2023, True),
        (PUMPS, {"as_of": date(2023, 12, 31)}, 2024, False),
        (PUMPS, {}, 2024, True),
        (PUMPS, {}, 2021, False),
    ],
)
def test_a_year_is_not_another(quote: str, values: dict, year: int, fits: bool) -> None:  # type: ignore[type-arg]
    assert (against(figure(quote=quote, **values), "多少座", years=[year]) == ()) is fits


@pytest.mark.parametrize(
    ("text", "quote", "fits"),
    [
        ("第四届评审几家", "第四届评审12家。", True),
        ("第三届评审几家", "第四届评审12家。", False),
        ("上届评审几家", "第四届评审12家。", False),
        ("第4届评审几家", "第四届评审12家。", True),
        ("三期泵站几座", "二期泵站12座。", False),
        ("二期泵站几座", "二期泵站12座。", True),
        ("80岁以上几人", "60岁以上12人。", False),
        ("20年以上管网几公里", "管网12公里。", False),
        ("20年以上管网几公里", "20年以上管网12公里。", True),
    ],
)
def test_ordinals_phases_ages_and_limits_have_to_be_named(
    text: str, quote: str, fits: bool
) -> None:
    assert (against(figure(quote=quote), text) == ()) is fits


def test_what_was_counted_until_may_is_no_figure_of_september() -> None:
    may = figure(quote="截至5月，现有泵站12座。", as_of=date(2024, 5, 31))

    assert against(may, "截至8月有多少座", Ask.FIGURE)
    assert not against(may, "截至5月有多少座", Ask.FIGURE)


def test_a_promise_of_december_is_none_of_june() -> None:
    row = promise("新建泵站2座", date(2024, 12, 31))

    assert against(row, "6月底前完成吗", Ask.YESNO)
    assert not against(row, "12月底前完成吗", Ask.YESNO)


def test_what_is_promised_has_not_been_built() -> None:
    row = promise("新建泵站2座", date(2024, 12, 31))

    assert against(row, "新建了多少座泵站", Ask.FIGURE)


def test_five_industries_are_not_the_four() -> None:
    place = Place("", "", Span(0, 0), Span(0, 0))
    row = evidence(Listing("产业", (), place, count=5), "五大产业。")

    assert against(row, "四大产业有哪些")
    assert not against(row, "五大产业有哪些")


def test_what_is_set_aside_is_not_meant() -> None:
    row = figure(name="助理工程师", quote="助理工程师12人。")
    question = Question("工程师有多少人", (), without=("助理",))

    assert conflicts_of([], question, row, zones_of(row)) == ("不算在内：助理",)


def test_a_plain_question_contradicts_nothing() -> None:
    assert against(figure(), "泵站有多少座", Ask.FIGURE) == ()


@pytest.mark.parametrize(
    ("question", "more"),
    [
        (Question("全区知名品牌有多少个", ()), 0),
        # the year
        (Question("2021年有多少个", (), qualifiers=Qualifiers(years=frozenset({2021}))), 1),
        # the phase
        (Question("水厂三期有多少个", ()), 1),
        # the city above the office's district, and a place; the district itself
        (Question("重庆市有多少个", ()), 1),
        (Question("有多少个", (), qualifiers=Qualifiers(places=frozenset({"凤山镇"}))), 1),
        (Question("大足区有多少个", ()), 0),
    ],
)
def test_a_fact_is_looked_at_only_for_what_is_asked(question: Question, more: int) -> None:
    agencies = ["重庆市大足区市场监督管理局"]

    plain = checks_of(Question("知名品牌有多少个", ()), agencies)

    assert len(checks_of(question, agencies)) == len(plain) + more
