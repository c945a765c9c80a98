"""Deadlines: the words for "by when" and the days they mean, relative to the letter's date.

find_deadlines gives them with their places in a folded text, parse_deadline reads a cell of a
table. Vague words (适时, 逐步), conditions (待资金到位后) and rhythms (每季度, 长期坚持) are classes of
their own and never become a guessed day. A day, a month's end and the like count as included
before 前; a whole month, quarter, year or feast ends the day before it begins.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
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
from knowledge.words.folding import fold
from knowledge.words.numerals import parse_number

_YEAR = r"(?:(?P<year>(?:19|20)\d\d)年?度?|(?P<chinese>二[〇零○][〇零一二三四五六七八九○]{2})年|(?P<rel>今年|本年度?|明年|后年|次年|来年|当年|去年))?的?"
_MONTH = r"(?P<m>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月份?"
_N = r"(?P<n>\d{1,3}|[一二两三四五六七八九十半]{1,3})"
_EDGE = r"(?P<edge>之?前|以前|起|开始|(?:之|以)?后(?!续))?"
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


@dataclass(frozen=True, slots=True)
class FoundDeadline:
    """时限词: a deadline at [start, end) of the folded text."""

    start: int
    end: int
    deadline: Deadline


def find_deadlines(text: str, letter_date: date | None) -> list[FoundDeadline]:
    """The deadlines of a folded text, in order, the longest where they overlap.

    "力争6月底前建成，条件成熟时推广" with 2022-03-01 -> 6月底前 (… 2022-06-30), 条件成熟时 (conditional)
    """
    found: list[FoundDeadline] = []
    for rule in _RULES:
        for match in rule.pattern.finditer(text):
            deadline = _read(rule, match, letter_date)
            if deadline is not None:
                found.append(FoundDeadline(match.start(), match.end(), deadline))
    found.sort(key=lambda one: (one.start, -one.end))
    kept: list[FoundDeadline] = []
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
        elif one.end - one.start > kept[-1].end - kept[-1].start:
            kept[-1] = one
    return kept


def parse_deadline(words: str, letter_date: date | None) -> Deadline | None:
    """What a cell of a deadline column means; its words are kept as printed.

    "2022年12月底" -> 2022-12-21 … 2022-12-31, month-part; "长期坚持" -> recurring; "" -> None
    """
    printed = fold(words).text.strip("。；，")
    if not printed:
        return None
    found = [one.deadline for one in find_deadlines(printed, letter_date)]
    dated = [one for one in found if one.latest or one.earliest]
    if not found:
        return Deadline(printed, *_bare_month(printed, letter_date))
    best = max(dated, key=lambda one: one.latest or date.min) if dated else found[0]
    recurring = next((one.recurring for one in found if one.recurring), None)
    condition = next((one.condition for one in found if one.condition), None)
    return replace(best, words=printed, recurring=recurring, condition=condition)


def _bare_month(words: str, base: date | None) -> Interval:
    """Dates of spreadsheets: 2024-12-20, 2024.12, 2024/6."""
    found = re.fullmatch(r"((?:19|20)\d\d)[-./年](\d{1,2})(?:[-./月](\d{1,2}))?(?:日|\s.*)?", words)
    if found is None:
        return None, None, "vague"
    year, month = int(found[1]), int(found[2])
    if found[3]:
        day = day_of(year, month, int(found[3]))
        return day, day, "day" if day else "vague"
    first = day_of(year, month, 1)
    return (first, month_end(year, month), "month") if first else (None, None, "vague")


@dataclass(frozen=True, slots=True)
class _Rule:
    """One family of words and how it is read."""

    pattern: re.Pattern[str]
    read: Callable[[re.Match[str], date | None], Deadline | None]


def _read(rule: _Rule, match: re.Match[str], base: date | None) -> Deadline | None:
    deadline = rule.read(match, base)
    return None if deadline is None else replace(deadline, words=match[0])


def _year(match: re.Match[str], base: date | None) -> int | None:
    """The year the words name, or the letter's."""
    if match["year"]:
        return int(match["year"])
    if match["chinese"]:
        digits = match["chinese"].translate(
            str.maketrans("〇零○一二三四五六七八九", "000123456789")
        )
        return int(digits)
    if base is None:
        return None
    return base.year + _RELATIVE.get(match["rel"] or "今年", 0)


