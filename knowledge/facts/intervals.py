"""Intervals: the days that the parts of a deadline mean, one reader for each family of words.

The patterns whose matches come in here are those of `deadlines.py`; the groups have its names.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta

from knowledge.facts.calendar import (
    add_months,
    add_working_days,
    feast,
    month_end,
    plan_years,
)
from knowledge.facts.dates import day_of, small_number
from knowledge.glossary import Deadline
from knowledge.words.numerals import parse_number

_QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_RELATIVE = {
    "今年": 0,
    "本年": 0,
    "本年度": 0,
    "当年": 0,
    "明年": 1,
    "次年": 1,
    "来年": 1,
    "后年": 2,
    "去年": -1,
}
_STALE = timedelta(days=45)  # a month without year that long past is next year's

Interval = tuple[date | None, date | None, str]


def _year(match: re.Match[str], base: date | None) -> int | None:
    """The year the words name, or the letter's."""
    if match["year"]:
        printed = int(match["year"])
        return printed if printed > 99 else 2000 + printed  # 25年底前
    if match["chinese"]:
        digits = match["chinese"].translate(
            str.maketrans("〇零○O一二三四五六七八九", "0000123456789")
        )
        return int(digits)
    if base is None:
        return None
    return base.year + _RELATIVE.get(match["rel"] or "今年", 0)


def _named(match: re.Match[str]) -> bool:
    return bool(match["year"] or match["chinese"] or match["rel"])


def dated_words(
    interval: Callable[[re.Match[str], int], Interval],
) -> Callable[[re.Match[str], date | None], Deadline | None]:
    """Reads words for a stretch of a year, then what 前, 起 or 后 make of it."""

    def read(match: re.Match[str], base: date | None) -> Deadline | None:
        year = _year(match, base)
        if year is None:
            return Deadline("", precision="vague")
        earliest, latest, precision = interval(match, year)
        if latest is None:
            return None
        season = interval is feast_words
        # the winter holiday that begins in 2023 is mostly in 2024
        movable = not _named(match) or season and match["feast"] == "寒假"
        if movable and base and latest < base - (timedelta(0) if season else _STALE):
            earliest, latest, precision = interval(match, year + 1)
        return _with_edge(match, earliest, latest, precision, base)

    return read


def _with_edge(
    match: re.Match[str],
    earliest: date | None,
    latest: date | None,
    precision: str,
    base: date | None,
) -> Deadline:
    edge = match.groupdict().get("edge") or ""
    if edge in ("起", "开始"):
        return Deadline("", earliest, None, precision)
    if edge.endswith("后"):
        return Deadline("", latest, None, precision)
    if edge.endswith("前"):
        if (
            earliest
            and precision in ("month", "quarter", "half", "year")
            and not _closing(match[0])
        ):
            latest = earliest - timedelta(days=1)
        start = base if base and latest and base <= latest else None
        return Deadline("", start, latest, precision)
    return Deadline("", earliest, latest, precision)


def _closing(words: str) -> bool:
    """年底前 includes the end of the year; so does 年内."""
    return bool(re.search(r"[底末内]", words))


def day_words(match: re.Match[str], year: int) -> Interval:
    day = day_of(year, small_number(match["m"]), small_number(match["d"]))
    return day, day, "day"


def days_words(match: re.Match[str], year: int) -> Interval:
    """2025年6月1日至9月30日."""
    first, _, _ = day_words(match, year)
    later = int(match["year2"]) if match["year2"] else year
    last = day_of(later, int(match["m2"]), int(match["d2"]))
    return first, last, "span"


def month_words(match: re.Match[str], year: int) -> Interval:
    first = day_of(year, small_number(match["m"]), 1)
    if first is None:
        return None, None, "vague"
    last = month_end(first.year, first.month)
    part = match["part"] or ""
    if len(part) > 2 or part in ("中下旬", "上中旬"):  # 11月中下旬
        late = part[0] == "中"
        return (
            first.replace(day=11 if late else 1),
            last if late else first.replace(day=20),
            "month-part",
        )
    if part in ("上旬", "初"):
        return first, first.replace(day=10), "month-part"
    if part in ("中旬", "中"):
        return first.replace(day=11), first.replace(day=20), "month-part"
    if part:
        return first.replace(day=21), last, "month-part"
    return first, last, "month"


def months_words(match: re.Match[str], year: int) -> Interval:
    """2023年6月至8月, 6—9月."""
    first = day_of(year, small_number(match["m"]), 1)
    later = int(match["year2"]) if match["year2"] else year
    last = month_end(later, small_number(match["m2"]))
    return first, last, "month"


def quarter_words(match: re.Match[str], year: int) -> Interval:
    month = 3 * _QUARTERS[match["q"]]
    return date(year, month - 2, 1), month_end(year, month), "quarter"


def half_words(match: re.Match[str], year: int) -> Interval:
    if match["h"] == "上":
        return date(year, 1, 1), date(year, 6, 30), "half"
    return date(year, 7, 1), date(year, 12, 31), "half"


