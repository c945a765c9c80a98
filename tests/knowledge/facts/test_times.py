"""Words for the time a figure speaks of, in a letter of 2022-06-06."""

from datetime import date

import pytest

from knowledge.facts.times import first_time, time_at
from tests.knowledge.facts.documents import LETTER_DATE


@pytest.mark.parametrize(
    ("text", "words", "year", "last"),
    [
        ("截止2022年5月，全区", "截止2022年5月", 2022, date(2022, 5, 31)),
        ("2021年新增", "2021年", 2021, date(2021, 12, 31)),
        ("据2021年底普查，老城区", "据2021年底普查", 2021, date(2021, 12, 31)),
        ("去年新增", "去年", 2021, date(2021, 12, 31)),
        ("目前，全市", "目前", 2022, LETTER_DATE),
        ("5月底，已建成", "5月底", 2022, date(2022, 5, 31)),
        # since when, not when
        ("从2020年起，实施", "从2020年起", None, LETTER_DATE),
        ("“十四五”期间新增", "“十四五”期间", None, date(2025, 12, 31)),
    ],
)
def test_time_words_have_a_year_and_a_last_day(
    text: str, words: str, year: int | None, last: date
) -> None:
    found = time_at(text, LETTER_DATE)

    assert found is not None
    assert (found[0].words, found[0].year, found[0].last) == (words, year, last)


def test_words_without_time_have_none() -> None:
    assert time_at("全区知名品牌", LETTER_DATE) is None
    assert first_time("全区知名品牌", LETTER_DATE) is None
