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
    ("雨季来临前", "2022-06-30", "2023-05-31", "day"),  # this year's has begun
    ("春运开始前", "2022-06-30", "2023-01-06", "day"),
    ("寒假结束前", "2022-06-30", "2023-02-20", "day"),
    # feasts; spring festival goes by the moon
    ("2022年国庆节前", "2022-06-30", "2022-09-30", "day"),
    ("春节前", "2022-06-30", "2023-01-21", "day"),
    ("明年两会前", "2022-06-30", "2023-03-02", "day"),
    # five-year plans
    ("“十四五”期间", "2021-01-01", "2025-12-31", "span"),
    ("“十四五”末", "2025-01-01", "2025-12-31", "year"),
    ("“十五五”初期", "2026-01-01", "2027-12-31", "span"),
    # local assemblies meet in January, the national one in March
    ("市“两会”前", "2022-06-30", "2023-01-14", "day"),
    ("2024年全国两会前", "2022-06-30", "2024-03-02", "day"),
    # feasts by the moon, holidays, school and seasons
    ("元宵节前", "2022-06-30", "2023-02-04", "day"),
    ("中秋节前", "2022-06-30", "2022-09-09", "day"),
    ("重阳节前", "2022-06-30", "2022-10-03", "day"),
    ("国庆长假前", "2022-06-30", "2022-09-30", "day"),
    ("“十一”前", "2022-06-30", "2022-09-30", "day"),
    ("中秋国庆前", "2022-06-30", "2022-09-30", "day"),
    ("2023年“七一”前", "2022-06-30", "2023-06-30", "day"),
    ("秋季开学前", "2022-06-30", "2022-08-31", "day"),
    ("2022年秋季学期开学前", "2022-06-30", "2022-08-31", "day"),
    ("暑期", "2022-07-01", "2022-08-31", "span"),
    ("本年度末", "2022-12-01", "2022-12-31", "month"),
    ("农历新年前", "2022-06-30", "2023-01-21", "day"),
    ("采暖季到来之前", "2022-06-30", "2022-11-14", "day"),
    ("10个工作日", "2022-06-30", "2022-07-14", "span"),
    ("2022.6-2022.12", "2022-06-01", "2022-12-31", "span"),
    ("20221231", "2022-12-31", "2022-12-31", "day"),
    ("二0二三年六月底前", "2022-06-30", "2023-06-30", "month-part"),
    ("下月中旬", "2022-07-11", "2022-07-20", "month-part"),
    ("下周五前", "2022-07-08", "2022-07-08", "day"),
    ("“十五五”第一年末", "2026-01-01", "2026-12-31", "year"),
    ("迎峰度夏前", "2022-06-30", "2022-06-30", "day"),
    ("“十五五”开局之年", "2026-01-01", "2026-12-31", "year"),
    ("9月起11家", "2022-09-01", None, "month"),
    ("供暖季前", "2022-06-30", "2022-11-14", "day"),
    ("10月15日供暖前", "2022-10-15", "2022-10-15", "day"),
    ("入冬前", "2022-06-30", "2022-11-06", "day"),
    ("明年春耕前", "2022-06-30", "2023-02-28", "day"),
    ("2023年春季", "2023-03-01", "2023-05-31", "span"),
    ("下学期", "2022-09-01", "2023-01-15", "span"),
    # round about a feast is no day before it
    ("春节前后", "2023-01-22", "2023-01-28", "span"),
    # words relative to the letter's own week, month, quarter and day
    ("本周内", "2022-06-27", "2022-07-03", "span"),
    ("月底前", "2022-06-01", "2022-06-30", "month"),
    ("下月底前", "2022-07-01", "2022-07-31", "month"),
    ("本季度内", "2022-04-01", "2022-06-30", "quarter"),
    ("下季度", "2022-07-01", "2022-09-30", "quarter"),
    ("即日起", "2022-06-30", None, "day"),
    ("年内", "2022-01-01", "2022-12-31", "year"),
    ("年中", "2022-06-01", "2022-06-30", "month"),
    ("下半年启动", "2022-07-01", "2022-12-31", "half"),
    ("9月底前", "2022-06-30", "2022-09-30", "month-part"),
    ("国庆节前", "2022-06-30", "2022-09-30", "day"),
    ("两会前", "2022-06-30", "2023-03-02", "day"),
    # two-digit years; 25年以上 is an age
    ("23年底前", "2022-06-30", "2023-12-31", "month"),
    ("23年6月", "2023-06-01", "2023-06-30", "month"),
    # two thirds of a month, a stretch of days
    ("11月中下旬", "2022-11-11", "2022-11-30", "month-part"),
    ("2023年6月1日至9月30日", "2023-06-01", "2023-09-30", "span"),
    # counted from the letter; working days skip weekends
    ("30个工作日内", "2022-06-30", "2022-08-11", "span"),
    ("3年内", "2022-06-30", "2025-06-30", "span"),
    ("半年内", "2022-06-30", "2022-12-30", "span"),
    ("3个月内", "2022-06-30", "2022-09-30", "span"),
    ("收到本函后15日内", "2022-06-30", "2022-07-15", "span"),
    ("今后三年", "2022-06-30", "2025-06-30", "span"),
    ("2-3年内", "2022-06-30", "2025-06-30", "span"),
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
        ("近期", "vague"),
        ("力争", "vague"),
        ("立即", "vague"),
        ("逐年", "vague"),
        ("建成25年以上", "vague"),
        # counted from something else than the letter
        ("收到申请后30个工作日内", "conditional"),
        ("验收后3个月内", "conditional"),
        ("退役后30天内", "conditional"),
        ("不定期开展", "recurring"),
        ("每星期五", "recurring"),
        ("按季度", "recurring"),
        ("逐月", "recurring"),
        ("一年两次", "recurring"),
        ("每两年", "recurring"),
        ("常态化开展", "recurring"),
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