def year_end_words(match: re.Match[str], year: int) -> Interval:
    part = match["part"]
    if part in ("年初",):
        return date(year, 1, 1), date(year, 3, 31), "quarter"
    if part == "年中":
        return date(year, 6, 1), date(year, 6, 30), "month"
    if "底" in part or "末" in part:
        return date(year, 12, 1), date(year, 12, 31), "month"
    return date(year, 1, 1), date(year, 12, 31), "year"


def whole_year_words(match: re.Match[str], year: int) -> Interval:
    return date(year, 1, 1), date(int(match["to"] or year), 12, 31), "year"


def feast_words(match: re.Match[str], year: int) -> Interval:
    name = match["feast"] or match["meeting"]
    if match["place"] and match["place"] != "全国":
        name = f"地方{name}"
    first, last = feast(name, year)
    before = (match["edge"] or "").endswith("前")
    if before and match.groupdict().get("over"):  # 寒假结束前
        return None, last, "day"
    if before:
        return None, first - timedelta(days=1), "day"
    return first, last, "span"


def plan_words(match: re.Match[str], base: date | None) -> Deadline | None:
    first, last = plan_years(small_number(match["plan"].removesuffix("五")))
    if "开局" in match[0] or match["nth"]:
        year = first + "一二三四五".find(match["nth"] or "一")
        return Deadline("", date(year, 1, 1), date(year, 12, 31), "year")
    if re.search("末|收官", match[0]):
        return Deadline("", date(last, 1, 1), date(last, 12, 31), "year")
    if match["part"] == "中期":
        return Deadline("", date(first + 2, 1, 1), date(first + 2, 12, 31), "year")
    if match["part"]:  # 初期, 前期
        last = first + 1
    return Deadline("", date(first, 1, 1), date(last, 12, 31), "span")


def within_words(match: re.Match[str], base: date | None) -> Deadline | None:
    """30个工作日内, 三个月内, 3年内, counted from the letter; from another event (验收后) it is a condition."""
    event = match["from"] or ""
    if event and not re.search("本|答复|来函|建议|提案", event):
        return Deadline("", precision="conditional", condition=match[0])
    number = 0.5 if match["n"] == "半" else float(parse_number(match["n"]) or 0)
    if base is None or not number:
        return Deadline("", precision="span")
    unit = match["u"]
    if "工作日" in unit:
        latest = add_working_days(base, int(number))
    elif "月" in unit:
        latest = add_months(base, int(number))
    elif "年" in unit:
        latest = add_months(base, int(12 * number))
    else:
        latest = base + timedelta(days=int(number * (7 if unit in ("周", "个星期", "星期") else 1)))
    return Deadline("", base, latest, "span")


def this_month_words(match: re.Match[str], base: date | None) -> Deadline | None:
    if base is None:
        return Deadline("", precision="vague")
    if match["begins"]:
        return Deadline("", base, None, "span")
    following = match["w"].startswith("下")
    if "周" in match["w"]:
        monday = base - timedelta(days=base.weekday() - 7 * following)
        if match["w"][-1] != "周":  # 本周五
            day = monday + timedelta(days="一二三四五六日天".index(match["w"][-1]) % 7)
            return Deadline("", day, day, "day")
        return Deadline("", monday, monday + timedelta(days=6), "span")
    if match["w"].endswith("学期"):
        return _school_term(base, following)
    first = add_months(base.replace(day=1), 1 if following else 0)
    if "季" in match["w"]:
        quarter = (base.month - 1) // 3 + (1 if match["w"].startswith("下") else 0)
        year, quarter = base.year + quarter // 4, quarter % 4
        return Deadline(
            "", date(year, 3 * quarter + 1, 1), month_end(year, 3 * quarter + 3), "quarter"
        )
    last = month_end(first.year, first.month)
    part = re.search("[上中下]旬", match[0])
    if part:
        begins, ends = {"上": (1, 10), "中": (11, 20), "下": (21, last.day)}[part[0][0]]
        return Deadline("", first.replace(day=begins), first.replace(day=ends), "month-part")
    return Deadline("", first, last, "month")


def _school_term(base: date, following: bool) -> Deadline:
    """本学期, 下学期: from March to mid July, from September to mid January."""
    spring = 2 <= base.month <= 7
    year = base.year - (base.month == 1) + (following and not spring)
    if spring == following:
        return Deadline("", date(year, 9, 1), date(year + 1, 1, 15), "span")
    return Deadline("", date(year, 3, 1), date(year, 7, 15), "span")


def from_now_words(match: re.Match[str], base: date | None) -> Deadline | None:
    return Deadline("", base, None, "day")


def recurring_words(match: re.Match[str], base: date | None) -> Deadline | None:
    rhythm = re.search(
        r"^[按逐一].+|每(?:个?(?:半年|半个?月|季度|学[期年]|工作日|[双两]个?月|(?:周|星期)[一二三四五六日末](?![次场期回轮])|[年季月周旬日天])|两周|逢)",
        match[0],
    )
    return Deadline("", precision="recurring", recurring=rhythm[0] if rhythm else match[0])


def conditional_words(match: re.Match[str], base: date | None) -> Deadline | None:
    return Deadline("", precision="conditional", condition=match[0])


def vague_words(match: re.Match[str], base: date | None) -> Deadline | None:
    return Deadline("")
