"""An earlier figure, out of the present one and the change the letter states beside it.

38.5%，比上年提高4.1个百分点: 34.4% the year before. 1905件，比2021年下降12%: some 2165 in 2021.
"""

import re
from dataclasses import replace
from decimal import Decimal

from assistant.dialogue.answer import Answer
from assistant.dialogue.answering.figures import ranked_figures
from assistant.dialogue.answering.inquiry import Inquiry
from assistant.dialogue.answering.reckoning import computed, value
from assistant.dialogue.answering.saying import label, number, sentence, unit_of
from assistant.dialogue.matching.zones import zones_of
from assistant.dialogue.question import Ask, Qualifiers
from knowledge import Evidence, Indicator

_RISEN = re.compile(r"(?:增加?|涨|升|上升|提高|提升|增长|新增)[了的]?")
# 没增加这1件之前, 新增前: what is new is taken off again
_BEFORE_NEW = re.compile(
    r"(?:新增|增加|增添|新?授权|新?认定|新?注册|没有?加|没有?添|加上?|添上?)[^，。]{0,8}?(?:之|以)?前|[没未](?:有|曾)?(?:新增|增加|增添|添)|原来|原先|原有"
)
_GRANTED = re.compile("^(?:授权|认定|注册|登记)")  # what is new was so granted
_FALLS = re.compile("下降|减少|降低|缩短|回落|压减|压缩|下滑|递减|少|降")
_EXPLICIT = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_SINCE = re.compile(r"(?:比|较|与)((?:19|20)[0-9]{2})年")
_LAST_YEAR = re.compile("同比|上年|去年|前一年|上一年")
_POINTS = frozenset({"个百分点", "百分点"})
_WHOLES = frozenset("个件家人名户起次辆张所处座项条台套株头例宗栋")


def answer_before(inquiry: Inquiry) -> Answer | None:
    """去年是多少, 2021年是多少: the figure stated, taken back by the change stated beside it."""
    question = inquiry.question
    if "目标" in question.qualifiers.measure or Ask.YESNO in question.asks:
        return None
    year = _year_asked(inquiry)
    kept = tuple(w for w in question.words if not _RISEN.fullmatch(w.text))
    held = inquiry.with_question(
        replace(question, words=kept, qualifiers=Qualifiers(), unit="", asks=(Ask.FIGURE,))
    )
    for found, _ in ranked_figures(held):
        fact = found.evidence.fact
        if not isinstance(fact, Indicator) or fact.measure in ("目标", "增量", "增长率"):
            continue
        change = change_of(held, found.evidence, year)
        if change is not None:
            return _before(found.evidence, change)
    return None


def answer_year(inquiry: Inquiry) -> Answer | None:
    """2021年是多少, of which the letter only says by how much the year behind it differs."""
    return answer_before(inquiry) if _year_asked(inquiry) else None


def _year_asked(inquiry: Inquiry) -> int | None:
    """The one year named by its number."""
    years = inquiry.question.qualifiers.years
    named = _EXPLICIT.search(inquiry.question.text) is not None
    return next(iter(years)) if named and len(years) == 1 else None


def change_of(inquiry: Inquiry, current: Evidence, year: int | None = None) -> Evidence | None:
    """The change of this very figure that its sentence states; since that year, where one is asked."""
    mine = current.fact
    before_new = _BEFORE_NEW.search(inquiry.question.text) is not None
    changes = []
    for found in inquiry.candidates.of(Indicator):
        fact = found.evidence.fact
        if not isinstance(fact, Indicator) or not isinstance(mine, Indicator):
            continue
        near = (
            (
                found.evidence.quote == current.quote
                and abs(fact.place.own.start - mine.place.own.start) < 120
            )
            or before_new
            and _is_told_before(fact, mine)
        )
        if near and _changes(fact, mine, before_new) and _is_since(year, found.evidence, current):
            changes.append(found.evidence)
    # an amount says it exactly, a rate only about
    return min(changes, key=_is_rate, default=None)


