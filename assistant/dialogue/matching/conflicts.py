"""What in a question contradicts a fact: another measure, status, level, year or place.

新增 is not 总数, 目标 not 现有, 申报 not 已获, 国家级 not 市级, 2021 not 2022.
"""

import re
from collections.abc import Callable, Collection, Iterable

from assistant.dialogue.matching.areas import area_conflict, names_area
from assistant.dialogue.matching.ordinals import (
    AGE,
    GRADE,
    ORDINAL,
    OTHER_TIME,
    PHASE,
    THRESHOLD,
    other_age,
    other_grade,
    other_ordinal,
    other_threshold,
    told_otherwise,
)
from assistant.dialogue.matching.standings import LEVEL_UP, status_class, status_conflict
from assistant.dialogue.matching.zones import Zones, folded_text
from assistant.dialogue.question import Ask, Qualifiers, Question
from knowledge import (
    Commitment,
    Evidence,
    Indicator,
    LetterField,
    Listing,
    Recognition,
    parse_number,
)

Check = Callable[[Question, Evidence, Zones], str]

_MONTH = re.compile(r"(?<![0-9])([0-9]{1,2})月")
_UNTIL = re.compile(
    r"(?:截[止至]到?|到|至)(?:(?:20)?[0-9]{2}年|今年|去年|当年)?([0-9]{1,2}|[一二三四五六七八九十]{1,2})月"
)
_COUNTED = re.compile(r"([二三四五六七八九])大")
_STOCK = {"新增", "增量", "增长率", "目标", "预计"}
_NEW = {"新增", "增量", "增长率"}
_COUNTED_DONE = re.compile(r"(?:新增|增加|增|新添|达到|办成|建成|建)了(?:多少|几)")
_PAST = re.compile(r"已[奖补发付拨资]|[励助发给补付奖拨]了|去年的|实际|已经")
_TO_COME = re.compile(r"还[要会得将]|[要会将]发|打算|准备")
_CHANGE = re.compile(
    "[^，。]{0,4}(?:更新|更换|新建|新增|改造|修复|新设|增设|购置|改建|扩建|修缮|整治)"
)
# 有多少辆 asks for those there are
_HAS_NOW = re.compile(
    "(?<![要会将能再需])(?:共|还)?有(?:多少|几|好多)(?!.{0,8}(?:要|得|需|将|没|未|待))"
)
_WRITTEN = re.compile(r"参与了?(?:制定|制订|起草|编写|编制|研制)|(?:制定|制订|起草|编制)[了过]")
_THERE_WERE = re.compile(
    r"^[^新增添加授认通获批注评拿涨奖建改升办参入]*(?<![还要会能])(?:共|总共|一共)?[有是](?:多少|几|好多)[^新增添加授认通获批注评拿涨奖建改升办参入]*$"
)
_BUILT = re.compile("[新改扩增]建|增设|新设|添置|购置")  # what is to be built is new


def checks_of(question: Question, agencies: Collection[str]) -> list[Check]:
    """The looks at a fact of these agencies that a question needs: most name no year, no level, no
    area.
    """
    needed = [check for asks, check in _CHECKS if asks(question)]
    return [c for c in needed if c is not area_conflict or names_area(question, agencies)]


def conflicts_of(
    checks: Iterable[Check], question: Question, evidence: Evidence, zones: Zones
) -> tuple[str, ...]:
    """What speaks against this fact, in words for the explanation."""
    found = [check(question, evidence, zones) for check in checks]
    found += [f"不算在内：{name}" for name in question.without if name in zones.label]
    return tuple(words for words in found if words)


def _measure(asked: Qualifiers, evidence: Evidence, zones: Zones, asking: str) -> str:
    fact = evidence.fact
    if isinstance(fact, Commitment) and _COUNTED_DONE.search(asking):
        return "口径不同：还是承诺"
    if _is_change(evidence) and _HAS_NOW.search(asking) and not asked.measure & {"新增", "目标"}:
        return "口径不同：还是承诺"
    if _is_new(fact, zones) and _is_stock(asked, asking):
        return "口径不同：新增"
    if "新增" in asked.measure and status_class(asking) != "申报" and _is_sought(fact):
        return "口径不同：还没有"
    if not asked.measure or not isinstance(fact, Indicator | Commitment):
        return ""
    has = fact.measure if isinstance(fact, Indicator) else "目标"
    if has in asked.measure:
        return ""
    if "目标" in asked.measure and "存量" in asked.measure:
        return "" if has in ("存量", "数量", "累计", "目标") else f"口径不同：{has}"
    wrong = (
        "新增" in asked.measure
        and has not in _NEW
        and not re.search("新增|新", zones.own + zones.label)
        and not (has == "目标" and _BUILT.search(zones.quote))
        or "目标" in asked.measure
        and not (has == "预计" or re.search("力争|目标|确保|计划|争取", zones.own))
        or "存量" in asked.measure
        and has in _STOCK
        or "增量" in asked.measure
        and has not in ("增量", "新增", "增长率")
        or "预计" in asked.measure
        and has not in ("预计", "目标")
    )
    return f"口径不同：{has}" if wrong else ""


