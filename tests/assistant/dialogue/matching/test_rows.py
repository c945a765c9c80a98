"""Rows: the facts of a letter, and where a word stands in them."""

from datetime import date
from decimal import Decimal

import pytest

from assistant.dialogue.matching.rows import (
    KeptRows,
    LetterRows,
    is_had,
    leads_to,
    support_of,
    without_repeats,
)
from assistant.dialogue.question import Support, Word
from knowledge import (
    Commitment,
    Evidence,
    Fact,
    Indicator,
    LetterHead,
    Library,
    Place,
    Recognition,
    ReplyLetter,
    Span,
)

LAMPS = "北环路全长5.2公里，现有路灯96盏。"
STANDARDS = "国家标准已发布5项，行业标准正在制定3项。"
HEAD = LetterHead(1, "letter.txt", ReplyLetter(date=date(2024, 9, 8)), "")


def figure(quote: str, name: str, clause: str, **values: object) -> Evidence:
    start = quote.index(clause)
    place = Place("7-1-1", "一", Span(start, start + len(clause)), Span(0, len(quote)))
    fact = Indicator(name, Decimal(1), "个", place, **values)  # type: ignore[arg-type]
    return Evidence(fact, HEAD, quote, headings=("一、城市建设",))


def letter(*rows: Evidence) -> LetterRows:
    return LetterRows(rows)


ROADS = letter(
    figure(LAMPS, "北环路全长", "北环路全长5.2公里"), figure(LAMPS, "路灯", "现有路灯96盏")
)
DRAFTED = letter(
    figure(STANDARDS, "国家标准", "国家标准已发布5项", status="已发布"),
    figure(STANDARDS, "行业标准", "行业标准正在制定3项", status="正在制定"),
)


def word(text: str, *forms: str, whole: bool = False) -> Word:
    return Word(text, (text, *forms), whole=whole)


@pytest.mark.parametrize(
    ("text", "support"),
    [
        ("路灯", Support.CORE),
        ("现有", Support.OWN),
        ("城市建设", Support.CONTEXT),
        ("地铁", Support.NONE),
    ],
)
def test_the_strongest_place_of_a_word_counts(text: str, support: Support) -> None:
    assert support_of(word(text), ROADS.rows[1]) is support


@pytest.mark.parametrize(
    ("asked", "core"),
    [
        (word("灯具", "路灯"), True),  # by another name
        (word("A级"), False),
        (word("行业标准"), False),
    ],
)
def test_a_word_stands_in_any_of_its_forms(asked: Word, core: bool) -> None:
    assert (support_of(asked, ROADS.rows[1]) is Support.CORE) is core


@pytest.mark.parametrize(
    ("text", "quote", "whole", "stands"),
    [
        # latin letters stand for themselves
        ("A级", "AA级企业1个", False, False),
        # halves of a compound, not of a term
        ("商标许可", "商标专利许可1个", False, True),
        ("国家标准", "国家级标准化项目1个", True, False),
        # a name in short
        ("公办园", "公办幼儿园1个", False, True),
        # a verb's last character makes it a noun
        ("立足点", "立足园区1个", False, True),
    ],
)
def test_where_a_word_stands(text: str, quote: str, whole: bool, stands: bool) -> None:
    name = quote.removesuffix("1个")
    (row,) = letter(figure(quote, name, quote)).rows

    found = support_of(word(text, whole=whole), row)

    assert (found is not Support.NONE) is stands


def test_the_neighbours_figure_does_not_bear_for_this_one() -> None:
    assert support_of(word("国家标准"), DRAFTED.rows[1]) is Support.NONE
    assert not leads_to(word("国家标准"), DRAFTED.rows[1])


def test_what_the_sentence_speaks_of_leads_to_its_figures() -> None:
    assert leads_to(word("北环路"), ROADS.rows[1])
    assert support_of(word("北环路"), ROADS.rows[1]) is Support.QUOTE


def test_the_only_figure_of_a_sentence_owns_what_leads_up_to_it() -> None:
    quote = "对获得授权的项目的资助正在受理，预计400万元。"
    (row,) = letter(figure(quote, "资助", "预计400万元")).rows

    assert support_of(word("授权"), row) is Support.OWN


@pytest.mark.parametrize(
    ("fact", "had"),
    [
        (Indicator("品牌", Decimal(1), "个", Place("", "", Span(0, 0), Span(0, 0)), "存量"), True),
        (Indicator("品牌", Decimal(1), "个", Place("", "", Span(0, 0), Span(0, 0)), "目标"), False),
        (Recognition("甲", "奖", "已获", Place("", "", Span(0, 0), Span(0, 0))), True),
        (Recognition("甲", "奖", "申报中", Place("", "", Span(0, 0), Span(0, 0))), False),
    ],
)
def test_what_is_hoped_for_is_not_had(fact: Fact, had: bool) -> None:
    assert is_had(fact) is had


def test_a_promise_is_not_read_twice(shipped: Library) -> None:
    rows = without_repeats(shipped.facts(shipped.letters()[0].id))
    promised = [row.fact.target for row in rows if isinstance(row.fact, Commitment)]
    present = [row.fact.value for row in rows if isinstance(row.fact, Indicator)]

    assert 14500 in promised
    assert 14500 not in present


@pytest.mark.parametrize("text", ["商标", "专利质押融资", "冬菜", "驰名商标企业", "量子", "年"])
def test_the_quick_look_for_a_word_misses_no_row(shipped: Library, text: str) -> None:
    rows = LetterRows(shipped.facts(shipped.letters()[0].id))
    exact = {row.at: support_of(word(text), row) for row in rows.rows}

    assert rows.bearing(word(text)) == {at: s for at, s in exact.items() if s is not Support.NONE}


def test_rows_are_kept_until_the_facts_are_others() -> None:
    kept = KeptRows()
    facts = [figure(LAMPS, "路灯", "现有路灯96盏")]

    first = kept.of(1, facts)

    assert kept.of(1, facts) is first
    assert kept.of(1, list(facts)) is not first


def test_a_word_of_the_language_is_no_name_in_short() -> None:
    evidence = figure("新建客运招呼站64个。", "客运招呼站", "新建客运招呼站64个")
    (row,) = LetterRows([evidence]).rows

    assert support_of(Word("客运站", ("客运站",)), row) is Support.CORE
    assert support_of(Word("客运站", ("客运站",), common=True), row) is Support.NONE
