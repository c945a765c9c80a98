"""Figures named by their numbers: 258.4万比400万少多少, 14036到14500还差几件."""

import re

from assistant.dialogue.answer import Answer
from assistant.dialogue.answering.claims import value_is
from assistant.dialogue.answering.computing import difference
from assistant.dialogue.answering.inquiry import Inquiry
from assistant.dialogue.answering.reckoning import misfit
from assistant.dialogue.answering.saying import label, unit_of
from assistant.dialogue.answering.sums import add_up
from assistant.dialogue.question import Number
from knowledge import Commitment, Evidence, Indicator

_APART = re.compile("差|[多少高低]出?(?:来|了)?(?:多少|几|好多)|还[要需缺]|距离?")
_TOGETHER = re.compile("加|合计|一共|总共|总计|之和|合起来")


def answer_given(inquiry: Inquiry) -> Answer | None:
    """The difference or the sum of two figures that the question names by their numbers."""
    claims = inquiry.question.numbers
    if len(claims) != 2 or claims[0].value == claims[1].value:
        return None
    one, other = (_row_of(inquiry, claim) for claim in claims)
    if one is None or other is None or misfit(one, other):
        return None
    if _TOGETHER.search(inquiry.question.text):
        return add_up([one, other])
    return difference(one, other) if _APART.search(inquiry.question.text) else None


def _row_of(inquiry: Inquiry, claim: Number) -> Evidence | None:
    """The one figure of this value; none where several different things have it."""
    rows = [
        found
        for found in inquiry.candidates.of(Indicator, Commitment)
        if value_is(claim, found.evidence)
        and (not claim.unit or claim.unit in unit_of(found.evidence))
    ]
    borne = [found for found in rows if not found.missing] or rows
    if len({label(found.evidence) for found in borne}) != 1:
        return None
    return borne[0].evidence
