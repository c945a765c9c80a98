"""Loading: letters and facts out of the database, as the glossary's nouns."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from knowledge.glossary import (
    Action,
    Commitment,
    Contact,
    Fact,
    Findings,
    Heading,
    Indicator,
    Item,
    LetterField,
    LetterHead,
    Listing,
    Passage,
    Recognition,
    ReplyLetter,
    Sentence,
    Span,
)
from knowledge.store.models import (
    CommitmentRow,
    HeadingRow,
    ItemRow,
    LetterRow,
    PassageRow,
    QuoteRow,
    TextRow,
)
from knowledge.store.rows import HEAD, ROWS, fact_of, table_of

SOME = 500  # rows named in one IN (…)


def heads(session: Session) -> list[LetterHead]:
    """Every stored letter in short, oldest first."""
    contacts = _contacts(session)
    rows = session.scalars(select(LetterRow).order_by(LetterRow.id)).all()
    return [_head_of(row, contacts.get(row.id, Contact())) for row in rows]


def text(session: Session, letter_id: int) -> str:
    """The stored text that all spans count in."""
    return session.scalars(select(TextRow.text).where(TextRow.letter_id == letter_id)).one()


def warnings(session: Session, letter_id: int) -> tuple[str, ...]:
    """What a person should check in a letter."""
    return tuple(session.scalars(select(LetterRow.warnings).where(LetterRow.id == letter_id)).one())


def passages(session: Session, letter_id: int) -> list[Passage]:
    """The passages of a letter in their order."""
    rows = session.scalars(
        select(PassageRow).where(PassageRow.letter_id == letter_id).order_by(PassageRow.id)
    )
    return [Passage(r.code, r.section, tuple(r.headings), Span(r.start, r.end)) for r in rows]


def headings(session: Session, letter_id: int) -> tuple[Heading, ...]:
    """The outline of a letter."""
    rows = session.scalars(
        select(HeadingRow).where(HeadingRow.letter_id == letter_id).order_by(HeadingRow.id)
    )
    return tuple(Heading(r.level, r.text, Span(r.start, r.end)) for r in rows)


def letter_of_code(session: Session, code: str) -> int | None:
    """The letter a passage code belongs to, or None where there is no such passage."""
    return session.scalars(select(PassageRow.letter_id).where(PassageRow.code == code)).first()


def quotes_of(session: Session, letter_id: int) -> dict[int, Span]:
    """The quotable pieces of a letter by id."""
    rows = session.execute(
        select(QuoteRow.id, QuoteRow.start, QuoteRow.end).where(QuoteRow.letter_id == letter_id)
    )
    return {row.id: Span(row.start, row.end) for row in rows}


def facts_by_quote(
    session: Session, quote_ids: Collection[int]
) -> dict[int, list[tuple[int, Fact]]]:
    """For each quote id the (letter id, fact) pairs that it proves."""
    found: dict[int, list[tuple[int, Fact]]] = defaultdict(list)
    wanted = sorted(quote_ids)
    for some in (wanted[i : i + SOME] for i in range(0, len(wanted), SOME)):
        spans = _spans(session, some)
        for kind, row_type in ROWS.items():
            table = table_of(row_type)
            rows = session.execute(
                select(table).where(table.c.quote_id.in_(some)).order_by(table.c.position)
            ).mappings()
            for quote_id, letter_id, fact in _facts(session, kind, list(rows), spans):
                found[quote_id].append((letter_id, fact))
    return found


def commitments(session: Session) -> list[tuple[int, Commitment]]:
    """(letter id, commitment) of every letter that is not superseded."""
    table = table_of(CommitmentRow)
    live = select(LetterRow.id).where(LetterRow.superseded_by.is_(None))
    rows = (
        session.execute(
            select(table)
            .where(table.c.letter_id.in_(live))
            .order_by(table.c.letter_id, table.c.position)
        )
        .mappings()
        .all()
    )
    spans = _spans(session, [row["quote_id"] for row in rows])
    found = _facts(session, Commitment, list(rows), spans)
    return [(letter, fact) for _, letter, fact in found if isinstance(fact, Commitment)]


def findings(session: Session, letter_id: int) -> Findings:
    """Everything that `put` stored of a letter."""
    by_kind: dict[type[Any], list[Any]] = {kind: [] for kind in ROWS}
    for pairs in facts_by_quote(session, list(quotes_of(session, letter_id))).values():
        for _, fact in pairs:
            by_kind[type(fact)].append(fact)
    for kind in by_kind:
        by_kind[kind].sort(key=lambda fact: fact.place.own)
    head = next(h for h in heads(session) if h.id == letter_id)
    letter = replace(
        head.letter,
        headings=headings(session, letter_id),
        fields=tuple(by_kind[LetterField]),
    )
    return _findings(session, letter, letter_id, by_kind)


def _findings(
    session: Session, letter: ReplyLetter, letter_id: int, by_kind: dict[type[Any], list[Any]]
) -> Findings:
    return Findings(
        letter=letter,
        passages=tuple(passages(session, letter_id)),
        sentences=tuple(by_kind[Sentence]),
        indicators=tuple(by_kind[Indicator]),
        listings=tuple(by_kind[Listing]),
        recognitions=tuple(by_kind[Recognition]),
        actions=tuple(by_kind[Action]),
        commitments=tuple(by_kind[Commitment]),
        warnings=warnings(session, letter_id),
    )


def _spans(session: Session, quote_ids: list[int]) -> dict[int, Span]:
    spans: dict[int, Span] = {}
    for some in (quote_ids[i : i + SOME] for i in range(0, len(quote_ids), SOME)):
        rows = session.execute(
            select(QuoteRow.id, QuoteRow.start, QuoteRow.end).where(QuoteRow.id.in_(some))
        )
        spans.update({row.id: Span(row.start, row.end) for row in rows})
    return spans


def _facts(
    session: Session, kind: type[Any], rows: list[Any], spans: dict[int, Span]
) -> Iterable[tuple[int, int, Fact]]:
    items = _items(session, [row["id"] for row in rows]) if kind is Listing else {}
    for row in rows:
        quote = spans[row["quote_id"]]
        fact = fact_of(kind, row, quote, tuple(items.get(row["id"], ())))
        yield row["quote_id"], row["letter_id"], fact


def _items(session: Session, listing_ids: list[int]) -> dict[int, list[Item]]:
    found: dict[int, list[Item]] = defaultdict(list)
    rows = session.scalars(
        select(ItemRow).where(ItemRow.listing_id.in_(listing_ids)).order_by(ItemRow.id)
    )
    for row in rows:
        found[row.listing_id].append(Item(row.name, Span(row.start, row.end), row.group))
    return found


def _contacts(session: Session) -> dict[int, Contact]:
    table = table_of(ROWS[Contact])
    rows = session.execute(select(table)).mappings().all()
    spans = _spans(session, [row["quote_id"] for row in rows])
    found = _facts(session, Contact, list(rows), spans)
    return {letter: fact for _, letter, fact in found if isinstance(fact, Contact)}


def _head_of(row: LetterRow, contact: Contact) -> LetterHead:
    values = {name: getattr(row, name) for name in HEAD}
    letter = ReplyLetter(addressees=tuple(row.addressees), contact=contact, **values)
    return LetterHead(
        id=row.id,
        name=row.name,
        letter=letter,
        digest=row.digest,
        origin=row.origin,
        superseded_by=row.superseded_by,
        code=row.code,
    )
