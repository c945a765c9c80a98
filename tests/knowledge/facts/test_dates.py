"""Dates: printed days -> days."""

from datetime import date

import pytest

from knowledge.facts.dates import find_dates, is_date_line, parse_date
from knowledge.words.folding import fold


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("2022年6月6日", date(2022, 6, 6)),
        ("２０２２年６月６日", date(2022, 6, 6)),
        ("2022 年 6 月 6 日", date(2022, 6, 6)),
        ("2022.6.6", date(2022, 6, 6)),
        ("2022-06-06", date(2022, 6, 6)),
        ("二〇二二年十一月二十三日", date(2022, 11, 23)),
        ("二○二三年六月十日", date(2023, 6, 10)),
        ("2023年9月2 8日", date(2023, 9, 28)),
        ("2 0 2 1年3月1 2日", date(2021, 3, 12)),
        ("2O21年7月l5日", date(2021, 7, 15)),  # as a scan misreads it
        ("24年3月15日", date(2024, 3, 15)),
        ("2022年6月", None),
        ("2024年2月30日", None),
    ],
)
def test_a_printed_date_is_read(printed, day):
    assert parse_date(fold(printed).text) == day


def test_an_impossible_day_is_found_but_is_none():
    found = list(find_dates("2024年2月30日"))

    assert [one.day for one in found] == [None]


@pytest.mark.parametrize(
    ("line", "is_date"),
    [
        ("2022年6月6日", True),
        ("（2022年6月6日）", True),
        ("2022年月日", True),  # damaged: the clerk forgot to fill it in
        ("2022年6月6日，我局召开会议。", False),
        ("6787平方米", False),
    ],
)
def test_a_line_is_a_date_or_is_not(line, is_date):
    assert is_date_line(line) is is_date
