"""Qualifying: measure, status, level, year and place."""

from datetime import date

import pytest

from assistant.dialogue.understanding.qualifying import places_of, qualify, years_of
from knowledge import Library

TODAY = date(2022, 10, 1)


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("今年新增几个", {"新增"}),
        ("现有多少件", {"存量"}),
        ("要达到多少件", {"目标"}),
        ("预计奖励多少", {"预计"}),
        ("比去年增加多少", {"增量"}),
        ("在制定的有几项", set()),
    ],
)
def test_the_measure_is_understood(shipped: Library, text: str, measure: set[str]) -> None:
    assert qualify(text, TODAY, shipped.lexicon).measure == measure


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2021年新增", {2021}),
        ("去年新增", {2021}),
        ("二〇二二年底", {2022}),
        # a comparison names no year
        ("比去年增加", set()),
        ("今年以来", set()),
    ],
)
def test_years_are_resolved_on_the_day_of_the_question(
    shipped: Library, text: str, years: set[int]
) -> None:
    assert qualify(text, TODAY, shipped.lexicon).years == years


@pytest.mark.parametrize(
    ("text", "places"),
    [("江津区的商标", {"江津区"}), ("四大产业园区", set()), ("全市发明专利", {"全市"})],
)
def test_places_are_recognised(text: str, places: set[str]) -> None:
    assert places_of(text) == places


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("国家级优势企业", {"国家级"}),
        ("4A景区", {"4A"}),
        ("aa级企业", {"AA级"}),
        ("市里头那一级的项目", {"市级"}),
        ("企业", set()),
    ],
)
def test_levels_are_read_as_they_stand(shipped: Library, text: str, level: set[str]) -> None:
    assert qualify(text, TODAY, shipped.lexicon).level == level


@pytest.mark.parametrize(
    ("text", "status"),
    [("申报中的", "申报中"), ("正在制定的标准", "正在制定"), ("已经拿到的", "已获")],
)
def test_a_status_is_known_by_its_words(shipped: Library, text: str, status: str) -> None:
    assert status in qualify(text, TODAY, shipped.lexicon).status


def test_a_relative_year_keeps_its_word_for_letters_of_another_year() -> None:
    assert years_of("去年新增", TODAY) == (frozenset({2021}), frozenset({"去年"}))
    assert years_of("多少个", TODAY) == (frozenset(), frozenset())
