"""Arithmetic over time: gap to a target, per month, before an increase, after one."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import ROUND_CEILING, Decimal

from assistant.dialogue.answer import Answer
from assistant.dialogue.answering.commitments import told_of
from assistant.dialogue.answering.figures import ranked_figures
from assistant.dialogue.answering.inquiry import Inquiry
from assistant.dialogue.answering.progress import present_of
from assistant.dialogue.answering.reckoning import computed, percent, value
from assistant.dialogue.answering.saying import label, number, sentence, unit_of, value_of
from assistant.dialogue.answering.spans import months_asked, names_other_months
from assistant.dialogue.question import Ask, Qualifiers, Question
from knowledge import Commitment, Evidence, Indicator

_GOAL_WORD = re.compile(
    r"目标|承诺|任务|年底|承诺事项|差距|计划|完成|达到|数量|新增|增加|还需|现有|目标值|达标|才能|才算|承诺的|[没未]有?(?:完成|达标|达到|做完|办完|做|办)"
)
_GOAL_VERBS = ("增加", "达到", "完成")  # what is done about any goal, in any words (添, 凑到, 办完)
_CHANGED = re.compile("增|再[加添多减少装建开]|新[建开装设添]")
_BY_HUNDREDTHS = re.compile(
    r"(?:涨|增加|增长|提高|提升|上升|升)?了?(?:百分之(?:几|多少)|几成|(?:几|多少)个?百分点)"
)
_RISEN = re.compile(r"(?:增加?|涨|升|上升|提高|提升|增长|新增)[了的]?")

# 没增加这1件之前, 新增前: what is new is taken off again
_BEFORE_NEW = re.compile(
    r"(?:新增|增加|增添|没有?加|没有?添|加上?|添上?)[^，。]{0,8}?(?:之|以)?前|[没未](?:有|曾)?(?:新增|增加|增添|添)|原来|原先|原有"
)
_ADDED = re.compile(_RISEN.pattern + "|再?减少?了?|[新再]?[建开装设添](?:成|通|立|完|上|好|了)*")


def answer_gap(inquiry: Inquiry) -> Answer | None:
    """离目标还差多少: the promise minus the present figure."""
    pair = _target_and_current(inquiry)
    if pair is None:
        return None
    target, current = pair
    gap = value(target) - value(current)
    share = (
        (value(current) / value(target) * 100).quantize(Decimal("0.1"))
        if value(target)
        else Decimal(0)
    )
    unit = unit_of(current)
    shown = f"{number(value(target))}-{number(value(current))}={number(gap)}{unit}"
    head = f"还差{number(gap)}{unit}" if gap > 0 else f"已超过目标{number(-gap)}{unit}"
    return computed(
        head,
        f"{sentence(current)}，目标{number(value(target))}{unit}，{shown}，完成{number(share)}%（推算）",
        (current, target),
    )


def _target_and_current(inquiry: Inquiry) -> tuple[Evidence, Evidence] | None:
    """The promise asked about and the present figure of the same thing."""
    qualifiers = replace(inquiry.question.qualifiers, measure=frozenset(), status=frozenset())
    question = replace(inquiry.question, unit="", qualifiers=qualifiers)
    held = inquiry.with_question(_without_goal_words(question, inquiry.library.lexicon.verbs))
    best: tuple[float, Evidence, Evidence] | None = None
    for found in held.candidates.of(Commitment, Indicator):
        fact = found.evidence.fact
        goal = (
            isinstance(fact, Commitment) or isinstance(fact, Indicator) and fact.measure == "目标"
        )
        if not goal or value_of(found.evidence) is None or found.missing:
            continue
        if not held.touches(found) and not told_of(found):
            continue
        current = present_of(held, found.evidence)
        worth = found.score + held.near_focus(found)
        if current and (best is None or worth > best[0]):
            best = (worth, found.evidence, current)
    return (best[1], best[2]) if best else None


def _without_goal_words(question: Question, verbs: Mapping[str, Sequence[str]]) -> Question:
    doings = {word for verb in _GOAL_VERBS for word in (verb, *verbs.get(verb, ()))}
    kept = tuple(
        w for w in question.words if w.text not in doings and not _GOAL_WORD.fullmatch(w.text)
    )
    return replace(question, words=kept)


def answer_monthly(inquiry: Inquiry) -> Answer | None:
    """平均每月还要多少: the gap over the months left until the deadline."""
    pair = _target_and_current(inquiry)
    if pair is None or names_other_months(inquiry.question.text):
        return None
    target, current = pair
    deadline = target.fact.deadline if isinstance(target.fact, Commitment) else None
    if deadline is None or deadline.latest is None:
        return None
    today = inquiry.now.date()
    start = (
        current.fact.as_of if isinstance(current.fact, Indicator) and current.fact.as_of else today
    )
    left = _months(today if today < deadline.latest else start, deadline.latest)
    months = months_asked(inquiry.question.text) or left
    gap = value(target) - value(current)
    each = (gap / months).quantize(Decimal("0.1"))
    unit = unit_of(current)
    shown = (
        f"（{number(value(target))}-{number(value(current))}）÷{months}个月≈{number(each)}{unit}"
    )
    return computed(
        f"平均每月约{number(each)}{unit}",
        f"还差{number(gap)}{unit}，到{deadline.words}按{months}个月算，{shown}（推算）{_whole(gap, months, unit)}",
        (current, target),
    )


def _whole(gap: Decimal, months: int, unit: str) -> str:
    """What is counted in pieces is not added by halves."""
    if gap != gap.to_integral_value() or not gap % months:
        return ""
    return f"，即每月{number((gap / months).to_integral_value(ROUND_CEILING))}{unit}"


def _months(start: date, end: date) -> int:
    months = (end.year - start.year) * 12 + end.month - start.month
    return max(months + (1 if start.day < 15 else 0), 1)


def answer_before(inquiry: Inquiry) -> Answer | None:
    """去年是多少: the present figure minus the increase the letter states beside it."""
    if "目标" in inquiry.question.qualifiers.measure:
        return None
    kept = tuple(w for w in inquiry.question.words if not _RISEN.fullmatch(w.text))
    question = replace(
        inquiry.question, words=kept, qualifiers=Qualifiers(), unit="", asks=(Ask.FIGURE,)
    )
    held = inquiry.with_question(question)
    for found, _ in ranked_figures(held):
        fact = found.evidence.fact
        if not isinstance(fact, Indicator) or fact.measure in ("目标", "增量", "增长率"):
            continue
        change = _change_of(held, found.evidence)
        if change is None:
            continue
        before = fact.value - value(change)
        shown = f"{number(fact.value)}-{number(value(change))}={number(before)}{fact.unit}"
        return computed(
            f"{number(before)}{fact.unit}",
            f"{sentence(found.evidence)}，{label(change)}{number(value(change))}{unit_of(change)}，{shown}（推算）",
            (found.evidence, change),
        )
    return None


def answer_growth(inquiry: Inquiry) -> Answer | None:
    """比去年增加0.2件, so by how many in a hundred: the increase over what was before it."""
    text = _BY_HUNDREDTHS.sub("是多少", inquiry.question.text)
    before = answer_before(inquiry.with_question(replace(inquiry.question, text=text)))
    if before is None:
        return None
    row, change = before.focus
    start = value(row) - value(change)
    if not start:
        return None
    rate = percent(value(change), start)
    unit = unit_of(row)
    shown = f"{number(value(row))}-{number(value(change))}={number(start)}{unit}，{number(value(change))}÷{number(start)}≈{rate}%"
    return computed(
        f"{rate}%", f"{sentence(row)}，{sentence(change)}，{shown}（推算）", (row, change)
    )


def _change_of(inquiry: Inquiry, current: Evidence) -> Evidence | None:
    """The increase stated in the same sentence, in the same unit, behind the figure."""
    mine = current.fact
    before_new = _BEFORE_NEW.search(inquiry.question.text) is not None
    for found in inquiry.candidates.of(Indicator):
        fact = found.evidence.fact
        if not isinstance(fact, Indicator) or not isinstance(mine, Indicator):
            continue
        near = (
            found.evidence.quote == current.quote
            and abs(fact.place.own.start - mine.place.own.start) < 120
        )
        if near and _rises(fact, mine, before_new) and fact.unit == mine.unit:
            return found.evidence
    return None


def _rises(change: Indicator, stock: Indicator, before_new: bool) -> bool:
    """An increase of this very figure: by name, or by standing right behind it."""
    alike = change.name == stock.name
    if change.measure == "新增":
        return alike and change is not stock and before_new
    beside = 0 <= change.place.own.start - stock.place.own.end <= 3 and not (
        change.name and change.name not in stock.name
    )
    return change.measure == "增量" and (alike or beside)


def answer_after(inquiry: Inquiry) -> Answer | None:
    """新增5个以后会有多少: the present figure plus what is added."""
    added = next(reversed(inquiry.question.numbers), None)
    question = replace(
        inquiry.question,
        numbers=(),
        words=tuple(w for w in inquiry.question.words if not _ADDED.fullmatch(w.text)),
        qualifiers=replace(
            inquiry.question.qualifiers, measure=frozenset({"存量"}), years=frozenset()
        ),
    )
    ranked = ranked_figures(inquiry.with_question(question, Indicator))
    changed = _CHANGED.search(inquiry.question.text)
    if added is None or not ranked or not changed:
        return None
    row = ranked[0][0].evidence
    less = changed.group() in ("再减", "再少")
    total = value(row) - added.value if less else value(row) + added.value
    sign, word = ("-", "减少") if less else ("+", "新增")
    shown = f"{number(value(row))}{sign}{number(added.value)}={number(total)}{unit_of(row)}"
    return computed(
        f"{number(total)}{unit_of(row)}",
        f"{sentence(row)}，{word}{added.text}，{shown}（推算）",
        (row,),
    )
