"""Saving: a letter and its facts into the database, whole.

Every function takes a session, so that a letter, its facts and its search index change in one
transaction, which the library opens.
"""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from knowledge.glossary import Document, Fact, Findings, Listing, Span
from knowledge.store import changes
from knowledge.store.models import (
    HeadingRow,
    ItemRow,
    LetterRow,
    PassageRow,
    QuoteRow,
    TextRow,
)
from knowledge.store.rows import HEAD, ROWS, columns_of


def save(session: Session, findings: Findings, document: Document, code: str) -> int:
    """Store a letter with all that was found in it; returns its id."""
    letter_id = _put_head(session, findings, document, code)
    session.add(TextRow(letter_id=letter_id, text=document.text))
    _put_outline(session, findings, letter_id)
    _put_all_facts(session, findings, letter_id, document.text)
    changes.note(session, letter_id)
    return letter_id


def correct(session: Session, letter_id: int, findings: Findings, text: str) -> None:
    """Put other findings in the place of those of a letter; its id, code and passages stay."""
    session.execute(delete(QuoteRow).where(QuoteRow.letter_id == letter_id))  # facts go with them
    _put_all_facts(session, findings, letter_id, text)
    mark(session, letter_id, _head_columns(findings))
    changes.note(session, letter_id)


def mark(session: Session, letter_id: int, columns: dict[str, Any]) -> None:
    """Set columns of a letter's row."""
    session.execute(update(LetterRow).where(LetterRow.id == letter_id).values(columns))


def source_of(session: Session, letter_id: int) -> str:
    """The path of the file a letter came from."""
    return session.scalars(select(LetterRow.source).where(LetterRow.id == letter_id)).one()


def remove(session: Session, letter_id: int) -> None:
    """Take a letter with all its facts off the shelf; those it superseded answer again."""
    older = session.scalars(select(LetterRow.id).where(LetterRow.superseded_by == letter_id)).all()
    session.execute(delete(LetterRow).where(LetterRow.id == letter_id))
    for changed in (letter_id, *older):
        changes.note(session, changed)


def facts_of(findings: Findings) -> list[Fact]:
    """All facts of a document that have a place, letter data first."""
    letter = findings.letter
    placed: list[Fact] = [*letter.fields]
    if letter.contact.place is not None:
        placed.append(letter.contact)
    return [
        *placed,
        *findings.sentences,
        *findings.indicators,
        *findings.listings,
        *findings.recognitions,
        *findings.actions,
        *findings.commitments,
    ]


def _put_head(session: Session, findings: Findings, document: Document, code: str) -> int:
    row = LetterRow(
        code=code,
        name=document.name,
        digest=document.digest,
        origin=document.origin,
        **_head_columns(findings),
    )
    session.add(row)
    session.flush()
    return row.id


def _head_columns(findings: Findings) -> dict[str, Any]:
    letter = findings.letter
    columns = {name: getattr(letter, name) for name in HEAD}
    lists = {"addressees": list(letter.addressees), "warnings": list(findings.warnings)}
    return columns | lists


def _put_all_facts(session: Session, findings: Findings, letter_id: int, text: str) -> None:
    facts = facts_of(findings)
    quotes = _put_quotes(session, letter_id, findings, facts, text)
    for kind in ROWS:
        _put_facts(session, kind, [f for f in facts if type(f) is kind], quotes, letter_id)


def _put_outline(session: Session, findings: Findings, letter_id: int) -> None:
    headings = [
        {"letter_id": letter_id, "level": h.level, "text": h.text} | _ends(h.span)
        for h in findings.letter.headings
    ]
    passages = [
        {
            "letter_id": letter_id,
            "code": p.code,
            "section": p.section,
            "headings": list(p.headings),
        }
        | _ends(p.span)
        for p in findings.passages
    ]
    _insert(session, HeadingRow, headings)
    _insert(session, PassageRow, passages)


def _put_quotes(
    session: Session, letter_id: int, findings: Findings, facts: Iterable[Fact], text: str
) -> dict[Span, int]:
    spans = sorted({fact.place.quote for fact in facts if fact.place})
    if not spans:
        return {}
    headings = {passage.code: list(passage.headings) for passage in findings.passages}
    codes = {fact.place.quote: fact.place.code for fact in facts if fact.place}
    rows = [
        {
            "letter_id": letter_id,
            "text": span.of(text),
            "headings": headings.get(codes[span], []),
        }
        | _ends(span)
        for span in spans
    ]
    statement = insert(QuoteRow).returning(QuoteRow.id, sort_by_parameter_order=True)
    return dict(zip(spans, session.scalars(statement, rows), strict=True))


def _put_facts(
    session: Session,
    kind: type[Any],
    facts: list[Fact],
    quotes: dict[Span, int],
    letter_id: int,
) -> None:
    if not facts:
        return
    rows = [
        columns_of(fact, quotes[fact.place.quote], letter_id, n)
        for n, fact in enumerate(facts)
        if fact.place
    ]
    row_type: Any = ROWS[kind]
    if kind is not Listing:
        _insert(session, row_type, rows)
        return
    statement = insert(row_type).returning(row_type.id, sort_by_parameter_order=True)
    ids = session.scalars(statement, rows)
    items = [
        {"listing_id": id, "name": i.name, "group": i.group} | _ends(i.span)
        for id, fact in zip(ids, facts, strict=True)
        if isinstance(fact, Listing)
        for i in fact.items
    ]
    _insert(session, ItemRow, items)


def _insert(session: Session, row_type: type[Any], rows: list[dict[str, Any]]) -> None:
    if rows:
        session.execute(insert(row_type), rows)


def _ends(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}
