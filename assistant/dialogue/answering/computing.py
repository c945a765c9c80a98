"""Arithmetic over figures named side by side: difference, sum, share, ratio.

Every operand is cited and shown. What does not fit (unit, year) is refused with the reason.
"""

import re
from dataclasses import replace
from decimal import Decimal

from assistant.dialogue.answer import Answer
from assistant.dialogue.answering.arithmetic_words import TIMES
from assistant.dialogue.answering.figures import GOAL_ASKED, ranked_figures, say_figure
from assistant.dialogue.answering.gaps import answer_gap
from assistant.dialogue.answering.inquiry import Inquiry
from assistant.dialogue.answering.operands import operands_of
from assistant.dialogue.answering.progress import answer_progress
from assistant.dialogue.answering.reckoning import (
    COUNTERS,
    bare_unit,
    computed,
    misfit,
    more_in_hundredths,
    percent,
    plain,
    value,
)
from assistant.dialogue.answering.rests import share_of_entrants, share_of_winners
from assistant.dialogue.answering.saying import label, number, sentence, short, unit_of
from assistant.dialogue.answering.shares import share_of_kinds, share_of_levels
from assistant.dialogue.answering.statements import say
from assistant.dialogue.answering.sums import STOCK, is_kind_of
from assistant.dialogue.answering.wanted import measure_of
from assistant.dialogue.matching import Fit
from assistant.dialogue.matching.zones import folded_text
from knowledge import Commitment, Evidence, Indicator

_IN_PERCENT = re.compile(r"[多少高低大小长出](?:了|出)?(?:百分之|几成)")
_TOGETHER = re.compile("合计|之和|总和|加起来|合起来|一起|一共|总共|[和与、][^，。]{1,12}共")
_FINALLY = re.compile(
    "(?:最终|最后|真正)(?:获|通过|评上|中选|当选)|(?:通过(?:评审|认定)?|评上|获奖|当选|中选)了?的?(?:企业|单位)?占"
)
_OF_KINDS = re.compile("占[^，。]{0,4}[两三四五六七八九][种类样项个][^，。]{2,}")
_TAKES_UP = re.compile("占(?!地|用)")


def answer_difference(inquiry: Inquiry) -> Answer | None:
    """A和B相差多少: only between figures of one unit."""
    found = operands_of(inquiry)
    said = found[:2] if len(found) > 1 else [f for f, _ in ranked_figures(inquiry)[:1]]
    grown = _increase(said)
    if grown:
        return say(short(grown.evidence), sentence(grown.evidence), [grown])
    if len(found) < 2:
        goal = re.search(r"目标|承诺|还差|还要", inquiry.question.text)
        if not goal:
            return None
        return answer_gap(inquiry) if len(found) == 1 else answer_progress(inquiry)
    one, other = found[0].evidence, found[1].evidence
    return (
        _relative(one, other)
        if _IN_PERCENT.search(inquiry.question.text)
        else difference(one, other)
    )


def _increase(found: list[Fit]) -> Fit | None:
    """Of a figure and what it has grown by (3.85件, 比去年增加0.2件) the latter: no difference of both."""
    grown = [f for f in found if measure_of(f.evidence) == "增量"]
    alike = len({label(f.evidence) for f in found}) == 1
    return grown[0] if alike and len(grown) == 1 else None


def _relative(one: Evidence, other: Evidence) -> Answer | None:
    """A比B多百分之几: the difference in hundredths of B."""
    refused = misfit(one, other)
    if refused or not value(other):
        return refused
    more, shown = more_in_hundredths(one, other)
    said = f"{sentence(one)}，{sentence(other)}，{shown}（推算）"
    return computed(f"{more}（{label(one)}比{label(other)}）", said, (one, other))


