"""Review: the findings as a person corrected them; the correction wins over the extraction.

A sheet says everything anew: an entry left out is gone, one without `at` is new and must quote the
document verbatim. What hangs on a changed value and was not touched itself is reckoned again: days
of changed words for a deadline, the departments of a changed unit, the strength of a promise.
Whatever a person changed or added is marked as corrected, for answers to say so.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, replace
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from knowledge.errors import ReviewFault
from knowledge.facts.deadlines import parse_deadline
from knowledge.facts.sheets import CONTACT, DERIVED, HEAD, KINDS, Sheet, places_at, read_as
from knowledge.facts.strength import strength_of
from knowledge.facts.units import split_units
from knowledge.glossary import (
    Commitment,
    Contact,
    Deadline,
    Document,
    Findings,
    Item,
    LetterField,
    Passage,
    Place,
    ReplyLetter,
    Span,
)

_PARTS = {"document", "sha256", "code", "letter", "contact", "warnings", *KINDS}
_FIELD_NAMES = {"addressees": "addressee", "category_raw": "category"}  # in the fields of a letter
_CONTACT_FIELDS = {"names": "contact", "phones": "phone"}


def reviewed(findings: Findings, document: Document, sheet: Sheet) -> Findings:
    """The findings with everything the sheet says. Raises ReviewFault with the place of the fault."""
    unknown = set(sheet) - _PARTS
    if unknown:
        raise ReviewFault(f"不认识的项“{'、'.join(sorted(map(str, unknown)))}”")
    reading = _Reading(findings, document, sheet)
    letter = reading.letter()
    return replace(
        findings,
        letter=letter,
        warnings=tuple(_texts(sheet.get("warnings"), "warnings")),
        **{name: tuple(reading.entries(name, letter.date)) for name in KINDS},
    )


class _Reading:
    """核对单的读法: a sheet beside the document and what was understood of it before."""

    def __init__(self, findings: Findings, document: Document, sheet: Sheet) -> None:
        self._findings = findings
        self._text = document.text
        self._sheet = sheet
        passages = findings.passages
        self._head = passages[0].code.split("-")[0] if passages else ""

    def letter(self) -> ReplyLetter:
        """The head and foot; a changed value keeps the place it was read from."""
        letter = self._findings.letter
        said = _mapping(self._sheet.get("letter"), "letter", HEAD)
        values = {name: _head_value(name, said[name]) for name in HEAD if name in said}
        changed = {name: v for name, v in values.items() if v != getattr(letter, name)}
        kept = list(letter.fields)
        for name, value in changed.items():
            kept = _changed(kept, _FIELD_NAMES.get(name, name), _printed(value))
        contact = self._contact(letter.contact)
        for name, field in _CONTACT_FIELDS.items():
            if getattr(contact, name) != getattr(letter.contact, name):
                kept = _changed(kept, field, getattr(contact, name))
        return replace(letter, **changed, contact=contact, fields=tuple(kept))

    def entries(self, name: str, signed: date | None) -> Iterator[Any]:
        """The facts of one kind."""
        entries = self._sheet.get(name) or []
        if not isinstance(entries, list):
            raise ReviewFault("应当是一列条目", place=name)
        for number, entry in enumerate(entries, 1):
            where = f"{name} 第{number}条"
            yield self._marked(name, self._fact(KINDS[name], entry, where, signed))

    def _marked(self, name: str, fact: Any) -> Any:
        """A fact as corrected, unless it says what was understood before."""
        before = next((b for b in getattr(self._findings, name) if _says_the_same(b, fact)), None)
        corrected = before.place.corrected if before else True
        return replace(fact, place=replace(fact.place, corrected=corrected))

    def _contact(self, before: Contact) -> Contact:
        said = _mapping(self._sheet.get("contact"), "contact", CONTACT)
        lists = {name: tuple(_texts(said.get(name), f"contact.{name}")) for name in _CONTACT_FIELDS}
        single = {n: _text(said.get(n)) for n in CONTACT if n not in _CONTACT_FIELDS}
        contact = Contact(**lists, **single, place=before.place)  # type: ignore[arg-type]
        if contact == before:
            return contact
        place = contact.place or self._place_of_contact(contact)
        return replace(contact, place=place and replace(place, corrected=True))

    def _place_of_contact(self, contact: Contact) -> Place | None:
        words = (*contact.names, *contact.phones)
        at = next((self._text.find(word) for word in words if word in self._text), -1)
        if words and at < 0:
            raise ReviewFault(f"“{words[0]}”在原文里找不到，不能作为出处", place="contact")
        around = self._passage(Span(at, at + 1))
        return Place(around.code, around.section, around.span, around.span) if words else None

    def _fact(self, kind: type[Any], entry: Any, where: str, signed: date | None) -> Any:
        names = [f.name for f in fields(kind) if f.name not in ("place", *DERIVED)]
        said = _mapping(entry, where, (*names, "quote", "at", "was"))
        place = self._place(said, where)
        values = {
            name: self._value(name, said[name], place, where) for name in names if name in said
        }
        try:
            fact = kind(**({"deadline": None} if kind is Commitment else {}) | values, place=place)
        except TypeError:
            raise ReviewFault("缺少必填的项（名称、数值、单位或事项）", place=where) from None
        return self._settled(fact, said, signed) if kind is Commitment else fact

    def _value(self, name: str, value: Any, place: Place, where: str) -> Any:
        try:
            if name == "items":
                return tuple(self._item(one, place) for one in value)
            convert = _CONVERTERS.get(name, _text)
            return convert(value)
        except (ValueError, TypeError, KeyError, InvalidOperation):
            raise ReviewFault(f"{name} 的值“{value}”不对", place=where) from None

    def _item(self, value: Any, place: Place) -> Item:
        """A name of a listing where it stood before; failing that, where its quote has it."""
        said = value if isinstance(value, dict) else {"name": str(value)}
        name = said["name"]
        same = [one for one in self._findings.listings if one.place.own == place.own]
        spans = [item.span for one in same for item in one.items if item.name == name]
        at = self._text.find(name, place.quote.start, place.quote.end)
        found = Span(at, at + len(name)) if at >= 0 else place.quote
        return Item(name, spans[0] if spans else found, said.get("group"))

    def _place(self, said: Mapping[str, Any], where: str) -> Place:
        quote = said.get("quote")
        if not isinstance(quote, str) or not quote.strip():
            raise ReviewFault("缺少 quote（原文里的一句话）", place=where)
        spans = places_at(str(said.get("at", "")))
        if len(spans) < 2 or spans[1].of(self._text) != quote:
            start = self._text.find(quote.strip())
            if start < 0:
                raise ReviewFault("quote 不是原文里的话，不能作为出处", place=where)
            spans = [Span(start, start + len(quote.strip()))] * 2
        around = self._passage(spans[0])
        figure = spans[2] if len(spans) > 2 else None
        return Place(around.code, around.section, spans[0], spans[1], figure)

    def _passage(self, span: Span) -> Passage:
        """The passage that a span stands in."""
        before = [p for p in self._findings.passages if p.span.start <= span.start]
        if not before:
            raise ReviewFault("文件里没有可以引用的段落")
        around = [p for p in before if span.start < p.span.end]
        return max(around or before, key=lambda p: p.span.start)

    def _settled(self, one: Commitment, said: Mapping[str, Any], signed: date | None) -> Commitment:
        """A promise with its key, and with what hangs on the words that were changed."""
        one = replace(one, key=self._key(one), units=one.units or split_units(one.unit_words))
        before = next((b for b in self._findings.commitments if b.key == one.key), None)
        if one.deadline and _days_left_to_us(one.deadline, str(said.get("was", ""))):
            one = replace(one, deadline=parse_deadline(one.deadline.words, signed))
        if before and one == replace(before, place=one.place, strength=""):
            return replace(one, strength=before.strength)
        named, counted = bool(one.unit_words), one.target is not None
        return replace(one, strength=strength_of(one.text, one.deadline, named, counted))

    def _key(self, one: Commitment) -> str:
        """The key under the head this document's codes have now; a new one from its passage."""
        old = str(self._sheet.get("code") or self._head)
        if one.key.startswith(old + "-"):
            return self._head + one.key[len(old) :]
        return one.key or f"{one.place.code}-r{one.place.own.start}"