def _is_told_before(change: Indicator, stock: Indicator) -> bool:
    """2021年新增3家, then in the same paragraph 全区现有15家: what is new is among those there are."""
    return (
        change.measure == "新增"
        and change.place.code == stock.place.code
        and change.place.own.start < stock.place.own.start
        and change.level == stock.level
        and change.scope in (None, stock.scope)
    )


def _changes(change: Indicator, stock: Indicator, before_new: bool) -> bool:
    """A change of this very figure: by name, or by standing right behind it."""
    alike = _GRANTED.sub("", change.name) == stock.name
    if change.measure == "新增":
        both = alike and change.unit == stock.unit and stock.measure != "新增"
        return both and before_new
    if change.measure == "增长率":  # 新增5个，增长20%: the letter does not say of what
        return (
            stock.measure != "新增"
            and change.name.startswith(stock.name)
            and stock.unit not in ("%", *_POINTS)
        )
    same_unit = change.unit == stock.unit or (stock.unit == "%" and change.unit in _POINTS)
    beside = 0 <= change.place.own.start - stock.place.own.end <= 3 and not (
        change.name and change.name not in stock.name
    )
    return change.measure == "增量" and same_unit and (alike or beside)


def _is_since(year: int | None, change: Evidence, current: Evidence) -> bool:
    """Does the change count from the year asked for?"""
    own = zones_of(change).own
    named = _SINCE.search(own)
    if year is None:
        return named is None or _LAST_YEAR.search(own) is not None or _is_last(named[1], current)
    if named:
        return int(named[1]) == year
    stated = getattr(current.fact, "year", None)
    told = stated or (current.letter.letter.date.year if current.letter.letter.date else 0)
    return told - 1 == year and (bool(stated) or _LAST_YEAR.search(own) is not None)


def _is_last(year: str, current: Evidence) -> bool:
    day = current.letter.letter.date
    told = getattr(current.fact, "year", None) or (day.year if day else 0)
    return told - 1 == int(year)


def _is_rate(row: Evidence) -> bool:
    return getattr(row.fact, "measure", "") == "增长率"


def falls(change: Evidence) -> bool:
    """Does the letter state a decrease?"""
    name = getattr(change.fact, "name", "")
    return name.endswith("降幅") or _FALLS.search(zones_of(change).own) is not None


def taken_back(row: Evidence, change: Evidence) -> Decimal:
    """The figure before the change."""
    amount, down = value(change), falls(change)
    if not _is_rate(change):
        return value(row) + amount if down else value(row) - amount
    rate = 1 + (-amount if down else amount) / 100
    return _rounded(value(row) / rate, row) if rate else Decimal(0)


def _before(row: Evidence, change: Evidence) -> Answer:
    """The figure before the change, with how it was reckoned."""
    amount, unit, down = value(change), unit_of(row), falls(change)
    before = number(taken_back(row, change))
    if _is_rate(change):
        shown = f"÷（1{'-' if down else '+'}{number(amount)}%）≈"
    else:
        shown = f"{'+' if down else '-'}{number(amount)}="
    word = "" if _is_rate(change) else "下降" if down else "增加"
    said = f"{label(change)}{word}{number(amount)}{unit_of(change)}"
    reckoned = f"{number(value(row))}{shown}{before}{unit}（推算）"
    head = f"{'约' if _is_rate(change) else ''}{before}{unit}"
    return computed(head, f"{sentence(row)}，{said}，{reckoned}", (row, change))


def _rounded(before: Decimal, row: Evidence) -> Decimal:
    """Things counted in pieces are whole; a figure of decimals keeps as many."""
    digits = -int(value(row).as_tuple().exponent)
    whole = unit_of(row) in _WHOLES
    return before.quantize(Decimal(1) if whole else Decimal(1).scaleb(-max(digits, 1)))
