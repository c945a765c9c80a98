"""Deadlines: the words for "by when" and the days they mean, relative to the letter's date.

find_deadlines gives them with their places in a folded text, parse_deadline reads a cell of a
table. Vague words (适时, 逐步), conditions (待资金到位后) and rhythms (每季度, 长期坚持) are classes of
their own and never become a guessed day. A day, a month's end and the like count as included
before 前; a whole month, quarter, year or feast ends the day before it begins.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from knowledge.facts.calendar import month_end
from knowledge.facts.dates import day_of
from knowledge.facts.intervals import (
    Interval,
    conditional_words,
    dated_words,
    day_words,
    days_words,
    feast_words,
    from_now_words,
    half_words,
    month_words,
    months_words,
    plan_words,
    quarter_words,
    recurring_words,
    this_month_words,
    vague_words,
    whole_year_words,
    within_words,
    year_end_words,
)
from knowledge.glossary import Deadline
from knowledge.words.folding import fold

_YEAR = r"(?:(?P<year>(?:19|20)\d\d|(?<![\d第])[2-3]\d(?=年(?:年?[底末]|1?\d月|第?[一二三四]季|[上下]半年)))年?度?|(?P<chinese>二[〇零○0O][〇零一二三四五六七八九○0O]{2})年|(?P<rel>今年|本年度?|明年|后年|次年|来年|当年|去年))?的?"
_MONTH = r"(?P<m>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月份?"
_N = r"(?P<n>\d{1,3}|[一二两三四五六七八九十半]{1,3})"
_EDGE = r"(?P<edge>(?:之?前|以前)(?!后)|起|开始|(?:之|以)?后(?!续))?"
_TO = r"[至到~—–-]{1,2}"

_SPAN_ALONE = re.compile(rf"{_N}(?:个?工作日|日|天|周|个月)")
_BARE = re.compile(r"((?:19|20)\d\d)[-./年]?(\d{1,2})(?:[-./月]?(\d{1,2}))?(?:日|\s.*)?")


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
    found = _joined_to_conditions(text, found)
    kept: list[FoundDeadline] = []
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
        elif one.end - one.start > kept[-1].end - kept[-1].start:
            kept[-1] = one
    return _side_by_side(text, kept)


def _side_by_side(text: str, found: list[FoundDeadline]) -> list[FoundDeadline]:
    """10月15日供暖前 is one deadline, its day; 中秋国庆前 is one, the latter."""
    kept: list[FoundDeadline] = []
    for one in found:
        last = kept[-1] if kept else None
        if last and last.end == one.start and last.deadline.latest and one.deadline.latest:
            best = last.deadline if last.deadline.precision == "day" else one.deadline
            words = text[last.start : one.end]
            kept[-1] = FoundDeadline(last.start, one.end, replace(best, words=words))
        else:
            kept.append(one)
    return kept


def _joined_to_conditions(text: str, found: list[FoundDeadline]) -> list[FoundDeadline]:
    """待资金下达后6个月内 is a condition: the six months do not count from the letter."""
    kept: list[FoundDeadline] = []
    for one in found:
        last = kept[-1] if kept else None
        counts = one.deadline.words.endswith("内") and one.deadline.words[0] not in "今本当年“"
        if last and counts and last.deadline.condition and last.end == one.start:
            words = text[last.start : one.end]
            kept[-1] = FoundDeadline(last.start, one.end, replace(last.deadline, words=words))
        else:
            kept.append(one)
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
        bare = find_deadlines(f"{printed}内", letter_date)  # a cell that says 10个工作日
        if _SPAN_ALONE.fullmatch(printed) and bare:
            return replace(bare[0].deadline, words=printed)
        return Deadline(printed, *_bare_days(printed))
    best = max(dated, key=lambda one: one.latest or date.min) if dated else found[0]
    recurring = next((one.recurring for one in found if one.recurring), None)
    condition = next((one.condition for one in found if one.condition), None)
    return replace(best, words=printed, recurring=recurring, condition=condition)


def _bare_days(words: str) -> Interval:
    """Dates of spreadsheets: 2024-12-20, 2024.12, 2024/6, 20241220, 2024.6-2024.12."""
    pair = [_BARE.fullmatch(part) for part in re.split(r"[—–~至-]+(?=20\d\d)", words)]
    if len(pair) > 2 or None in pair:
        return None, None, "vague"
    days = [_bare_day(part) for part in pair if part]
    return (days[0][0], days[-1][1], days[0][2] if len(days) == 1 else "span")


def _bare_day(found: re.Match[str]) -> Interval:
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


def _calendar_rules() -> Iterator[_Rule]:
    """Days, months, quarters, halves and years."""
    day = r"(?P<d>3[01]|[12]\d|0?[1-9]|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])[日号]"
    part = r"(?P<part>[上中]、?[中下]旬|上旬|中旬|下旬|底|末|初|中(?=[前，。；、]|旬|$))?"
    yield _rule(rf"{_YEAR}{_MONTH}{day}{_EDGE}", dated_words(day_words))
    last = r"(?:(?P<year2>20\d\d)年)?(?P<m2>1[0-2]|0?[1-9])月(?P<d2>3[01]|[12]\d|0?[1-9])日"
    yield _rule(rf"{_YEAR}{_MONTH}{day}{_TO}{last}", dated_words(days_words))
    yield _rule(
        rf"{_YEAR}(?P<m>1[0-2]|0?[1-9])月?份?{_TO}(?:(?P<year2>20\d\d)年)?(?P<m2>1[0-2]|0?[1-9])月{_EDGE}(?!\d)",
        dated_words(months_words),
    )
    yield _rule(
        rf"(?<!\d){_YEAR}{_MONTH}{part}{_EDGE}(?:(?<=[前起始后])|(?!\d))", dated_words(month_words)
    )
    yield _rule(
        rf"{_YEAR}第?(?P<q>[一二三四1-4])季度(?:末|底|内)?{_EDGE}", dated_words(quarter_words)
    )
    yield _rule(rf"{_YEAR}(?P<h>[上下])半年(?:内|底|末)?{_EDGE}", dated_words(half_words))
    yield _rule(
        rf"{_YEAR}(?P<part>年?年底|年?年末|(?<![一二两三四五六七八九十几\d])年?年内|(?<=年)[底末内]|全年|年初|年中|岁末|(?<=年度)[内底末])(?:之?内)?{_EDGE}",
        dated_words(year_end_words),
    )
    yield _rule(
        rf"(?<![\d—~-])(?P<year>20\d\d)年?(?:{_TO}(?P<to>20\d\d))?年度?(?![月底末内初中]|\d|第|上|下|[一二三四]季){_EDGE}(?P<chinese>(?!))?(?P<rel>(?!))?",
        dated_words(whole_year_words),
    )
    yield _rule(
        rf"(?P<rel>今年|明年|后年|本年度|次年|来年)(?![\d底末内初中第上下一二三四五六七八九十两以])(?P<to>(?!))?(?P<year>(?!))?(?P<chinese>(?!))?{_EDGE}",
        dated_words(whole_year_words),
    )


def _feast_rules() -> Iterator[_Rule]:
    """Feasts, terms, meetings and seasons."""
    holidays = r"元旦|春运|春节|元宵|清明|五一|劳动节|六一|端午|七一|八一|教师节|中秋|重阳|国庆|农历新年|十一(?=黄金周|假期|长假)(?:黄金周)?|(?<=“)十一(?=”)"
    terms = r"(?:秋季|春季)?开学|秋季学期|春季学期|暑假|暑期|寒假|高考|中考|主?汛期?|迎峰度[夏冬]|[梅]?雨季|台风季|旱季"
    places = r"(?P<place>全国|[省市区县州])?“?(?P<feast>两会)"
    span = r"”?(?:小?长假|假期)?(?:期间|开学|内|来临|到来|开始(?=之?前|以前)|(?P<over>结束))?"
    yield _rule(
        rf"{_YEAR}(?:“?(?P<feast>(?:{holidays})节?|{terms})|“?{places.replace('feast', 'meeting')}){span}{_EDGE}",
        dated_words(feast_words),
    )
    seasons = r"(?:冬季)?(?:供暖|采暖|取暖)[季期]?|春耕|春灌|夏收|秋收|入冬|[春夏秋冬]季"
    yield _rule(
        rf"{_YEAR}(?P<feast>{seasons})(?P<place>(?!))?(?P<meeting>(?!))?(?:到来|来临|启动)?(?P<edge>之?前|以前|起|开始)",
        dated_words(feast_words),
    )
    yield _rule(
        rf"{_YEAR}(?<=年)(?P<feast>[春夏秋冬]季)(?P<place>(?!))?(?P<meeting>(?!))?{_EDGE}(?!学期|开学)",
        dated_words(feast_words),
    )


def _span_rules() -> Iterator[_Rule]:
    """Five-year plans, spans of days to years, and the running week to term."""
    yield _rule(
        r"“?(?P<plan>十[一二三四五六七八九]?五)”?(?:规划)?(?:期间|时期|期内|(?P<part>[初前中]期)|末期?|期末|内|收官(?:之年)?|开局(?:之年)?|第(?P<nth>[一二三四五])年[底末]?)(?:之?前)?",
        plan_words,
    )
    several = r"(?:[\d一二两三四五]{1,2}[至到~—–-])?"
    yield _rule(
        rf"(?P<from>(?:自|从|在)?(?:收到|收悉|受理|验收|本函|本?答复|签收|立项|开工|批复|公示|结束|竣工|完成|印发|审核通过)[^，。；]{{0,12}}?(?:之日)?[起后，]?|(?<![\u4e00-\u9fff])(?:(?![在于自从])[\u4e00-\u9fff]){{2,6}}(?<![今此最然往])(?:之日起|后))?(?<![第\d.]){several}{_N}(?P<u>个?工作日|日|天|周|个?星期|个月|年)(?:时间)?(?:之内|以内|内)(?!容|部|外|设|[未没无不])",
        within_words,
    )
    yield _rule(
        rf"(?P<from>(?!))?(?:今后|未来|接下来的?|再?用|利用)(?:的)?{several}{_N}(?P<u>年|个月)(?:左右)?(?:的?时间)?(?:内)?",
        within_words,
    )
    yield _rule(
        r"(?P<w>本月|这个月|下月|下个月|当月|本季度|下季度|(?<![\d一二三四1-4本上下每各、])季度(?=[末底])|[本下]周(?:[一二三四五六日天])?|本学期|下学期|(?<![\d一二三四五六七八九十每个上本下当年前逐])月(?=[底末内]))(?:底|内|末|中旬|上旬|下旬)?(?:之?前|(?P<begins>起|开始))?",
        this_month_words,
    )
    yield _rule(r"即日起|从现在起|自发文之日起", from_now_words)


def _open_rules() -> Iterator[_Rule]:
    """What recurs, hangs on a condition, or names no day."""
    yield _rule(
        r"(?:长期坚持|长期(?:开展|推进|落实|执行|实施|有效|抓好)?|持续(?:推进|开展|实施)?|常态化?(?:开展|推进|坚持|化)?|每年\d{1,2}月(?:份|底)?(?:[、和]\d{1,2}月(?:份|底)?)+|每(?:个?(?:半个?月|半年|季度|学[期年]|工作日|[双两]个?月|[年季月旬日天]|(?:周|星期)(?:[一二三四五六日末](?![次场期回轮]))?)|两[周年])(?:(?:至少|不少于)?[\d一二两三四五六七八九十]+次)?|不?定期|按(?:年度|季度?|月|周)(?!份)|逐[月季]|一(?:年|季度|月|周)[一两二三四\d]次)",
        recurring_words,
    )
    yield _rule(
        r"待[^，。；、]{2,24}?(?:后|时|再|的情况下)|(?:在|等|若|如)?[^，。；、“”是]{0,12}?条件(?:成熟|具备|允许)(?:时|后|的(?:情况下|前提下))?|(?:具备|满足)条件(?:后|时)|[^，。；、待]{2,14}(?:到位|获批|批复|批准|审批通过|下达|立项)(?:后|时|之后)|视[^，。；]{2,14}情况",
        conditional_words,
    )
    yield _rule(
        r"适时|逐步|尽快|尽早|近期|早日|陆续|及时|择机|立即|马上|第一时间|逐年|分年度|分阶段|分步|分期分批|下一步|今后|远期|中长期|即将",
        vague_words,
    )


def _rule(pattern: str, read: Callable[[re.Match[str], date | None], Deadline | None]) -> _Rule:
    return _Rule(re.compile(pattern), read)


_RULES = (*_calendar_rules(), *_feast_rules(), *_span_rules(), *_open_rules())
