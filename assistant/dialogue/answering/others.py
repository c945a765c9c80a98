"""No, it is somebody else's: the title or figure belongs to another, or the thing has other titles."""

from assistant.dialogue.answer import Answer
from assistant.dialogue.answering.inquiry import Inquiry
from assistant.dialogue.answering.listings import recognition_sentence
from assistant.dialogue.answering.statements import names_of, say
from assistant.dialogue.matching import Fit
from assistant.dialogue.matching.conflicts import status_class
from assistant.dialogue.matching.zones import folded_text
from assistant.dialogue.question import Support
from knowledge import Indicator, Listing, Recognition


def other_holder(inquiry: Inquiry) -> Answer | None:
    """The title or figure is somebody else's: 中国专利奖是…获得的吧 -> 不是，是…"""
    rows = []
    names = names_in(inquiry)
    for found in inquiry.candidates.of(Recognition, Indicator):
        fact = found.evidence.fact
        holder = folded_text(
            fact.holder if isinstance(fact, Recognition) else getattr(fact, "subject", None) or ""
        )
        thing = folded_text(
            fact.title if isinstance(fact, Recognition) else getattr(fact, "name", "")
        )
        asked = [
            w
            for w in inquiry.question.required
            if w.name and any(_alike(form, thing) for form in w.forms)
        ]
        others = [w for w in found.missing if w.text in names]
        if holder and asked and (others or _is_neighbour(found, holder, names)):
            rows.append((found, holder, thing))
    if not rows:
        return None
    own = _own_titles(inquiry)
    best = max(rows, key=lambda row: row[0].score)
    same = [row for row in rows if row[2] == best[2]]
    holders = "、".join(dict.fromkeys(row[1] for row in same))
    said = f"{best[2]}：{holders}"
    if own:
        titles = "、".join(dict.fromkeys(recognition_sentence(f) for f in own))
        return say(
            f"不是，{titles}"[:60], f"不是，{titles}；{said}", [*own, *(row[0] for row in same)]
        )
    return say(f"不是，{said}"[:60], "", [row[0] for row in same])


def only_sought(text: str, found: Fit) -> bool:
    """A title still applied for or fostered is none held, unless the question says as much."""
    fact = found.evidence.fact
    sought = isinstance(fact, Recognition) and status_class(fact.status) == "申报"
    return sought and status_class(text) != "申报"


def own_only(inquiry: Inquiry) -> Answer | None:
    """X得了Y吧, where the letter tells other titles of X."""
    own = _own_titles(inquiry)
    asked = [
        w
        for w in inquiry.question.required
        if w.name and not any(w.text in _holder(f) for f in own)
    ]
    if not own or not asked or inquiry.question.qualifiers.years:
        return None
    says = "、".join(dict.fromkeys(recognition_sentence(f) for f in own))
    return say(f"不是，函中写的是{says}"[:60], f"不是，函中写的是{says}", own)


def _holder(found: Fit) -> str:
    fact = found.evidence.fact
    return folded_text(fact.holder) if isinstance(fact, Recognition) else ""


def _own_titles(inquiry: Inquiry) -> list[Fit]:
    """What the letter does say of the one claimed."""
    return [
        f
        for f in inquiry.candidates.of(Recognition)
        if isinstance(f.evidence.fact, Recognition)
        and any(
            w.text in folded_text(f.evidence.fact.holder)
            for w in inquiry.question.required
            if w.name
        )
    ][:3]


def _is_neighbour(found: Fit, holder: str, names: set[str]) -> bool:
    """Is the one claimed another name of the same sentence?"""
    claimed = [
        w
        for w, s in found.support
        if not w.soft and s is Support.QUOTE and w.text in names and w.text not in holder
    ]
    return bool(claimed)


def names_in(inquiry: Inquiry) -> set[str]:
    """Words of the question that name a holder, a title, a listed thing or whose figure it is."""
    found: set[str] = set()
    for row in (f.evidence for f in inquiry.candidates.of(Recognition, Listing, Indicator)):
        names = [folded_text(name) for name in names_of(row)]
        for word in inquiry.question.required:
            if len(word.text) > 1 and any(
                _alike(form, name) for name in names if name for form in word.forms
            ):
                found.add(word.text)
    return found


def _alike(form: str, thing: str) -> bool:
    return thing in form or thing.startswith(form) or form in thing and len(form) * 2 >= len(thing)
