"""三级医院是多少, where the letter says by how much another figure differs from it.

住院报销比例达90%，高出三级医院25个百分点: 65% there. How a figure differs from its own of a year before is the business
of `earlier`.
"""

import re
from decimal import Decimal

from assistant.dialogue.answer import Answer
from assistant.dialogue.answering.inquiry import Inquiry
from assistant.dialogue.answering.reckoning import computed, value
from assistant.dialogue.answering.saying import number, sentence, unit_of
from assistant.dialogue.matching.zones import folded_text, zones_of
from assistant.dialogue.question import Ask
from knowledge import Evidence, Indicator

_ABOVE = re.compile("高出|高于|多于|超出")
_BELOW = re.compile("低于|少于")
_POINTS = ("个百分点", "百分点")
_ASKED = re.compile("[高低多少快慢]出?(?:了)?(?:多少|几)|相差|差多少|比(?![例重率较如])|超")


def is_difference(row: Evidence) -> bool:
    """高出三级医院25个百分点 is by how much, no figure of 三级医院."""
    name = folded_text(getattr(row.fact, "name", ""))
    return bool(_ABOVE.match(name) or _BELOW.match(name))


def asks_difference(text: str) -> bool:
    """Is it asked by how much?"""
    return _ASKED.search(text) is not None


def answer_other_side(inquiry: Inquiry) -> Answer | None:
    """The figure that another is said to be above or below."""
    question = inquiry.question
    if Ask.YESNO in question.asks or asks_difference(question.text):
        return None
    for found in inquiry.candidates.of(Indicator):
        row = found.evidence
        if found.missing or found.conflicts or not found.core or not is_difference(row):
            continue
        base = _before(inquiry, row)
        if base is not None:
            return _taken_off(base, row)
    return None


def _before(inquiry: Inquiry, row: Evidence) -> Evidence | None:
    """The figure that differs: the last one before in the sentence, in the same measure."""
    last = max(inquiry.figures_before(row), key=_start, default=None)
    return last if last is not None and _comparable(unit_of(last), unit_of(row)) else None


def _start(row: Evidence) -> int:
    return row.fact.place.own.start if isinstance(row.fact, Indicator) else 0


def _comparable(unit: str, of_change: str) -> bool:
    return unit == of_change or unit == "%" and of_change in _POINTS


def _taken_off(base: Evidence, change: Evidence) -> Answer:
    above = _ABOVE.match(folded_text(getattr(change.fact, "name", ""))) is not None
    amount: Decimal = value(change)
    result = value(base) - amount if above else value(base) + amount
    unit = unit_of(base)
    shown = f"{number(value(base))}{'-' if above else '+'}{number(amount)}={number(result)}{unit}"
    own = zones_of(change).own.strip("，。；")
    return computed(
        f"{number(result)}{unit}", f"{sentence(base)}，{own}，{shown}（推算）", (base, change)
    )
