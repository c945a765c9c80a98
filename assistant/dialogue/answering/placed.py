"""第几条承诺: which place a promise has in the table of promises."""

import re

from assistant.dialogue.answer import Answer, Proof
from assistant.dialogue.answering.commitments import commitments_of, particular_of, place_of
from assistant.dialogue.answering.inquiry import Inquiry
from assistant.dialogue.answering.numbered import names_list, place_in
from assistant.dialogue.answering.saying import value_of
from assistant.dialogue.matching import Fit
from assistant.dialogue.matching.zones import folded_text
from assistant.dialogue.question import Ask
from knowledge import Commitment

_ASKED = re.compile(r"第几[项条个件行款]|排(?:在)?第?几|哪一?[项条个件行](?:写|列|说|提|规定)")


def answer_place(inquiry: Inquiry) -> Answer | None:
    """14500件是第几条承诺 -> 第2项, where the words or the number name one of them."""
    text = inquiry.question.text
    if not _ASKED.search(text) or not names_list(text):
        return None
    named = _named(inquiry)
    if len(named) != 1:
        return None
    found = named[0]
    table = [f for f in inquiry.candidates.of(Commitment) if _beside(f, found)]
    at = sorted(place_of(f.evidence) for f in table).index(place_of(found.evidence)) + 1
    promise = folded_text(getattr(found.evidence.fact, "text", "")).rstrip("。")
    said = f"第{at}项"
    proofs = (Proof(found.evidence),)
    return Answer("answer", said, f"{said}：{promise}", proofs, focus=(found.evidence,))


def answer_placed_claim(inquiry: Inquiry) -> Answer | None:
    """附件里第二项是说注册商标吗: whether the promise of that place bears the words."""
    text = inquiry.question.text
    if Ask.YESNO not in inquiry.question.asks or not names_list(text):
        return None
    rows = [f for f in inquiry.candidates.of(Commitment) if _table(f)[1] == "table"]
    rows.sort(key=lambda f: place_of(f.evidence))
    place = place_in(text, len(rows))
    claimed = particular_of(inquiry)
    if not claimed or place is None or not 1 <= place <= len(rows):
        return None
    found = rows[place - 1]
    true = not {*found.missing} & {*claimed}
    promise = folded_text(getattr(found.evidence.fact, "text", "")).rstrip("。")
    head = f"{'是的' if true else '不是'}，第{place}项是：{promise}"
    proofs = (Proof(found.evidence),)
    return Answer("answer", head[:60], head, proofs, focus=(found.evidence,))


def _named(inquiry: Inquiry) -> list[Fit]:
    """The promises of the numbers named, else those that bear the words."""
    rows = commitments_of(inquiry)
    numbers = {claim.value for claim in inquiry.question.numbers}
    return [f for f in rows if value_of(f.evidence) in numbers] or rows


def _beside(found: Fit, other: Fit) -> bool:
    """Is it a row of the same table?"""
    return _table(found) == _table(other)


def _table(found: Fit) -> tuple[int, str]:
    return found.evidence.letter.id, getattr(found.evidence.fact, "source", "")