def difference(one: Evidence, other: Evidence) -> Answer:
    """The one less the other, the larger first; refused where their units differ."""
    a, b = value(one), value(other)
    refused = misfit(one, other)
    if refused:
        return refused
    gap = abs(a - b)
    unit = unit_of(one)
    if unit in ("%", "‰"):
        unit = "个百分点"
    more = "一样多" if a == b else f"{label(one) if a > b else label(other)}多"
    shown = f"{number(max(a, b))}-{number(min(a, b))}={number(gap)}{unit}"
    return computed(
        f"相差{number(gap)}{unit}（{more}）",
        f"{sentence(one)}，{sentence(other)}，{shown}（推算）",
        (one, other),
    )


def answer_share(inquiry: Inquiry) -> Answer | None:
    """A占B的比例; a share the letter states comes before one computed."""
    stated = _stated(inquiry, "%")
    if stated:
        return stated
    won = share_of_winners(inquiry) if _FINALLY.search(inquiry.question.text) else None
    if won:
        return won
    found = _parts_apart(inquiry, operands_of(inquiry))
    if len(found) == 1:
        whole = _total_of(inquiry, found[0].evidence) or _stock_of(inquiry, found[0].evidence)
        found = [found[0], whole] if whole else found
    if len(found) < 2:
        levels = share_of_levels(inquiry, found)
        return levels or share_of_winners(inquiry) or share_of_entrants(inquiry)
    if _OF_KINDS.search(inquiry.question.text):
        return share_of_kinds(inquiry, found)
    together = _share_of_several(inquiry, found)
    if together:
        return together
    levels = share_of_levels(inquiry, found)
    if levels:
        return levels
    part, whole_row = sorted((f.evidence for f in found[:2]), key=plain)
    if not _may_hold(whole_row, part) or _is_target(whole_row) and not _is_target(part):
        return None
    return share(part, whole_row)


def share(part: Evidence, whole: Evidence) -> Answer | None:
    """The part in hundredths of the whole; refused where their units differ."""
    one_measure = bare_unit(unit_of(part)) == bare_unit(unit_of(whole))
    refused = None if one_measure else misfit(part, whole)
    if refused or not value(whole):
        return refused
    counted = value if unit_of(part) == unit_of(whole) or not one_measure else plain
    hundredths = percent(counted(part), counted(whole))
    shown = f"{number(counted(part))}÷{number(counted(whole))}≈{hundredths}%"
    said = f"{sentence(part)}，{sentence(whole)}，{shown}（推算）"
    return computed(f"{hundredths}%", said, (part, whole))


def _share_of_several(inquiry: Inquiry, found: list[Fit]) -> Answer | None:
    """A与B合计占C的比例: the parts of one total added up first."""
    parts = [f.evidence for f in found if getattr(f.evidence.fact, "total", None)]
    totals = {getattr(row.fact, "total", None) for row in parts}
    whole = _total_of(inquiry, parts[0]) if len(parts) > 1 and len(totals) == 1 else None
    if whole is None or not _TOGETHER.search(inquiry.question.text):
        return None
    summed = sum((value(row) for row in parts), Decimal(0))
    hundredths = percent(summed, value(whole.evidence))
    adding = "+".join(number(value(row)) for row in parts)
    shown = f"（{adding}）÷{number(value(whole.evidence))}≈{hundredths}%"
    rows = (*parts, whole.evidence)
    return computed(f"{hundredths}%", f"{'，'.join(map(sentence, rows))}，{shown}（推算）", rows)


def _parts_apart(inquiry: Inquiry, found: list[Fit]) -> list[Fit]:
    """那五金的呢 after the share of another part asks for the share of this one, not of the other."""
    parts = [f for f in found if getattr(f.evidence.fact, "total", None)]
    totals = {getattr(f.evidence.fact, "total", None) for f in parts}
    forms = [form for word in inquiry.question.required for form in word.forms]
    mine = [f for f in parts if any(form in label(f.evidence) for form in forms)]
    apart = inquiry.focus and len(parts) > 1 and len(totals) == len(mine) == 1
    return mine if apart else found


