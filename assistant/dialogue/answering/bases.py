"""From an increase and its rate to the base they imply, held against what else the letter says."""

import re
from decimal import Decimal

from assistant.dialogue.answer import Answer
from assistant.dialogue.answering.claims import value_is
from assistant.dialogue.answering.inquiry import Inquiry
from assistant.dialogue.answering.reckoning import computed, value
from assistant.dialogue.answering.saying import label, number, sentence, unit_of
from assistant.dialogue.matching import Fit
from knowledge import Evidence, Indicator

IMPLIED = re.compile(
    r"基数|推算|倒推|反推|倒算|原来|原先|之前|以前|对得上|对不上|矛盾|一致|说得通|前一年"
)
_HOW = re.compile("(?:怎么|如何|咋|怎样)(?:计?算|得|推算|测算)(?:出来?|得出|来)?")
_RATE = re.compile("增长|增速|增幅|%|百分之")


def answer_base(inquiry: Inquiry) -> Answer | None:
    """5 more at a growth of 20 %: 25 before. Where the total does not agree, that is said."""
    text = inquiry.question.text
    if not (IMPLIED.search(text) or _HOW.search(text)) or not _RATE.search(text):
        return None
    for more in _rows(inquiry, "新增"):
        rate = _beside(more, _rows(inquiry, "增长率"))
        if rate is None or not value(rate.evidence):
            continue
        if not more.core and not any(
            value_is(claim, rate.evidence) for claim in inquiry.question.numbers
        ):
            continue  # nothing is named, not even by its rate
        total = _total(inquiry, more.evidence)
        return _say(more.evidence, rate.evidence, total, how=bool(_HOW.search(text)))
    return None


def _rows(inquiry: Inquiry, measure: str) -> list[Fit]:
    """Figures of this measure that the question speaks of."""
    return [
        found
        for found in inquiry.candidates.of(Indicator)
        if getattr(found.evidence.fact, "measure", "") == measure
        and (found.core or not inquiry.question.required)
        and not any(word.name and not IMPLIED.search(word.text) for word in found.missing)
    ]


def _beside(more: Fit, rates: list[Fit]) -> Fit | None:
    """The rate of the same thing in the same sentence."""
    mine = more.evidence
    name = getattr(mine.fact, "name", "")
    return next(
        (
            rate
            for rate in rates
            if rate.evidence.quote == mine.quote
            and getattr(rate.evidence.fact, "name", "").startswith(name)
        ),
        None,
    )


def _total(inquiry: Inquiry, more: Evidence) -> Evidence | None:
    """The stock of the same thing, as the letter states it."""
    for found in inquiry.candidates.of(Indicator):
        fact, mine = found.evidence.fact, more.fact
        if not isinstance(fact, Indicator) or not isinstance(mine, Indicator):
            continue
        alike = fact.name == mine.name and fact.unit == mine.unit and not fact.subject
        if alike and fact.measure in ("存量", "数量", "累计"):
            return found.evidence
    return None


def _say(more: Evidence, rate: Evidence, total: Evidence | None, *, how: bool) -> Answer:
    base = (value(more) / value(rate) * 100).quantize(Decimal("0.1"))
    unit = unit_of(more)
    shown = f"{number(value(more))}÷{number(value(rate))}%={number(base)}{unit}"
    said = f"{sentence(more)}，{sentence(rate)}，{shown}（推算）"
    rows: tuple[Evidence, ...] = (more, rate)
    if total is not None:
        rows = (*rows, total)
        said += _against(base, more, total)
    head = f"{number(base)}{unit}"
    if how:
        grown = f"{number(value(more))}÷{head}={number(value(rate))}%"
        head = f"函中没有写算法，按新增数和增长率倒推，基数是{head}（{grown}）"
    return computed(head, said, rows)


def _against(base: Decimal, more: Evidence, total: Evidence) -> str:
    """What the stock of the letter says to it: the same, or that the two do not agree."""
    after, rest = base + value(more), value(total) - value(more)
    unit = unit_of(more)
    if after == value(total):
        return f"；与函中{label(total)}{number(value(total))}{unit}相符"
    return (
        f"。注意：由此得到新增后{number(after)}{unit}，函中另写{label(total)}"
        f"{number(value(total))}{unit}，按它减去新增则为{number(rest)}{unit}，两处对不上，以承办单位核实为准"
    )
