"""Intervals: the same words on other days than those of test_deadlines.py, and days that there are
not.
"""

from datetime import date

import pytest

from knowledge.facts.deadlines import parse_deadline


@pytest.mark.parametrize(
    ("words", "letter", "earliest", "latest"),
    [
        # a month without a year is the letter's, until it is long past
        ("11月底", date(2022, 12, 10), "2022-11-21", "2022-11-30"),
        ("10月底前", date(2022, 12, 20), "2022-12-20", "2023-10-31"),
        # the turn of the year
        ("下月底前", date(2022, 12, 5), "2023-01-01", "2023-01-31"),
        ("下季度", date(2022, 11, 5), "2023-01-01", "2023-03-31"),
        ("下周", date(2022, 12, 30), "2023-01-02", "2023-01-08"),
        # terms of a school
        ("本学期", date(2022, 10, 8), "2022-09-01", "2023-01-15"),
        ("本学期", date(2023, 1, 8), "2022-09-01", "2023-01-15"),
        ("下学期", date(2022, 10, 8), "2023-03-01", "2023-07-15"),
        # months are of unequal length
        ("1个月内", date(2023, 1, 31), "2023-01-31", "2023-02-28"),
        ("2024年2月", date(2023, 1, 31), "2024-02-01", "2024-02-29"),
        # working days skip the feast
        ("5个工作日内", date(2022, 9, 29), "2022-09-29", "2022-10-11"),
        # over several years
        ("2023—2025年", date(2022, 6, 30), "2023-01-01", "2025-12-31"),
        ("后年年底", date(2022, 6, 30), "2024-12-01", "2024-12-31"),
        ("“十四五”中期", date(2022, 6, 30), "2023-01-01", "2023-12-31"),
    ],
)
def test_days_are_reckoned_from_the_day_of_the_letter(words, letter, earliest, latest):
    deadline = parse_deadline(words, letter)

    assert deadline is not None
    assert (str(deadline.earliest), str(deadline.latest)) == (earliest, latest)


@pytest.mark.parametrize("words", ["2022年2月30日前", "2022年13月底前", "2022年6月31日"])
def test_a_day_that_there_is_not_never_becomes_one(words):
    deadline = parse_deadline(words, date(2022, 1, 1))

    assert deadline is None or deadline.latest is None


@pytest.mark.parametrize(
    "words", ["年内", "下月底前", "本周内", "30个工作日内", "6月底前", "下学期"]
)
def test_words_relative_to_a_letter_without_a_date_name_no_day(words):
    deadline = parse_deadline(words, None)

    assert deadline is not None
    assert (deadline.earliest, deadline.latest) == (None, None)


def test_from_a_day_on_has_no_end():
    deadline = parse_deadline("2023年1月1日起", date(2022, 6, 30))

    assert deadline is not None
    assert (deadline.earliest, deadline.latest) == (date(2023, 1, 1), None)
