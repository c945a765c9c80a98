"""Calendar: the feasts, plan periods and working days that deadlines are counted by.

Feasts by the moon and working weekends come from the `holidays` library; years it does not know
yet have Monday to Friday and no feast of the moon.
"""

import calendar
import functools
import re
from datetime import date, timedelta

_FIXED = {
    "元旦": ((1, 1), (1, 3)),
    "三八": ((3, 8), (3, 8)),
    "清明": ((4, 4), (4, 6)),
    "五一": ((5, 1), (5, 5)),
    "劳动节": ((5, 1), (5, 5)),
    "六一": ((6, 1), (6, 1)),
    "七一": ((7, 1), (7, 1)),
    "八一": ((8, 1), (8, 1)),
    "教师节": ((9, 10), (9, 10)),
    "国庆": ((10, 1), (10, 7)),
    "十一": ((10, 1), (10, 7)),
    "十一黄金周": ((10, 1), (10, 7)),
    "两会": ((3, 3), (3, 12)),  # the national ones
    "地方两会": ((1, 15), (1, 31)),  # of a province, city or county: about then, on no fixed day
    "开学": ((9, 1), (9, 1)),
    "秋季学期": ((9, 1), (9, 1)),
    "秋季": ((9, 1), (11, 30)),
    "春季学期": ((3, 1), (3, 1)),
    "春季": ((3, 1), (5, 31)),
    "夏季": ((6, 1), (8, 31)),
    "冬季": ((12, 1), (2, 28)),
    "汛期": ((6, 1), (9, 30)),  # of most provinces; the south's begins earlier
    "汛": ((6, 1), (9, 30)),
    "雨季": ((6, 1), (9, 30)),
    "梅雨季": ((6, 1), (7, 15)),
    "台风季": ((7, 1), (9, 30)),
    "旱季": ((11, 1), (4, 30)),
    "迎峰度夏": ((7, 1), (8, 31)),
    "迎峰度冬": ((12, 1), (2, 28)),
    "中考": ((6, 15), (6, 30)),
    "暑假": ((7, 1), (8, 31)),
    "暑期": ((7, 1), (8, 31)),
    "寒假": ((1, 15), (2, 20)),
    "高考": ((6, 7), (6, 9)),
    "春耕": ((3, 1), (4, 30)),
    "春灌": ((3, 1), (4, 30)),
    "夏收": ((6, 1), (6, 30)),
    "秋收": ((9, 15), (10, 31)),
    "供暖": ((11, 15), (3, 15)),  # of most of the north
    "入冬": ((11, 7), (11, 7)),  # 立冬
}
_BY_MOON = {
    "春节": "Chinese New Year",
    "农历新年": "Chinese New Year",
    "端午": "Dragon Boat Festival",
    "中秋": "Mid-Autumn Festival",
}
_USUAL = {"春节": (2, 1), "农历新年": (2, 1), "端午": (6, 10), "中秋": (9, 20)}
_AFTER_MOON = {"元宵": ("春节", 14), "重阳": ("中秋", 24)}  # days
# the eighth month of the moon has 29 days, and 重阳 comes a day earlier
_SHORT_EIGHTH = frozenset(
    (2011, 2012, 2018, 2021, 2025, 2026, 2027, 2028, 2030, 2031, 2032, 2033, 2034, 2035)
)
_OTHER_NAMES = re.compile(r"^(?:冬季)?(?:供暖|采暖|取暖)|^[春秋]季开学|^主汛")
_SAME_AS = {"春": "春季学期", "秋": "开学", "主": "汛期"}
_FIRST_PLAN = 1953  # the first five-year plan; 十四五 is 2021 to 2025


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def add_months(day: date, months: int) -> date:
    """The same day months later, the month's last where there is none: 31 Jan + 1 -> 28 Feb."""
    index = day.year * 12 + day.month - 1 + months
    last = month_end(index // 12, index % 12 + 1)
    return last if day.day > last.day else last.replace(day=day.day)


def add_working_days(day: date, count: int) -> date:
    """The count-th working day after a day, working weekends and holidays considered."""
    while count > 0:
        day += timedelta(days=1)
        count -= is_working_day(day)
    return day


def is_working_day(day: date) -> bool:
    """Whether offices work in China on that day."""
    return bool(_china(day.year).is_working_day(day))


def feast(name: str, year: int) -> tuple[date, date]:
    """First and last day of a feast or season: 国庆节 2022 -> 1 to 7 October; 春节 2026 -> 17 to 23
    February.
    """
    if _OTHER_NAMES.match(name):
        name = _SAME_AS.get(name[0], "供暖")
    if name.startswith("春运"):  # forty days, of which fifteen before the feast
        day = feast("春节", year)[0]
        return day - timedelta(days=15), day + timedelta(days=25)
    for key, (anchor, days) in _AFTER_MOON.items():
        if name.startswith(key):
            days -= key == "重阳" and year in _SHORT_EIGHTH
            day = feast(anchor, year)[0] + timedelta(days=days)
            return day, day
    for key, english in _BY_MOON.items():
        if name.startswith(key):
            first = _by_moon(english, year) or date(year, *_USUAL[key])
            return first, first + timedelta(days=6 if english.endswith("Year") else 0)
    begins, ends = _FIXED.get(name) or _FIXED[name.removesuffix("节")]
    return date(year, *begins), date(year + (ends < begins), *ends)


def plan_years(number: int) -> tuple[int, int]:
    """First and last year of a five-year plan: 14 -> 2021, 2025."""
    first = _FIRST_PLAN + 5 * (number - 1) + (3 if number > 2 else 0)
    return first, first + 4


def _by_moon(english: str, year: int) -> date | None:
    days = [day for day, name in _china(year).items() if english in name and "Eve" not in name]
    return min((day for day in days if day.year == year), default=None)


@functools.lru_cache(maxsize=32)
def _china(year: int):  # type: ignore[no-untyped-def]
    """Loading the library takes 50 ms: only when a feast or working day is asked for."""
    import holidays

    return holidays.country_holidays("CN", years=year, language="en_US")
