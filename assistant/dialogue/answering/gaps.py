"""Arithmetic over time: gap to a target, per month, before an increase, after one."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import ROUND_CEILING, Decimal

from assistant.dialogue.answer import Answer, Proof
from assistant.dialogue.answering.commitments import told_of
from assistant.dialogue.answering.earlier import answer_before, falls
from assistant.dialogue.answering.figures import answer_figure, ranked_figures
from assistant.dialogue.answering.inquiry import Inquiry
from assistant.dialogue.answering.progress import present_of
from assistant.dialogue.answering.reckoning import computed, more_in_hundredths, percent, value
from assistant.dialogue.answering.saying import label, number, sentence, unit_of, value_of
from assistant.dialogue.answering.spans import months_asked, names_other_months
from assistant.dialogue.answering.sums import STOCK
from assistant.dialogue.answering.wanted import measure_of
from assistant.dialogue.matching.zones import folded_text
from assistant.dialogue.question import Ask, Qualifiers, Question
from knowledge import Commitment, Evidence, Indicator

_GOAL_WORD = re.compile(
    r"目标|承诺|任务|年底|承诺事项|差距|计划|完成|达到|数量|新增|增加|还需|现有|目标值|达标|才能|才算|承诺的|[没未]有?(?:完成|达标|达到|做完|办完|做|办)"
)
_GOAL_VERBS = ("增加", "达到", "完成")  # what is done about any goal, in any words (添, 凑到, 办完)
_BY_HUNDREDTHS = re.compile(
    r"(?:涨|增加|增长|提高|提升|上升|升)?了?(?:百分之(?:几|多少)|几成|(?:几|多少)个?百分点)"
)


OVER_PRESENT = re.compile(
    r"(?:目标|承诺|任务|完成|达到|达标)[^。]{0,14}[比较](?:现在|现有|目前|当前|如今)[^，。]{0,8}(?:百分之|几成)"
)
LACKS_HUNDREDTHS = re.compile("差了?(?:百分之(?:几|多少)|(?:几|多少)个?百分点|几成)")
TO_INCREASE = re.compile(
    r"[要得需](?:再|继续)?(?:增加|增长|净增|增|提高|提升|上升|涨)(?![到至])[^，。]{0,3}(?:多少|几(?!成))(?!百分)"
)
_RISING = re.compile("增长|增加|提高|提升|上升|涨|完成|全部")
_COUNTED = re.compile(r"(?:多少|几)[个名位人条件家]?(?![没未才])([\u4e00-\u9fff]{2,6})$")


def answer_gap(inquiry: Inquiry) -> Answer | None:
    """离目标还差多少: the promise minus the present figure."""
    told = _told_as_such(inquiry)
    if told:
        return told
    pair = _target_and_current(inquiry)
    if pair is None:
        return None
    target, current = pair
    if _counts_others(inquiry, current):
        return None
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


def answer_gap_in_hundredths(inquiry: Inquiry) -> Answer | None:
    """目标比现在多几成, 完成后比现在增长百分之几: the gap over the present figure."""
    held = _without_rising(inquiry)
    named = bool(inquiry.focus) or any(not word.soft for word in held.question.words)
    pair = _target_and_current(held) if named else None
    pairs = [pair] if pair else [] if named else _pairs(inquiry)
    pairs = [(target, current) for target, current in pairs if value(current)]
    if not pairs:
        return None
    said = [_in_hundredths(*pair) for pair in pairs]
    head = "；".join(
        more if named else f"{label(row[1])}{more}"
        for row, (more, _) in zip(pairs, said, strict=True)
    )
    body = "；".join(shown for _, shown in said)
    return computed(
        head,
        f"{body}（推算）",
        tuple(row for target, current in pairs for row in (current, target)),
    )


def answer_lack_in_hundredths(inquiry: Inquiry) -> Answer | None:
    """商标还差几个百分点完成目标: the gap over the goal."""
    pair = _target_and_current(inquiry)
    if pair is None or not value(pair[0]) or unit_of(pair[1]) == "%":
        return None
    target, current = pair
    gap = value(target) - value(current)
    share = percent(gap, value(target))
    shown = f"（{number(value(target))}-{number(value(current))}）÷{number(value(target))}≈{share}%"
    said = f"{sentence(current)}，{sentence(target)}，{shown}（推算）"
    return computed(f"还差{share}%", said, (current, target)) if gap > 0 else None


def _in_hundredths(target: Evidence, current: Evidence) -> tuple[str, str]:
    """(how much more, how it was reckoned)."""
    more, shown = more_in_hundredths(target, current)
    return more, f"{sentence(current)}，{sentence(target)}，{shown}"


def _pairs(inquiry: Inquiry) -> list[tuple[Evidence, Evidence]]:
    """Every promise with a present figure, and that figure."""
    goals = [f.evidence for f in inquiry.candidates.of(Commitment) if value_of(f.evidence)]
    found = [(goal, present_of(inquiry, goal)) for goal in goals]
    return [(goal, current) for goal, current in found if current]


def answer_net_increase(inquiry: Inquiry) -> Answer | None:
    """要净增多少件: what is still lacking, where the goal is how many there shall be."""
    found = answer_figure(inquiry)
    goals = [row.fact for row in found.focus if isinstance(row.fact, Commitment)] if found else []
    levels = goals and not any(_RISING.search(goal.text) or "增" in goal.text for goal in goals)
    return answer_gap(inquiry) if levels else None


def answer_increase_to_come(inquiry: Inquiry) -> Answer | None:
    """万人发明专利到年底要提高多少, of which only what it is to come to is told: the gap."""
    return answer_gap(_without_rising(inquiry))


def _without_rising(inquiry: Inquiry) -> Inquiry:
    kept = tuple(w for w in inquiry.question.words if not _RISING.fullmatch(w.text))
    return inquiry.with_question(replace(inquiry.question, words=kept))


def _told_as_such(inquiry: Inquiry) -> Answer | None:
    """停车位缺口有多大, where the letter gives the 缺口 itself."""
    if "缺口" not in inquiry.question.text:
        return None
    for found in inquiry.candidates.holding(Indicator):
        row = found.evidence
        if "缺口" in folded_text(getattr(row.fact, "name", "")):
            said = f"{number(value(row))}{unit_of(row)}"
            return Answer("answer", said, sentence(row), (Proof(row),), focus=(row,))
    return None


def _counts_others(inquiry: Inquiry, current: Evidence) -> bool:
    """还要招多少安检员 counts 安检员; 安检员月工资 is counted in money."""
    found = _COUNTED.search(inquiry.question.text)
    name = folded_text(getattr(current.fact, "name", ""))
    forms = [w.forms for w in inquiry.question.required if found and w.text == found[1]]
    return bool(forms) and not any(name.endswith(form) for form in forms[0])


def _target_and_current(inquiry: Inquiry) -> tuple[Evidence, Evidence] | None:
    """The promise asked about and the present figure of the same thing."""
    qualifiers = replace(inquiry.question.qualifiers, measure=frozenset(), status=frozenset())
    question = replace(inquiry.question, unit="", qualifiers=qualifiers)
    held = inquiry.with_question(_without_goal_words(question, inquiry.library.lexicon.verbs))
    named = {claim.value for claim in question.numbers if "月" not in claim.text}
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
        if any(words.startswith("年份") for words in found.conflicts):
            continue  # 去年的承诺 is none of this year's
        current = present_of(held, found.evidence)
        told = {value(row) for row in (found.evidence, current) if row}
        if named and not named & told and Ask.YESNO not in question.asks:
            continue  # 才算完成60件 asks of no goal of 4
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


def answer_growth(inquiry: Inquiry) -> Answer | None:
    """比去年增加0.2件, so by how many in a hundred: the increase over what was before it."""
    if inquiry.question.numbers:
        return _growth_by(inquiry)
    text = _BY_HUNDREDTHS.sub("是多少", inquiry.question.text)
    before = answer_before(inquiry.with_question(replace(inquiry.question, text=text)))
    if before is None:
        return None
    row, change = before.focus
    start = value(row) + value(change) if falls(change) else value(row) - value(change)
    if not start or unit_of(change) != unit_of(row):
        return None
    rate = percent(value(change), start)
    unit = unit_of(row)
    sign = "+" if falls(change) else "-"
    shown = f"{number(value(row))}{sign}{number(value(change))}={number(start)}{unit}，{number(value(change))}÷{number(start)}≈{rate}%"
    return computed(
        f"{rate}%", f"{sentence(row)}，{sentence(change)}，{shown}（推算）", (row, change)
    )


def _growth_by(inquiry: Inquiry) -> Answer | None:
    """发明专利增长60件的话涨幅多少: the number told over what there is of it."""
    question, claim = inquiry.question, inquiry.question.numbers[-1]
    kept = tuple(w for w in question.words if not _RISING.fullmatch(w.text))
    asked = replace(
        question,
        words=kept,
        asks=(Ask.FIGURE,),
        unit=claim.unit,
        numbers=(),
        qualifiers=Qualifiers(),
        text=claim.text,
    )
    rows = [f.evidence for f, _ in ranked_figures(inquiry.with_question(asked, Indicator))]
    stocks = [row for row in rows if unit_of(row) == claim.unit and measure_of(row) in STOCK]
    if not stocks or not value(stocks[0]) or claim.value >= value(stocks[0]):
        return None
    rate = percent(claim.value, value(stocks[0]))
    shown = f"{number(claim.value)}÷{number(value(stocks[0]))}≈{rate}%"
    return computed(f"{rate}%", f"{sentence(stocks[0])}，{shown}（推算）", (stocks[0],))
