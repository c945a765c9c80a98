"""Names and kinds counted where the letter gives them and no figure: 知名品牌分几类."""

from dataclasses import replace

from assistant.dialogue.answer import Answer
from assistant.dialogue.answering.arithmetic_words import asks_not_all
from assistant.dialogue.answering.inquiry import Inquiry
from assistant.dialogue.answering.listings import is_list_asked, say_listings
from assistant.dialogue.matching.zones import folded_text
from knowledge import Listing

_KINDS = "类别"


def count_kinds(inquiry: Inquiry) -> Answer | None:
    """知名品牌分几类: the kinds counted that a total is told by."""
    for found in inquiry.candidates.of(Listing):
        fact = found.evidence.fact
        if not isinstance(fact, Listing) or not fact.name.endswith(_KINDS):
            continue
        whole = folded_text(fact.name.removesuffix(_KINDS))
        if any(whole.endswith(f) for w in inquiry.question.required for f in w.forms):
            listed = say_listings(inquiry, [found])
            said = f"{len(listed.names)}类"
            body = f"{said}：{'、'.join(listed.names)}"
            return replace(listed, kind="computed", headline=said, body=body)
    return None


def count_names(inquiry: Inquiry) -> Answer | None:
    """几个, where names are given and no figure: the names counted."""
    question = inquiry.question
    if (
        asks_not_all(question.text)
        or question.unit in ("钱", "元", "万", "万元")
        or "%" in question.text
        or question.qualifiers.measure - {"存量"}
    ):
        return None
    for found in inquiry.candidates.holding(Listing):
        fact = found.evidence.fact
        named = isinstance(fact, Listing) and all(
            any(form in folded_text(fact.name) + (fact.status or "") for form in w.forms)
            for w in question.required
        )
        if named and question.required and is_list_asked(inquiry, found):
            listed = say_listings(inquiry, [found])
            return replace(
                listed,
                kind="computed",
                headline=f"{len(listed.names)}个",
                body=f"{len(listed.names)}个（按函中点名计）：{'、'.join(listed.names)}",
            )
    return None
