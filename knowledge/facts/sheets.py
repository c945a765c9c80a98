"""Review sheets (核对单): what was understood of a document as plain values a person can correct.

Each entry has the words that prove it (`quote`) and where they stand (`at`: own/quote/figure, which
nobody needs to touch). What a corrected sheet means is `review.py`; YAML is written by the library.
"""

from dataclasses import fields
from datetime import date
from decimal import Decimal
from typing import Any

from knowledge.facts.units import split_units
from knowledge.glossary import (
    Commitment,
    Contact,
    Deadline,
    Document,
    Findings,
    Indicator,
    Item,
    Listing,
    Place,
    Recognition,
    ReplyLetter,
    Span,
)

KINDS = {
    "commitments": Commitment,
    "indicators": Indicator,
    "listings": Listing,
    "recognitions": Recognition,
}
HEAD = tuple(
    field.name
    for field in fields(ReplyLetter)
    if field.name not in ("contact", "headings", "fields")
)
CONTACT = tuple(field.name for field in fields(Contact) if field.name != "place")
DERIVED = ("strength",)  # reckoned from the other values

Sheet = dict[str, Any]


def sheet_of(findings: Findings, document: Document) -> Sheet:
    """Everything a person may correct, in the order of the glossary."""
    letter = findings.letter
    entries = {
        name: [entry_of(fact, document.text) for fact in getattr(findings, name)] for name in KINDS
    }
    return {
        "document": document.name,
        "sha256": document.digest,
        "code": findings.passages[0].code.split("-")[0] if findings.passages else "",
        "letter": {name: plain(getattr(letter, name)) for name in HEAD},
        "contact": {name: plain(getattr(letter.contact, name)) for name in CONTACT},
        **entries,
        "warnings": list(findings.warnings),
    }


def entry_of(fact: Any, text: str) -> Sheet:
    """One fact: its values, then its quote and places; what is empty is left out."""
    values = {f.name: plain(getattr(fact, f.name)) for f in fields(fact) if f.name not in DERIVED}
    place: Place = fact.place
    del values["place"]
    shown = {name: value for name, value in values.items() if value not in (None, "", [])}
    if isinstance(fact, Commitment):
        shown |= _was(fact.deadline)
        if split_units(fact.unit_words) == fact.units:
            shown.pop("units", None)  # one thing to correct, not two
    return shown | {"quote": place.quote.of(text), "at": _at(place)}


def plain(value: Any) -> Any:
    """A value as YAML and JSON know it; figures as printed, so that 3.850 stays 3.850."""
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Deadline):
        shown = {f.name: plain(getattr(value, f.name)) for f in fields(value)}
        return {name: part for name, part in shown.items() if part is not None}
    if isinstance(value, Item):
        return {"name": value.name, "group": value.group} if value.group else value.name
    if isinstance(value, tuple):
        return [plain(part) for part in value]
    return value


def _was(deadline: Deadline | None) -> Sheet:
    """What was read, so that words that a person changed are told from days that a person changed."""
    return {"was": read_as(deadline)} if deadline else {}


def read_as(deadline: Deadline) -> str:
    """ "2022年12月底|2022-12-21|2022-12-31"."""
    return f"{deadline.words}|{deadline.earliest or ''}|{deadline.latest or ''}"


def _at(place: Place) -> str:
    """ "171-189/171-230/178-180"."""
    spans = (place.own, place.quote, place.figure)
    return "/".join(f"{span.start}-{span.end}" for span in spans if span)


def places_at(words: str) -> list[Span]:
    """The spans that `_at` wrote; none where somebody spoilt them."""
    try:
        pairs = [part.split("-") for part in words.split("/")]
        return [Span(int(start), int(end)) for start, end in pairs]
    except ValueError:
        return []
