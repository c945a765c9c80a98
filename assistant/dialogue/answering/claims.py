"""A number claimed: 知名品牌是52个吧, 超过30个了吗; held against the letter's figure."""

import re
from dataclasses import replace
from decimal import Decimal

from assistant.dialogue.answer import Answer
from assistant.dialogue.answering.figures import ranked_figures
from assistant.dialogue.answering.inquiry import Inquiry
from assistant.dialogue.answering.saying import label, sentence, short, unit_of, value_of
from assistant.dialogue.answering.statements import say
from assistant.dialogue.matching import Fit
from assistant.dialogue.question import Number, Question
from knowledge import Commitment, Evidence

_MORE = re.compile(r"超过|多于|大于|以上|不止|突破|高于|超")
_SIZES = {"万": 10_000, "亿": 100_000_000}
_LESS = re.compile(r"不到|少于|低于|不足|以下|小于|没到|不超过|(?<!有)没有?(?=[0-9])")


def answer_claim(inquiry: Inquiry) -> Answer | None:
    """知名品牌是52个吧: the claimed number against the letter's."""
    question = inquiry.question
    claim = question.numbers[-1]
    ranked = [f for f, _ in ranked_figures(inquiry.with_question(replace(question, unit="")))]
    ranked = [f for f in ranked if _comparable(inquiry, claim, f.evidence)]
    if not ranked:
        return None
    best = _claimed(question, claim, ranked)
    if not best.core:
        return None
    row = best.evidence
    true = _is_true(question.text, claim, row)
    if true:
        said = label(row) if isinstance(row.fact, Commitment) else f"{label(row)}{short(row)}"
        return say(f"是的，{said}", sentence(row), [best])
    return say(f"不是{claim.text}，函中是{short(row)}", sentence(row), [best])


def _claimed(question: Question, claim: Number, ranked: list[Fit]) -> Fit:
    """The figure the claim is about; a target does not prove what is said to be reached."""
    present = [f for f in ranked if not isinstance(f.evidence.fact, Commitment)]
    if "目标" not in question.qualifiers.measure and present:
        ranked = present
    exact = next((f for f in ranked if value_is(claim, f.evidence)), None)
    near = exact and exact.score >= ranked[0].score - 1.5 and exact.core >= ranked[0].core
    return exact if exact and near else ranked[0]


def _comparable(inquiry: Inquiry, claim: Number, row: Evidence) -> bool:
    unit = unit_of(row).lstrip("万亿")
    if not claim.unit or not unit or claim.unit.lstrip("万亿") == unit:
        return True
    return (
        inquiry.library.lexicon.same_unit(claim.unit, unit)
        or claim.unit == "元"
        and unit.endswith("元")
    )


def value_is(claim: Number, row: Evidence) -> bool:
    """Is this the figure claimed, be it counted in 万?"""
    return value_of(row) == claim.value or _plain(row) == claim.value


def _plain(row: Evidence) -> Decimal | None:
    """The figure counted in ones: 1.85 万个 is 18500."""
    value = value_of(row)
    return None if value is None else value * _SIZES.get(unit_of(row)[:1], 1)


def _is_true(text: str, claim: Number, row: Evidence) -> bool:
    value = _plain(row)
    if value is None:
        return False
    if _LESS.search(text):
        return value < claim.value
    if _MORE.search(text):
        return value > claim.value
    return value_is(claim, row)