def _named(match: re.Match[str]) -> bool:
    return bool(match["year"] or match["chinese"] or match["rel"])


def _dated(
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
        if not _named(match) and base and latest < base - _STALE:
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


def _day(match: re.Match[str], year: int) -> Interval:
    day = day_of(year, small_number(match["m"]), small_number(match["d"]))
    return day, day, "day"


def _month(match: re.Match[str], year: int) -> Interval:
    first = day_of(year, small_number(match["m"]), 1)
    if first is None:
        return None, None, "vague"
    last = month_end(first.year, first.month)
    part = match["part"] or ""
    if part in ("上旬", "初"):
        return first, first.replace(day=10), "month-part"
    if part in ("中旬", "中"):
        return first.replace(day=11), first.replace(day=20), "month-part"
    if part:
        return first.replace(day=21), last, "month-part"
    return first, last, "month"


def _months(match: re.Match[str], year: int) -> Interval:
    """2023年6月至8月, 6—9月."""
    first = day_of(year, small_number(match["m"]), 1)
    later = int(match["year2"]) if match["year2"] else year
    last = month_end(later, small_number(match["m2"]))
    return first, last, "month"


def _quarter(match: re.Match[str], year: int) -> Interval:
    month = 3 * _QUARTERS[match["q"]]
    return date(year, month - 2, 1), month_end(year, month), "quarter"


def _half(match: re.Match[str], year: int) -> Interval:
    if match["h"] == "上":
        return date(year, 1, 1), date(year, 6, 30), "half"
    return date(year, 7, 1), date(year, 12, 31), "half"


def _year_end(match: re.Match[str], year: int) -> Interval:
    part = match["part"]
    if part in ("年初",):
        return date(year, 1, 1), date(year, 3, 31), "quarter"
    if part == "年中":
        return date(year, 6, 1), date(year, 6, 30), "month"
    if "底" in part or "末" in part:
        return date(year, 12, 1), date(year, 12, 31), "month"
    return date(year, 1, 1), date(year, 12, 31), "year"


def _whole_year(match: re.Match[str], year: int) -> Interval:
    return date(year, 1, 1), date(int(match["to"] or year), 12, 31), "year"


def _feast(match: re.Match[str], year: int) -> Interval:
    first, last = feast(match["feast"], year)
    if (match["edge"] or "").endswith("前"):
        return None, first - timedelta(days=1), "day"
    return first, last, "span"


def _plan(match: re.Match[str], base: date | None) -> Deadline | None:
    first, last = plan_years(small_number(match["plan"].removesuffix("五")))
    if re.search("末|收官", match[0]):
        return Deadline("", date(last, 1, 1), date(last, 12, 31), "year")
    return Deadline("", date(first, 1, 1), date(last, 12, 31), "span")


def _within(match: re.Match[str], base: date | None) -> Deadline | None:
    """30个工作日内, 三个月内, 3年内: counted from the letter."""
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


def _this_month(match: re.Match[str], base: date | None) -> Deadline | None:
    if base is None:
        return Deadline("", precision="vague")
    first = add_months(base.replace(day=1), 1 if match["w"].startswith("下") else 0)
    if "季" in match["w"]:
        quarter = (base.month - 1) // 3 + (1 if match["w"].startswith("下") else 0)
        year, quarter = base.year + quarter // 4, quarter % 4
        return Deadline(
            "", date(year, 3 * quarter + 1, 1), month_end(year, 3 * quarter + 3), "quarter"
        )
    return Deadline("", first, month_end(first.year, first.month), "month")


def _recurring(match: re.Match[str], base: date | None) -> Deadline | None:
    rhythm = re.search(r"每(?:个?(?:半年|季度|学期|工作日|[年季月周旬日天])|两周|逢)", match[0])
    return Deadline("", precision="recurring", recurring=rhythm[0] if rhythm else match[0])


def _conditional(match: re.Match[str], base: date | None) -> Deadline | None:
    return Deadline("", precision="conditional", condition=match[0])


def _vague(match: re.Match[str], base: date | None) -> Deadline | None:
    return Deadline("")


def _rules() -> Iterator[_Rule]:
    day = r"(?P<d>3[01]|[12]\d|0?[1-9]|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])[日号]"
    part = r"(?P<part>上旬|中旬|下旬|底|末|初|中(?=[前，。；、]|旬|$))?"
    to = r"[至到~—–-]{1,2}"
    yield _rule(rf"{_YEAR}{_MONTH}{day}{_EDGE}", _dated(_day))
    yield _rule(
        rf"{_YEAR}(?P<m>1[0-2]|0?[1-9])月?份?{to}(?:(?P<year2>20\d\d)年)?(?P<m2>1[0-2]|0?[1-9])月{_EDGE}(?!\d)",
        _dated(_months),
    )
    yield _rule(rf"(?<!\d){_YEAR}{_MONTH}{part}{_EDGE}(?!\d)", _dated(_month))
    yield _rule(rf"{_YEAR}第?(?P<q>[一二三四1-4])季度(?:末|底|内)?{_EDGE}", _dated(_quarter))
    yield _rule(rf"{_YEAR}(?P<h>[上下])半年(?:内|底|末)?{_EDGE}", _dated(_half))
    yield _rule(
        rf"{_YEAR}(?P<part>年?年底|年?年末|年?年内|(?<=年)[底末内]|全年|年初|年中|岁末|(?<=年度)内)(?:之?内)?{_EDGE}",
        _dated(_year_end),
    )
    yield _rule(
        rf"(?<![\d—~-])(?P<year>20\d\d)年?(?:{to}(?P<to>20\d\d))?年度?(?![月底末内初中]|\d|第|上|下|[一二三四]季){_EDGE}(?P<chinese>(?!))?(?P<rel>(?!))?",
        _dated(_whole_year),
    )
    yield _rule(
        rf"(?P<rel>今年|明年|后年|本年度|次年|来年)(?![\d底末内初中第上下一二三四五六七八九十两以])(?P<to>(?!))?(?P<year>(?!))?(?P<chinese>(?!))?{_EDGE}",
        _dated(_whole_year),
    )
    yield _rule(
        rf"{_YEAR}“?(?P<feast>元旦|春节|清明节?|五一|劳动节|端午节?|中秋节?|国庆节?|十一黄金周|全国两会|两会|开学|秋季学期|春季学期|暑假|寒假)”?(?:期间|开学)?{_EDGE}",
        _dated(_feast),
    )
    yield _rule(
        r"“?(?P<plan>十[一二三四五六七八九]?五)”?(?:规划)?(?:期间|时期|期内|末期?|期末|内|收官)(?:之?前)?",
        _plan,
    )
    yield _rule(
        rf"(?:自?(?:收到|收悉|受理|验收|本函|签收|立项|开工)[^，。；]{{0,12}})?(?<![第\d.]){_N}(?P<u>个?工作日|日|天|周|个?星期|个月|年)(?:时间)?(?:之内|以内|内)(?!容|部|外|设)",
        _within,
    )
    yield _rule(
        r"(?P<w>本月|下月|下个月|当月|本季度|下季度)(?:底|内|末|中旬|上旬|下旬)?(?:之?前)?",
        _this_month,
    )
    yield _rule(
        r"(?:长期坚持|长期(?:开展|推进|落实|执行|实施|有效|抓好)?|持续(?:推进|开展|实施)?|常态化?(?:开展|推进|坚持|化)?|每(?:个?(?:半年|季度|学期|工作日|[年季月周旬日天])|两周)(?:(?:至少|不少于)?[\d一二两三四五六七八九十]+次)?|定期)",
        _recurring,
    )
    yield _rule(
        r"待[^，。；、]{2,24}?(?:后|时|再|的情况下)|(?:在|等|若|如)?[^，。；、“”是]{0,12}?条件(?:成熟|具备|允许)(?:时|后|的(?:情况下|前提下))?|(?:具备|满足)条件(?:后|时)|[^，。；、待]{2,14}(?:到位|获批|批复|批准|审批通过|下达|立项)(?:后|时|之后)|视[^，。；]{2,14}情况",
        _conditional,
    )
    yield _rule(
        r"适时|逐步|尽快|尽早|近期|早日|陆续|及时|择机|分步|分期分批|下一步|今后|远期|中长期|即将",
        _vague,
    )


def _rule(pattern: str, read: Callable[[re.Match[str], date | None], Deadline | None]) -> _Rule:
    return _Rule(re.compile(pattern), read)


_RULES = tuple(_rules())
