"""A fact as the statement a yes or no rests on, in at most 55 characters."""

import re

from assistant.dialogue.answer import Answer, Proof
from assistant.dialogue.answering.holders import headline_of, recognition_sentence
from assistant.dialogue.answering.inquiry import Inquiry
from assistant.dialogue.answering.saying import sentence
from assistant.dialogue.matching import Fit, zones_of
from assistant.dialogue.matching.zones import counted_name, folded_text
from knowledge import Commitment, Evidence, Indicator, Listing, Recognition


def say(headline: str, body: str, fits: list[Fit]) -> Answer:
    """An answer that rests on these facts."""
    return Answer(
        kind="answer",
        headline=headline[:60],
        body=body,
        proofs=tuple(Proof(f.evidence) for f in fits),
        focus=tuple(f.evidence for f in fits),
    )


def statement(found: Fit) -> str:
    """The fact in at most 55 characters."""
    row, fact = found.evidence, found.evidence.fact
    if isinstance(fact, Listing):
        return _listing_statement(found, fact)
    if isinstance(fact, Recognition):
        return recognition_sentence(found)[:55]
    if isinstance(fact, Indicator | Commitment):
        return sentence(row)[:55]
    return _clause_of(found)


def _clause_of(found: Fit) -> str:
    text = re.sub(r"\s+", "", zones_of(found.evidence).own)
    if len(text) <= 55:
        return text.rstrip("，；。")
    forms = [form for word, _ in found.support for form in word.forms]
    clauses = [c for c in re.split(r"[，；：。]", text) if c]
    return max(clauses, key=lambda c: sum(len(f) for f in forms if f in c))[:55]


def _listing_statement(found: Fit, fact: Listing) -> str:
    forms = [form for word, _ in found.support if not word.soft for form in word.forms]
    mine = [
        folded_text(i.name)
        for i in fact.items
        if any(f in folded_text(i.name) or folded_text(i.name) in f for f in forms)
    ]
    name = folded_text(fact.name)
    status = f"（{fact.status}）" if fact.status else ""
    if mine:
        return f"{'、'.join(mine)}在“{name}”{status}之列"[:55]
    return f"{name}{status}：{headline_of([folded_text(i.name) for i in fact.items])}"[:55]


def is_class(inquiry: Inquiry, word: str) -> bool:
    """四大证明商标, 农产品品牌: counted or listed itself, so no member of a list of other things."""
    for found in inquiry.candidates.of(Indicator, Listing):
        fact = found.evidence.fact
        name = folded_text(getattr(fact, "name", ""))
        names = [name]
        if isinstance(fact, Listing):
            names.append(counted_name(fact))
            names += [folded_text(i.name) for i in fact.items if name.endswith("类别")]
        if any(word in (one, one.removesuffix("品牌")) for one in names):
            return True
    return False


def names_of(row: Evidence) -> list[str]:
    """The names in a fact; a counted list first (四大证明商标)."""
    fact = row.fact
    if isinstance(fact, Recognition):
        return [fact.holder, fact.title]
    if isinstance(fact, Listing):
        return [counted_name(fact), *(item.name for item in fact.items)]
    return [fact.subject, fact.name] if isinstance(fact, Indicator) and fact.subject else []
