"""What is aimed at in words instead of a figure: PCT国际专利注册实现零的突破, 供水管网全覆盖."""

import re

from assistant.dialogue.answer import Answer, Proof
from assistant.dialogue.answering.inquiry import Inquiry
from assistant.dialogue.matching.zones import folded_text
from knowledge import Action, Commitment, Indicator, Sentence

_REACHED = re.compile(
    r"(?:实现|达到|做到|完成|力争)[^，。；]{0,6}(?:突破|全?覆盖|清零|归零|翻番|翻一番|达标)"
)
_CLAUSES = re.compile("[，。；：]")


def answer_goal_in_words(inquiry: Inquiry) -> Answer | None:
    """PCT专利目标是多少: the clause that names the thing and what it is to come to."""
    required = inquiry.question.required
    if "目标" not in inquiry.question.qualifiers.measure or not required:
        return None
    figures = inquiry.candidates.holding(Indicator, Commitment)
    if any(len(required) == found.core for found in figures):
        return None
    for found in inquiry.candidates.of(Sentence, Action):
        for clause in _CLAUSES.split(folded_text(found.evidence.quote)):
            borne = all(any(form in clause for form in word.forms) for word in required)
            if borne and _REACHED.search(clause) and not re.search("[0-9]", clause):
                proof = (Proof(found.evidence),)
                return Answer("answer", clause, clause, proof, focus=(found.evidence,))
    return None