def _says_the_same(before: Any, fact: Any) -> bool:
    """Whether a fact of a sheet is one that was understood, at its place and word for word."""
    here, there = before.place, fact.place
    return (here.own, here.figure) == (there.own, there.figure) and before == replace(
        fact, place=here
    )


def _days_left_to_us(deadline: Deadline, was: str) -> bool:
    """Whether a person changed the words of a deadline, or wrote a new one, without days."""
    words, _, days = was.partition("|")
    undated = deadline.earliest is None and deadline.latest is None
    same_days = undated or read_as(deadline).partition("|")[2] == days
    return same_days and deadline.words != words


def _changed(fields: list[LetterField], name: str, values: tuple[str, ...]) -> list[LetterField]:
    """The fields with those of a name saying other values, each at a place that was theirs."""
    old = [field for field in fields if field.name == name]
    if not old:
        return fields
    by_value = {field.value: field for field in old}
    new = [by_value.get(value) or _corrected(old[0], value) for value in values]
    at = fields.index(old[0])
    rest = [field for field in fields if field.name != name]
    return [*rest[:at], *new, *rest[at:]]


def _corrected(field: LetterField, value: str) -> LetterField:
    return replace(field, value=value, place=replace(field.place, corrected=True))


def _printed(value: Any) -> tuple[str, ...]:
    """A head value as the fields hold it: a day in the words of letters."""
    if isinstance(value, tuple):
        return value
    if isinstance(value, date):
        return (f"{value.year}年{value.month}月{value.day}日",)
    return (value,) if value else ()