def _is_sought(fact: object) -> bool:
    """What is still worked for is no new one."""
    sought = isinstance(fact, Listing | Recognition) and fact.status
    return bool(sought) and status_class(getattr(fact, "status", "")) == "申报"


def _is_new(fact: object, zones: Zones) -> bool:
    """A figure of what is new, or the names of it."""
    if isinstance(fact, Listing | Recognition):
        return "新增" in zones.own
    return isinstance(fact, Indicator) and fact.measure in _NEW


def _is_stock(asked: Qualifiers, asking: str) -> bool:
    """去年有多少个品牌 asks for all there were, not for what was new that year."""
    return bool(asked.years) and not asked.measure and bool(_THERE_WERE.search(asking))


def _is_change(evidence: Evidence) -> bool:
    """更新公交车60辆, 新建管网40公里: what is to be done; 普及率达到95% is a state to come."""
    fact = evidence.fact
    if isinstance(fact, Indicator):
        return fact.measure == "目标" and _CHANGE.match(folded_text(fact.name)) is not None
    return isinstance(fact, Commitment) and _CHANGE.match(folded_text(fact.text)) is not None


def _only_expected(asked: Qualifiers, evidence: Evidence, asking: str) -> str:
    """奖励了多少 asks for what was paid, 预计 is no answer to it."""
    fact = evidence.fact
    if isinstance(fact, Indicator) and fact.measure == "目标" and "实际" in asking:
        return "口径不同：目标"
    expected = isinstance(fact, Indicator) and fact.measure == "预计"
    if _TO_COME.search(asking) or "预计" in asked.measure:
        return ""
    if expected and _PAST.search(asking):
        return "口径不同：预计"
    return ""


def _level(asked: Qualifiers, evidence: Evidence, zones: Zones) -> str:
    if not asked.level or not isinstance(evidence.fact, Indicator | Listing | Recognition):
        return ""
    has = getattr(evidence.fact, "level", None)
    if asked.level == {"A级"} and re.search(r"[1-5]A级?景", zones.core):
        return ""  # A级景区 are all of them, from 1A to 5A
    if has:
        same = any(level == has for level in asked.level)
        return "" if same or any(lv in zones.label for lv in asked.level) else f"级别不同：{has}"
    if any(_stands(level, zones.core) or _stands(level, zones.own) for level in asked.level):
        return ""
    return f"没有这个级别：{'、'.join(sorted(asked.level))}"


def _level_up(asking: str, evidence: Evidence, zones: Zones) -> str:
    """市级以上 is not 市级 alone: 以上 has to stand with the figure."""
    found = LEVEL_UP.search(asking)
    if found is None or not isinstance(evidence.fact, Indicator | Commitment):
        return ""
    told = LEVEL_UP.search(zones.own + zones.core)
    return "" if told and told[1] == found[1] else f"级别不同：{found[0]}"


def _stands(level: str, text: str) -> bool:
    """Does the level stand there by itself? A级 does not stand in AA级."""
    return re.search(rf"(?<![A-Za-z0-9]){re.escape(level)}", text) is not None


def _year(asked: Qualifiers, evidence: Evidence, zones: Zones) -> str:
    fact = evidence.fact
    if not asked.years or isinstance(fact, LetterField):
        return ""
    if any(f"{year}年" in zones.core or str(year) in zones.own for year in asked.years):
        return ""
    printed = {int(year) for year in re.findall(r"((?:19|20)[0-9]{2})年", zones.own)}
    has = printed | _expected_in(evidence) if printed else _years_of(evidence)
    if has and asked.years.isdisjoint(has):
        return f"年份不同：{'、'.join(str(year) for year in sorted(has))}年"
    return ""


def _years_of(evidence: Evidence) -> set[int]:
    """The years a fact speaks of: its own, that of its deadline, else that of the letter."""
    fact = evidence.fact
    year = getattr(fact, "year", None)
    if year:
        return {year} | _expected_in(evidence)
    as_of = getattr(fact, "as_of", None)
    if as_of:
        return {as_of.year}
    if isinstance(fact, Commitment) and fact.deadline and fact.deadline.latest:
        return {fact.deadline.latest.year}
    day = evidence.letter.letter.date
    return {day.year} if day else set()


