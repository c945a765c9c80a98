"""Times: words that say of which day or year a figure speaks, relative to the letter's date.

Deadlines are left to `deadlines.py`; here it is about the past and present (截止2022年5月, 去年, 目前).
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date

_YEAR = r"(?:(?P<y>(?:19|20)\d\d)年|(?P<near>今年|本年度?|当年|年内|去年|上年度?|前年|明年|后年))(?P<of>度)?"
_MONTH = r"(?P<m>1[0-2]|0?[1-9])月份?(?:(?P<d>[0-3]?\d)[日号])?"
_ANY = r"年[底末初]|[上下]半年|第?[一二三四]季度|(?:19|20)\d\d年|[今去前明后]年|本年|当年|年内|上年度?|(?:1[0-2]|0?[1-9])月(?!饼|球|嫂|亮|老)"
_PART = r"(?:[上下]半年|第?[一二三四1-4]季度|年?[底末初]|[上中下]旬|同期)"
_EDGE = r"(?:截[止至]到?|截|到|至|自|从|在|于|据|按)?"
_TAIL = r"(?:以来|之前|起|开始|期间|之?内|全年|以前|前|后|来|统计|普查|的|，)?"
TIME = re.compile(
    rf"{_EDGE}(?:(?={_ANY})(?:{_YEAR})?(?:{_MONTH})?{_PART}?|(?P<now>目前|现在|当前|至今|迄今|现阶段|此前))"
    rf"(?:为?止)?{_TAIL}"
    r"|(?:近(?:年|两年|三年|几年|五年)|多年|历年|(?:在|到|至)?(?P<plan>“?十[三四五六]五”?)(?:时期|期间|末)?|“?[“”]?近期)(?:以?来|期间|内)?[，]?"
)
_SINCE = re.compile(r"(?:以来|起|开始|之?后|来)$")
_YEAR_END = re.compile("(?:到|至)?年[底末]")
_OFFSETS = {"去": -1, "上": -1, "前": -2, "明": 1, "后": 2}
_PLANS = {"三": 2020, "四": 2025, "五": 2030, "六": 2035}


@dataclass(frozen=True, slots=True)
class Time:
    """时间: the words and what they mean: 截止2022年5月 -> year 2022, last 2022-05-31.

    `until` is True for words that speak of a state up to a day (截至, 目前).
    """

    words: str
    year: int | None = None
    last: date | None = None
    until: bool = False


def time_at(text: str, letter_date: date | None, at: int = 0) -> tuple[Time, int] | None:
    """The time words at a place and where they end; None where there are none."""
    found = TIME.match(text, at)
    if not found or found.end() == at:
        return None
    return _time(found, letter_date), found.end()


def first_time(text: str, letter_date: date | None) -> Time | None:
    """The first time words of a text: 2022年全区注册商标达到 -> year 2022."""
    found = next((one for one in TIME.finditer(text) if one.end() > one.start()), None)
    return _time(found, letter_date) if found else None


def _time(found: re.Match[str], letter_date: date | None) -> Time:
    words = found[0].strip("，的")
    if found["plan"]:
        last_year = _PLANS[found["plan"].strip("“”")[1]]
        return Time(words, None, date(last_year, 12, 31))
    if found["now"]:
        return Time(words, letter_date.year if letter_date else None, letter_date, True)
    year = _year(found, letter_date)
    if _SINCE.search(words):
        return Time(words, None, letter_date)
    return Time(words, year, _last(found, year, words), "截" in words)


def _year(found: re.Match[str], letter_date: date | None) -> int | None:
    if found["y"]:
        return int(found["y"])
    if letter_date is None:
        return None
    return letter_date.year + _OFFSETS.get((found["near"] or "今")[0], 0)


def _last(found: re.Match[str], year: int | None, words: str) -> date | None:
    """The last day the words speak of."""
    dated = found["m"] or found["y"] or found["near"] or _YEAR_END.match(words)
    if year is None or not dated:
        return None
    month: int = int(found["m"]) if found["m"] else _month_of(words)
    last = calendar.monthrange(year, month)[1]
    day = int(found["d"]) if found["d"] else last
    return date(year, month, min(day, last)) if day else None


def _month_of(words: str) -> int:
    for part, month in (("上半年", 6), ("一季度", 3), ("二季度", 6), ("三季度", 9), ("初", 1)):
        if part in words:
            return month
    return 12
