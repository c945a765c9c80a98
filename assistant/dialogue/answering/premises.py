"""怎么就322件了: a why that rests on a number the letter does not give so is told that first."""

import re

from assistant.dialogue.answer import Answer
from assistant.dialogue.answering.claims import value_is
from assistant.dialogue.answering.inquiry import Inquiry
from assistant.dialogue.answering.saying import label, sentence, short, unit_of
from assistant.dialogue.answering.statements import say
from assistant.dialogue.answering.wanted import measure_of
from assistant.dialogue.question import Number
from knowledge import Indicator

WHY = re.compile(
    r"为什么|为啥|为何|凭什么|(?:怎么|咋)(?:就|才|会|还|都|只|变成?|成了?|又|一下子?|回事)+"
)
_ROUGHLY = re.compile(
    r"多|余|左右|上下|来[个件家项]|近|约|差|少|以上|以下|%|百分|[成倍]|亿?元|钱|万"
)
_CHANGES = re.compile("新|增|授权|添|涨")
_NEW = ("新增", "增量")


def answer_premise(inquiry: Inquiry) -> Answer | None:
    """发明专利去年只有21件，今年怎么就322件了: 21 are those newly granted, none of last year."""
    text = inquiry.question.text
    if _ROUGHLY.search(text):
        return None
    for claim in inquiry.question.numbers:
        rows = [
            found
            for found in inquiry.candidates.of(Indicator)
            if found.core and not found.missing and unit_of(found.evidence) == claim.unit
        ]
        told = [found for found in rows if value_is(claim, found.evidence)]
        if rows and not told and not _stands(inquiry, claim):
            best = max(rows, key=lambda found: found.score)
            row = best.evidence
            said = f"函中没有写{claim.text}，写的是{label(row)}{short(row)}"
            return say(said, sentence(row), [best])
        if told and all(measure_of(f.evidence) in _NEW for f in told) and not _CHANGES.search(text):
            row = told[0].evidence
            said = f"函中{claim.text}不是总数，写的是{label(row)}{short(row)}"
            return say(said, sentence(row), [told[0]])
    return None


def _stands(inquiry: Inquiry, claim: Number) -> bool:
    """Does the letter give this number of anything?"""
    return any(
        value_is(claim, found.evidence) and unit_of(found.evidence) == claim.unit
        for found in inquiry.candidates.of(Indicator)
    )
