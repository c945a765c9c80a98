"""Deadlines: words -> days, relative to a letter of 2022-06-30."""

from datetime import date

import pytest

from knowledge.facts.deadlines import find_deadlines, parse_deadline

LETTER_DATE = date(2022, 6, 30)

DATED = [
    # the end of a month is its last third
    ("2022年12月底", "2022-12-21", "2022-12-31", "month-part"),
    ("6月中旬", "2022-06-11", "2022-06-20", "month-part"),
    ("十二月底", "2022-12-21", "2022-12-31", "month-part"),
    ("二〇二三年十二月底前", "2022-06-30", "2023-12-31", "month-part"),
    # a month by itself, a year later, from a month on
    ("明年5月", "2023-05-01", "2023-05-31", "month"),
    ("今年8月起", "2022-08-01", None, "month"),
    ("6月至8月", "2022-06-01", "2022-08-31", "month"),
    # a month before the letter's is next year's
    ("3月底前", "2022-06-30", "2023-03-31", "month-part"),
    # days: 前 includes the day
    ("2024年12月20日前", "2022-06-30", "2024-12-20", "day"),
    ("2024年10月1日前", "2022-06-30", "2024-10-01", "day"),
    ("2024-12-20", "2024-12-20", "2024-12-20", "day"),
    # whole months and years end before they begin
    ("2025年6月前", "2022-06-30", "2025-05-31", "month"),
    # parts of a year
    ("年底前", "2022-06-30", "2022-12-31", "month"),
    ("2023年年内", "2023-01-01", "2023-12-31", "year"),
    ("全年", "2022-01-01", "2022-12-31", "year"),
    ("上半年", "2022-01-01", "2022-06-30", "half"),
    ("三季度", "2022-07-01", "2022-09-30", "quarter"),
    ("2023年第四季度", "2023-10-01", "2023-12-31", "quarter"),
    ("2026年", "2026-01-01", "2026-12-31", "year"),
    ("力争2023年底前", "2022-06-30", "2023-12-31", "month"),
    ("2023年汛前", "2022-06-30", "2023-05-31", "day"),
    # feasts; spring festival goes by the moon
    ("2022年国庆节前", "2022-06-30", "2022-09-30", "day"),
    ("春节前", "2022-06-30", "2023-01-21", "day"),
    ("明年两会前", "2022-06-30", "2023-03-02", "day"),
    # five-year plans
    ("“十四五”期间", "2021-01-01", "2025-12-31", "span"),
    ("“十四五”末", "2025-01-01", "2025-12-31", "year"),
    # counted from the letter; working days skip weekends
    ("30个工作日内", "2022-06-30", "2022-08-11", "span"),
    ("3年内", "2022-06-30", "2025-06-30", "span"),
    ("半年内", "2022-06-30", "2022-12-30", "span"),
]


@pytest.mark.parametrize(("words", "earliest", "latest", "precision"), DATED)
def test_words_of_time_become_days(words, earliest, latest, precision):
    deadline = parse_deadline(words, LETTER_DATE)

    assert deadline is not None
    assert (str(deadline.earliest), str(deadline.latest)) == (str(earliest), str(latest))
    assert deadline.precision == precision
    assert deadline.words == words


@pytest.mark.parametrize(
    ("words", "precision"),
    [
        ("长期坚持", "recurring"),
        ("每季度", "recurring"),
        ("适时", "vague"),
        ("逐步", "vague"),
        ("尽快", "vague"),
        ("条件成熟时", "conditional"),
        ("待资金到位后", "conditional"),
        ("项目获批后", "conditional"),
        ("待资金下达后6个月内", "conditional"),
        ("每半月", "recurring"),
        ("看情况", "vague"),
    ],
)
def test_words_that_name_no_day_never_become_one(words, precision):
    deadline = parse_deadline(words, LETTER_DATE)

    assert deadline is not None
    assert deadline.precision == precision
    assert (deadline.earliest, deadline.latest) == (None, None)


def test_rhythm_and_condition_keep_their_words():
    monthly = parse_deadline("每月至少1次", LETTER_DATE)
    waiting = parse_deadline("待省级资金到位后", LETTER_DATE)

    assert monthly is not None and monthly.recurring == "每月"
    assert waiting is not None and waiting.condition == "待省级资金到位后"


def test_relative_words_without_a_letter_date_stay_words():
    deadline = parse_deadline("年底前", None)

    assert deadline is not None
    assert (deadline.words, deadline.latest) == ("年底前", None)


def test_a_sentence_gives_each_deadline_with_its_place():
    text = "湖滨路停车场计划2022年国庆节前投用，南门停车场明年5月投用，条件成熟时推广"

    found = [text[one.start : one.end] for one in find_deadlines(text, LETTER_DATE)]

    assert found == ["2022年国庆节前", "明年5月", "条件成熟时"]


def test_an_empty_cell_is_no_deadline():
    assert parse_deadline(" ", LETTER_DATE) is None
