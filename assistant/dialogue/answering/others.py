"""No, it is somebody else's: the title or figure belongs to another, or the thing has other titles."""

import re

from assistant.dialogue.answer import Answer
from assistant.dialogue.answering.holders import recognition_sentence
from assistant.dialogue.answering.inquiry import Inquiry
from assistant.dialogue.answering.statements import is_class, names_of, say
from assistant.dialogue.matching import Fit
from assistant.dialogue.matching.standings import status_class
from assistant.dialogue.matching.zones import folded_text
from assistant.dialogue.question import Question, Support
from knowledge import Evidence, Indicator, Listing, Recognition


def other_holder(inquiry: Inquiry) -> Answer | None:
    """The title or figure is somebody else's: 中国专利奖是…获得的吧 -> 不是，是…"""
    known = _holders(inquiry)
    rows = [
        (found, *owned)
        for found in inquiry.candidates.of(Recognition, Indicator)
        if (owned := _owned(found.evidence)) and _is_of_another(inquiry, found, *owned, known)
    ]
    if not rows:
        return None
    own = _own_titles(inquiry)
    if _is_had_by_one(inquiry, own):
        return None  # what else the question speaks of does not take it from its holder
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


def _owned(row: Evidence) -> tuple[str, str] | None:
    """(whose, what) of a title, or of a figure that belongs to somebody."""
    fact = row.fact
    if isinstance(fact, Recognition):
        return folded_text(fact.holder), folded_text(fact.title)
    if isinstance(fact, Indicator) and fact.subject:
        return folded_text(fact.subject), folded_text(fact.name)
    return None


def _is_of_another(
    inquiry: Inquiry, found: Fit, holder: str, thing: str, known: frozenset[str]
) -> bool:
    """The question names this thing, and as its owner another one the letter knows."""
    words = [w for w in inquiry.question.required if w.name]
    asked = [w for w in words if any(_is_title(form, thing) for form in w.forms)]
    claimed = [
        w
        for w, borne in found.support
        if w in words
        and w not in asked
        and borne in (Support.NONE, Support.QUOTE)
        and w.text not in holder
        and _names_one(w.text, known)
        and not is_class(inquiry, w.text)
    ]
    return bool(asked and claimed)


def _is_title(form: str, thing: str) -> bool:
    """Does a word stand for a title: half of it or more, or its end (专利奖 of 中国专利奖)?"""
    if thing in form or form in thing and len(form) * 2 >= len(thing):
        return True
    return len(form) > 2 and thing.endswith(form)


def _names_one(word: str, known: frozenset[str]) -> bool:
    """Does a word stand for any of the holders known?"""
    if any(_is_called(word, name) for name in known):
        return True
    return len(word) > 1 and sum(name.startswith(word) for name in known) == 1


def _is_name(word: str, name: str, known: frozenset[str]) -> bool:
    """Does a word stand for this holder, and for no other (大足 begins too many names)?"""
    if name in word or [name] == [other for other in known if _is_called(word, other)]:
        return True
    begun = [other for other in known if other.startswith(word)]
    return len(word) > 1 and begun == [name]


def _is_called(word: str, name: str) -> bool:
    return word == name or word in name and len(word) * 2 > len(name) or name in word


def only_sought(question: Question, found: Fit) -> bool:
    """A title still applied for or fostered is none held, unless the question says as much."""
    fact = found.evidence.fact
    status = fact.status if isinstance(fact, Recognition | Listing) else None
    if status_class(status or "") != "申报":
        return False
    said = {status_class(words) for words in (question.text, *question.qualifiers.status)}
    return "已获" in question.qualifiers.status or "申报" not in said


def own_only(inquiry: Inquiry) -> Answer | None:
    """X得了Y吧, where the letter tells other titles of X and Y is the name of a title."""
    own = _own_titles(inquiry)
    ends = tuple(inquiry.library.lexicon.raw("recognitions")["titles"])
    asked = [
        w
        for w in inquiry.question.required
        if w.name and w.text.endswith(ends) and not any(w.text in _holder(f) for f in own)
    ]
    if not own or not asked or _is_had_by_one(inquiry, own) or inquiry.question.qualifiers.years:
        return None
    says = "、".join(dict.fromkeys(recognition_sentence(f) for f in own))
    return say(f"不是，函中写的是{says}"[:60], f"不是，函中写的是{says}", own)


def _is_graded(found: Fit) -> bool:
    """Is what it does not bear a level or a grade (5A, 市级)?"""
    return any(re.search("[0-9A-Z级]", word.text) for word in found.missing)


def _is_had_by_one(inquiry: Inquiry, own: list[Fit]) -> bool:
    """Has the only one named that is known to have titles the very title asked for?"""
    facts = [f.evidence.fact for f in own if not f.conflicts and not _is_graded(f)]
    titles = [folded_text(fact.title) for fact in facts if isinstance(fact, Recognition)]
    forms = [form for w in inquiry.question.required if w.name for form in w.forms]
    asked = any(_is_title(form, title) for form in forms for title in titles)
    return asked and len({_holder(f) for f in own}) == 1


def _holder(found: Fit) -> str:
    fact = found.evidence.fact
    return folded_text(fact.holder) if isinstance(fact, Recognition) else ""


def _own_titles(inquiry: Inquiry) -> list[Fit]:
    """What the letter does say of the one claimed."""
    rows = inquiry.candidates.of(Recognition)
    known = frozenset(_holder(f) for f in rows)
    words = [w.text for w in inquiry.question.required if w.name]
    return [f for f in rows if any(_is_name(w, _holder(f), known) for w in words)][:3]


def _holders(inquiry: Inquiry) -> frozenset[str]:
    """Everyone and everything the letters name as having a title, a figure, a place in a list."""
    found: set[str] = set()
    for row in (f.evidence for f in inquiry.candidates.of(Recognition, Listing, Indicator)):
        owned = _owned(row)
        found.update(owned[:1] if owned else ())
        if isinstance(row.fact, Listing):
            found.update(folded_text(item.name) for item in row.fact.items)
    return frozenset(found - {""})


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
