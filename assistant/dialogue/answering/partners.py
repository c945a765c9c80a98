"""除了市监局还有谁负责: the departments of a promise beside the one named."""

import re
from dataclasses import replace

from assistant.dialogue.answer import Answer
from assistant.dialogue.answering.commitments import chosen_of, units_of
from assistant.dialogue.answering.inquiry import Inquiry
from assistant.dialogue.answering.statements import say
from assistant.dialogue.matching import Fit
from assistant.dialogue.matching.zones import folded_text
from knowledge import Commitment

BESIDES = re.compile(
    r"除了?(?P<one>[^，。除]{2,12}?)(?:以外|之外|外)?，?还(?:有|要|需要?)?(?:谁|哪[些个几家一]|什么)"
)
_AND = re.compile("[及、和与，]|以及")


def answer_partners(inquiry: Inquiry) -> Answer | None:
    """The others in charge, or that there are none; None where no promise is that department's."""
    besides = BESIDES.search(inquiry.question.text)
    rows = _promises(inquiry, besides["one"]) if besides else []
    if besides is None or len(rows) != 1:
        return None
    named = {besides["one"], *_forms(inquiry, besides["one"])}
    units = [unit for unit in _AND.split(units_of(rows[0])) if unit]
    others = [unit for unit in units if not any(name in unit for name in named)]
    if len(others) == len(units):
        return None
    fact = rows[0].evidence.fact
    assert isinstance(fact, Commitment)
    what = f"“{folded_text(fact.text).rstrip('。')}”的责任单位是{units_of(rows[0])}"
    return say("、".join(others) or f"没有其他单位，责任单位只有{units[0]}", what, rows)


def _promises(inquiry: Inquiry, office: str) -> list[Fit]:
    """The promises asked about; who is set aside tells none from another."""
    words = tuple(word for word in inquiry.question.words if word.text not in office)
    anywhere = replace(inquiry.question.qualifiers, places=frozenset())  # 县财政局 is no place
    asked = replace(inquiry.question, words=words, qualifiers=anywhere)
    rows = chosen_of(inquiry.with_question(asked, Commitment))
    return [found for found in rows if units_of(found)]


def _forms(inquiry: Inquiry, text: str) -> set[str]:
    """Other names of what the question sets aside (市监局: 市场监管局)."""
    said = (word.forms for word in inquiry.question.words if word.text in text or text in word.text)
    return {form for forms in said for form in forms}