def _may_hold(whole: Evidence, part: Evidence) -> bool:
    """国家级3家 are no part of 市级15家."""
    facts = (whole.fact, part.fact)
    subjects = [getattr(fact, "subject", None) for fact in facts]
    if all(subjects) and subjects[0] != subjects[1] and facts[0] is not facts[1]:
        return False  # 大足石雕许可使用30家 are none of 天下大足's 43
    ends = {label(row)[-2:] for row in (whole, part)}
    if len(ends) > 1 and whole.quote != part.quote and not getattr(part.fact, "total", None):
        return False  # 发明专利322件 are none of 951件事项
    levels = [getattr(fact, "level", None) for fact in facts]
    return not levels[0] or levels[0] == levels[1]


def answer_times(inquiry: Inquiry) -> Answer | None:
    """A是B的几倍: the first named over the second."""
    found = [f.evidence for f in operands_of(_without_times(inquiry), complete=True)]
    if len(found) != 2:
        return None
    refused = misfit(found[0], found[1])
    if refused and not all(unit_of(row) in COUNTERS for row in found) or not value(found[1]):
        return refused
    times = number((value(found[0]) / value(found[1])).quantize(Decimal("0.01")))
    shown = f"{number(value(found[0]))}÷{number(value(found[1]))}≈{times}倍"
    said = f"{sentence(found[0])}，{sentence(found[1])}，{shown}（推算）"
    return computed(f"{times}倍", said, (found[0], found[1]))


def _without_times(inquiry: Inquiry) -> Inquiry:
    """The things compared are joined by 是; 几倍 names none of them."""
    question = inquiry.question
    text = re.sub(r"是|相当于", "和", TIMES.sub("", question.text), count=1)
    kept = tuple(w for w in question.words if not w.text.endswith("倍"))
    return inquiry.with_question(replace(question, text=text, words=kept, unit=""))


def _stated(inquiry: Inquiry, unit: str) -> Answer | None:
    asked = inquiry.question
    wanted = "目标" in asked.qualifiers.measure or bool(GOAL_ASKED.search(asked.text))
    ranked = [
        f
        for f, _ in ranked_figures(inquiry)
        if unit_of(f.evidence) == unit and (wanted or not _is_target(f.evidence))
    ]
    if _TAKES_UP.search(inquiry.question.text):  # by how much it grew is no share of anything
        ranked = [f for f in ranked if measure_of(f.evidence) != "增长率"]
    return say_figure(ranked[0]) if ranked else None


def _is_target(row: Evidence) -> bool:
    return (
        isinstance(row.fact, Commitment)
        or isinstance(row.fact, Indicator)
        and row.fact.measure == "目标"
    )


def _total_of(inquiry: Inquiry, part: Evidence) -> Fit | None:
    """The figure it is a part of: 农委4个 of 新增5个, as the same sentence says, not of all 32."""
    total = part.fact.total if isinstance(part.fact, Indicator) else None
    wholes = [
        found
        for found in inquiry.candidates.of(Indicator)
        if isinstance(fact := found.evidence.fact, Indicator)
        and fact.name == total
        and fact.total is None
        and bare_unit(fact.unit) == bare_unit(unit_of(part))
    ]
    return max(wholes, key=lambda found: found.evidence.quote == part.quote, default=None)


def _stock_of(inquiry: Inquiry, part: Evidence) -> Fit | None:
    """今年新授权发明专利21件 are part of the 发明专利 that the same sentence counts."""
    mine = part.fact
    if not isinstance(mine, Indicator) or mine.measure != "新增":
        return None
    for found in inquiry.candidates.of(Indicator):
        fact = found.evidence.fact
        beside = found.evidence.quote == part.quote and unit_of(found.evidence) == mine.unit
        if not isinstance(fact, Indicator) or not beside or fact.measure not in STOCK:
            continue
        if fact.value > mine.value and is_kind_of(mine.name, folded_text(fact.name)):
            return found
    return None