def _expected_in(evidence: Evidence) -> set[int]:
    """What is expected for the work of last year is expected in the year of the letter."""
    day = evidence.letter.letter.date
    expected = isinstance(evidence.fact, Indicator) and evidence.fact.measure == "预计"
    return {day.year} if expected and day else set()


def _as_of(question: Question, evidence: Evidence) -> str:
    """截至9月有多少 is not answered by what was counted until 5月."""
    fact = evidence.fact
    if not isinstance(fact, Indicator) or fact.measure in ("目标", "预计"):
        return _month(question, evidence)
    asked = {str(parse_number(month)) for month in _UNTIL.findall(question.text)}
    told = {str(day.month) for day in (fact.as_of, evidence.letter.letter.date) if day}
    told |= set(_MONTH.findall(folded_text(evidence.quote)))
    return "" if asked & told else f"时间不同：{'、'.join(sorted(told))}月"


def _month(question: Question, evidence: Evidence) -> str:
    """6月底前完成 is not 12月底."""
    fact = evidence.fact
    deadline = fact.deadline if isinstance(fact, Commitment) else None
    if not deadline or not deadline.latest:
        return ""
    named = {*_MONTH.findall(question.text), *_UNTIL.findall(question.text)}
    asked = {int(parse_number(month) or 0) for month in named}
    due = {day.month for day in (deadline.latest, deadline.earliest) if day}
    return "" if asked & due else f"月份不同：{deadline.words}"


def _counted(asking: str, evidence: Evidence) -> str:
    """四大产业 is not the list of 五大产业."""
    fact = evidence.fact
    if not isinstance(fact, Listing | Indicator):
        return ""
    name = folded_text(fact.name)
    count = fact.count if isinstance(fact, Listing) else fact.value
    for found in _COUNTED.finditer(asking):
        if count and asking.startswith(name, found.end()) and parse_number(found[1]) != count:
            return f"个数不同：{count}个{name}"
    return ""


def _underway(evidence: Evidence) -> str:
    """参与制定的标准 are not those 正在制定."""
    status = getattr(evidence.fact, "status", None) or ""
    return f"状态不同：{status}" if status.startswith(("正在", "在", "拟")) else ""


# what a question asks for -> the look at a fact that this needs, in the order in which conflicts
# are told
_CHECKS: tuple[tuple[Callable[[Question], object], Check], ...] = (
    (
        lambda q: (
            q.qualifiers.measure
            or any(asks.search(q.text) for asks in (_COUNTED_DONE, _PAST, _HAS_NOW))
        ),
        lambda q, e, z: (
            _measure(q.qualifiers, e, z, q.text) or _only_expected(q.qualifiers, e, q.text)
        ),
    ),
    (lambda q: q.qualifiers.status, lambda q, e, z: status_conflict(q.qualifiers, e, z, q.text)),
    (lambda q: not q.qualifiers.status and _WRITTEN.search(q.text), lambda q, e, z: _underway(e)),
    (lambda q: q.qualifiers.level, lambda q, e, z: _level(q.qualifiers, e, z)),
    (lambda q: LEVEL_UP.search(q.text), lambda q, e, z: _level_up(q.text, e, z)),
    (lambda q: q.qualifiers.years, lambda q, e, z: _year(q.qualifiers, e, z)),
    (lambda q: True, area_conflict),
    (
        lambda q: ORDINAL.search(q.text) or OTHER_TIME.search(q.text),
        lambda q, e, z: other_ordinal(q.text, z),
    ),
    (lambda q: PHASE.search(q.text), lambda q, e, z: told_otherwise(PHASE, "期次", q.text, z)),
    (lambda q: GRADE.search(q.text), lambda q, e, z: other_grade(q.text, z)),
    (lambda q: AGE.search(q.text), lambda q, e, z: other_age(q.text, z)),
    (lambda q: THRESHOLD.search(q.text), lambda q, e, z: other_threshold(q.text, e, z)),
    (lambda q: Ask.YESNO in q.asks and _MONTH.search(q.text), lambda q, e, z: _month(q, e)),
    (
        lambda q: Ask.FIGURE in q.asks and Ask.MONTHLY not in q.asks and _UNTIL.search(q.text),
        lambda q, e, z: _as_of(q, e),
    ),
    (lambda q: _COUNTED.search(q.text), lambda q, e, z: _counted(q.text, e)),
)
