"""Dates: days as letters print them - in digits, dotted, in Chinese numerals, damaged.

Deadlines and other words for time are read by `deadlines.py`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

_CHINESE_DIGITS = {
    char: str(value) for value, char in enumerate("〇一二三四五六七八九")
} | dict.fromkeys("零○OＯ", "0")
_DATE = re.compile(
    r"(?P<y>(?:1\s?9|2\s?0)\s?\d\s?\d|(?<![\d.])[0-4]\d)\s*年\s*(?P<m>1\s?[0-2]|0?\s?\d)\s*月\s*(?P<d>[0-3]?\s?\d)\s*[日号]"
    r"|(?P<y2>(?:19|20)\d\d)\s?[-./．、]\s?(?P<m2>[01]?\d)\s?[-./．、]\s?(?P<d2>[0-3]?\d)(?!\d)"
    r"|(?P<yc>[一二][〇零○OＯ一二三四五六七八九]{3}|(?:19|20)\d\d)\s*年\s*"  # or half in Chinese numerals
    r"(?P<mc>[一二三四五六七八九十元]{1,3}|1[0-2]|0?\d)\s*月\s*"
    r"(?P<dc>[一二三四五六七八九十廿]{1,4}|[0-3]?\d)\s*[日号]"
)
_DIGITS = dict.fromkeys("OoQ〇○", "0") | dict.fromkeys("lI|", "1")  # as scans misread them
_LOOKALIKE = re.compile(r"(?<=\d)[OoQ〇○lI|](?=[\d年月日])|(?<=[年月])[OolI|](?=[\d月日])")
_MONTH_ONLY = re.compile(
    r"^(?P<y>(?:19|20)\d\d)年(?P<m>[01]?\d)月(?:\d{0,2}|日|[xX×*＊]+日?|_+日?)$"
)
_BROKEN = re.compile(r"^(?:19|20)\d{0,2}\D{0,3}年\D{0,3}\d{0,2}\D{0,3}月\D{0,3}\d{0,2}\D{0,3}日?$")


_LUNAR = re.compile(
    r"(?:农历)?[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年(?:[正一二三四五六七八九十冬腊闰]{1,3}月)?(?:[初十廿一二三四五六七八九]{2,3})?[ ，]*"
)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """日期: a printed date at [start, end); `day` is None where there is no such day (2月30日)."""

    start: int
    end: int
    day: date | None


def find_dates(text: str) -> Iterator[FoundDate]:
    """The complete dates in a folded text: 2022年6月6日, 2022.6.6, 二〇二二年六月六日, 2O22年6月l6日."""
    for found in _DATE.finditer(_LOOKALIKE.sub(lambda one: _DIGITS[one[0]], text)):
        yield FoundDate(found.start(), found.end(), _day(found))


def parse_date(text: str) -> date | None:
    """The first complete date of a text, if there is such a day."""
    return next((found.day for found in find_dates(text) if found.day), None)


def is_date_line(text: str) -> bool:
    """Whether a folded line is a date and nothing else, be it damaged.

    "2022年6月6日" and "2022年月日" are; "2022年6月6日，我局……" is not.
    """
    bare = _once(text.strip("（）()。 "))
    found = next(find_dates(bare), None)
    if found and found.end == len(bare) and _LUNAR.fullmatch(bare[: found.start]):
        return True
    if found and found.start <= 5 and found.end >= len(bare) - 3:
        label = bare[: found.start]
        return not label or label in ("日期：", "时间：")
    return bool(_MONTH_ONLY.match(bare) or _BROKEN.match(bare)) and len(bare) >= 4


def _once(text: str) -> str:
    """2024年6月21日 2024年6月21日, below two agencies side by side -> the first of them."""
    days = list(find_dates(text))
    same = len(days) > 1 and len({one.day for one in days}) == 1
    between = text[days[0].end : days[-1].start] if same else ""
    return text[: days[0].end] if same and not between.strip() else text


def day_of(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has none such: 2022, 2, 30."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def chinese_year(words: str) -> int | None:
    """二〇二二 -> 2022, read digit by digit."""
    if words.isascii() and words.isdigit():
        return int(words)
    digits = "".join(_CHINESE_DIGITS.get(char, "") for char in words)
    return int(digits) if len(digits) == 4 else None


def small_number(words: str) -> int:
    """A numeral of at most two digits as days and months have it: 二十三 -> 23, 廿一 -> 21, 元 -> 1."""
    if words.isdigit():
        return int(words)
    words = words.replace("廿", "二十").replace("元", "一")
    tens, ten, ones = words.rpartition("十")
    value = int(_CHINESE_DIGITS.get(ones, "0") or "0")
    return value + (10 * int(_CHINESE_DIGITS.get(tens, "1")) if ten else 0)


def _day(found: re.Match[str]) -> date | None:
    if found["y"]:
        printed, month, day = (int(re.sub(r"\s", "", found[part])) for part in "ymd")
        return day_of(printed if printed > 99 else 2000 + printed, month, day)
    if found["y2"]:
        return day_of(int(found["y2"]), int(found["m2"]), int(found["d2"]))
    year = chinese_year(found["yc"])
    return day_of(year, small_number(found["mc"]), small_number(found["dc"])) if year else None
