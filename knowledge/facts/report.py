"""Report: findings as the plain object that `ingest --json` prints (dates ISO 8601, unknown None)."""

from datetime import date
from decimal import Decimal
from typing import Any

from knowledge.facts.lines import cut, shown
from knowledge.glossary import (
    Commitment,
    Contact,
    Document,
    Findings,
    Heading,
    Indicator,
    Listing,
    Place,
    Recognition,
)
from knowledge.words.folding import fold


def as_json(findings: Findings, document: Document, reviewed: bool = False) -> dict[str, Any]:
    """The object of one document; every quote is verbatim from its text.

    What was recognised from a scan is 待核对 until a person has reviewed it, as a whole and fact by
    fact; a fact that a person changed is 人工更正.
    """
    letter = findings.letter
    shown: dict[str, Any] = {
        "title": letter.title,
        "kind": letter.kind,
        "agency": letter.agency,
        "addressees": list(letter.addressees),
        "role": letter.role,
        "subject": letter.subject,
        "session": letter.session,
        "number": letter.number,
        "doc_no": letter.doc_no,
        "date": _iso(letter.date),
        "published": _iso(letter.published),
        "category_raw": letter.category_raw,
        "category": letter.category,
        "contact": _contact(letter.contact),
        "signer": letter.signer,
        "headings": [_heading(heading) for heading in letter.headings],
        "fields": [
            {"name": field.name, "value": field.value, "quote": _quote(document, field.place)}
            for field in letter.fields
        ],
        "indicators": [_indicator(document, one) for one in findings.indicators],
        "commitments": [_commitment(document, one) for one in findings.commitments],
        "listings": [_listing(document, one) for one in findings.listings],
        "recognitions": [_recognition(document, one) for one in findings.recognitions],
        "warnings": list(findings.warnings),
        "origin": document.origin,
        "check": "",
    }
    for kind in _FACTS:
        for entry, fact in zip(shown[kind], _placed(findings, kind), strict=True):
            if fact.place.corrected:
                entry["check"] = CORRECTED
    if document.origin == "ocr" and not reviewed:
        for entry in (shown, *(one for kind in _FACTS for one in shown[kind])):
            entry["check"] = UNCONFIRMED
    return shown


UNCONFIRMED = "待核对"
CORRECTED = "人工更正"
_FACTS = ("fields", "indicators", "commitments", "listings", "recognitions")


def _placed(findings: Findings, kind: str) -> tuple[Any, ...]:
    facts: tuple[Any, ...] = findings.letter.fields if kind == "fields" else getattr(findings, kind)
    return facts


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _number(value: Decimal | None) -> str | None:
    """14500 -> "14500", 3.850 as printed; never in powers of ten."""
    return None if value is None else format(value, "f")


def _quote(document: Document, place: Place | None) -> str | None:
    return place.quote.of(document.text) if place else None


def _as_printed(document: Document, name: str, place: Place) -> str:
    """A name in the letter's own characters where its sentence has it: 古戏台 -> 古戲臺."""
    folded = fold(place.quote.of(document.text), place.quote.start)
    at = folded.text.find(name)
    return shown(document, cut(folded, at, at + len(name))) if at >= 0 else name


def _contact(contact: Contact) -> dict[str, Any]:
    return {
        "names": list(contact.names),
        "phones": list(contact.phones),
        "email": contact.email,
        "address": contact.address,
        "postcode": contact.postcode,
    }


def _heading(heading: Heading) -> dict[str, Any]:
    return {"level": heading.level, "text": heading.text}


def _indicator(document: Document, one: Indicator) -> dict[str, Any]:
    return {
        "name": _as_printed(document, one.name, one.place),
        "scope": one.scope,
        "level": one.level,
        "subject": one.subject,
        "value": _number(one.value),
        "unit": one.unit,
        "bound": one.bound,
        "as_of": _iso(one.as_of),
        "year": one.year,
        "measure": one.measure,
        "status": one.status,
        "total": one.total,
        "section": one.place.section,
        "code": one.place.code,
        "quote": _quote(document, one.place),
    }


def _commitment(document: Document, one: Commitment) -> dict[str, Any]:
    deadline = one.deadline
    return {
        "key": one.key,
        "text": one.text,
        "deadline": deadline.words if deadline else None,
        "deadline_from": _iso(deadline.earliest) if deadline else None,
        "deadline_to": _iso(deadline.latest) if deadline else None,
        "precision": deadline.precision if deadline else None,
        "recurring": deadline.recurring if deadline else None,
        "condition": deadline.condition if deadline else None,
        "unit": one.unit_words or None,
        "units": list(one.units),
        "row": one.row,
        "source": one.source,
        "target": _number(one.target),
        "target_unit": one.target_unit,
        "strength": one.strength,
        "progress": one.progress,
        "quote": _quote(document, one.place),
    }


def _listing(document: Document, one: Listing) -> dict[str, Any]:
    return {
        "name": one.name,
        "items": [item.name for item in one.items],
        "count": one.count,
        "complete": one.complete,
        "status": one.status,
        "year": one.year,
        "quote": _quote(document, one.place),
    }


def _recognition(document: Document, one: Recognition) -> dict[str, Any]:
    return {
        "holder": one.holder,
        "title": one.title,
        "status": one.status,
        "level": one.level,
        "year": one.year,
        "quote": _quote(document, one.place),
    }