def _head_value(name: str, value: Any) -> Any:
    try:
        if name == "addressees":
            return tuple(_texts(value, "letter.addressees"))
        if name in ("date", "published"):
            return _day(value)
        return (_text(value) or "其他") if name == "kind" else _text(value)
    except ValueError:
        raise ReviewFault(f"{name} 的值“{value}”不对", place="letter") from None


def _mapping(value: Any, where: str, allowed: tuple[str, ...]) -> Mapping[str, Any]:
    if not isinstance(value or {}, dict):
        raise ReviewFault("应当是“名称: 值”", place=where)
    unknown = set(value or {}) - set(allowed)
    if unknown:
        raise ReviewFault(f"不认识的项“{'、'.join(sorted(map(str, unknown)))}”", place=where)
    return value or {}


def _texts(value: Any, where: str) -> list[str]:
    if not isinstance(value or [], list):
        raise ReviewFault("应当是一列文字", place=where)
    return [str(one) for one in value or []]


def _text(value: Any) -> Any:
    """Words; a bare number in YAML is meant as words too."""
    return None if value is None else str(value)


def _day(value: Any) -> date | None:
    return None if value is None else date.fromisoformat(str(value))


def _deadline(value: Any) -> Deadline | None:
    if value is None:
        return None
    said = value if isinstance(value, dict) else {"words": value}
    latest = _day(said.get("latest"))
    return Deadline(
        words=str(said["words"]),
        earliest=_day(said.get("earliest")),
        latest=latest,
        precision=said.get("precision") or ("day" if latest else "vague"),
        recurring=said.get("recurring"),
        condition=said.get("condition"),
    )


def _names(value: Any) -> tuple[str, ...]:
    return tuple(_texts(value, ""))


def _figure(value: Any) -> Decimal | None:
    return None if value is None else Decimal(str(value).replace(",", ""))


_CONVERTERS: dict[str, Callable[[Any], Any]] = {
    "value": _figure,
    "target": _figure,
    "as_of": _day,
    "deadline": _deadline,
    "units": _names,
    "row": int,
    "year": int,
    "count": int,
    "complete": bool,
}
