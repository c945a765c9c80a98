"""Loading: letters and facts out of the database, as the glossary's nouns."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Select, select
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
    IndicatorRow,
    ItemRow,
    LetterRow,
    ListingRow,
    PassageRow,
    QuoteRow,
    RecognitionRow,
    TextRow,
)
from knowledge.store.rows import HEAD, ROWS, fact_of, table_of

SOME = 500  # rows named in one IN (…)


@dataclass(frozen=True, slots=True)
class Quote:
    """引文: a quotable piece of a letter: what is searched, and what proves facts."""

    id: int
    letter_id: int
    span: Span
    text: str
    headings: tuple[str, ...]


def heads(session: Session, letters: Collection[int] | None = None) -> list[LetterHead]:
    """Every stored letter in short, oldest first; of `letters` only if given."""
    contacts = _contacts(session, letters)
    statement = _of(LetterRow.id, select(LetterRow).order_by(LetterRow.id), letters)
    rows = session.scalars(statement).all()
    return [_head_of(row, contacts.get(row.id, Contact())) for row in rows]


def letter(session: Session, letter_id: int) -> ReplyLetter:
    """The head of one letter, without its contact."""
    return _head_of(session.get_one(LetterRow, letter_id), Contact()).letter


def letter_of_digest(session: Session, digest: str) -> int | None:
    """The letter made of a file with this digest, or None."""
    return session.scalars(select(LetterRow.id).where(LetterRow.digest == digest)).first()


def codes_like(session: Session, wanted: str) -> set[str]:
    """The codes taken that begin with `wanted`."""
    codes = select(LetterRow.code).where(LetterRow.code.startswith(wanted, autoescape=True))
    return set(session.scalars(codes))


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


def quotes_of(session: Session, letter_id: int) -> list[Quote]:
    """The quotable pieces of a letter in their order."""
    rows = session.scalars(
        select(QuoteRow).where(QuoteRow.letter_id == letter_id).order_by(QuoteRow.start)
    )
    return [_quote_of(row) for row in rows]


def quotes(session: Session, quote_ids: Collection[int]) -> dict[int, Quote]:
    """Quotable pieces by id."""
    found: dict[int, Quote] = {}
    for some in _portions(quote_ids):
        rows = session.scalars(select(QuoteRow).where(QuoteRow.id.in_(some)))
        found.update({row.id: _quote_of(row) for row in rows})
    return found


def facts_by_quote(session: Session, quotes: Mapping[int, Quote]) -> dict[int, list[Fact]]:
    """The facts that each quote proves, by the quote's id."""
    found: dict[int, list[Fact]] = defaultdict(list)
    for some in _portions(quotes):
        for kind, row_type in ROWS.items():
            table = table_of(row_type)
            rows = session.execute(
                select(table).where(table.c.quote_id.in_(some)).order_by(table.c.position)
            ).mappings()
            for row, fact in _facts(session, kind, list(rows), quotes):
                found[row["quote_id"]].append(fact)
    return found


def names(session: Session, letters: Collection[int] | None = None) -> list[str]:
    """Every name that the facts know: of things counted, listed, honoured; of people and offices."""
    columns: list[tuple[Any, Any]] = [
        (IndicatorRow.name, IndicatorRow.letter_id),
        (IndicatorRow.subject, IndicatorRow.letter_id),
        (ListingRow.name, ListingRow.letter_id),
        (RecognitionRow.holder, RecognitionRow.letter_id),
        (RecognitionRow.title, RecognitionRow.letter_id),
        (LetterRow.agency, LetterRow.id),
        (LetterRow.signer, LetterRow.id),
    ]
    found: set[str] = set()
    for column, letter in columns:
        rows = session.scalars(_of(letter, select(column).distinct(), letters))
        found.update(name for name in rows if name)
    items = select(ItemRow.name).distinct().join(ListingRow, ItemRow.listing_id == ListingRow.id)
    found.update(session.scalars(_of(ListingRow.letter_id, items, letters)))
    for column, letter in (
        (LetterRow.addressees, LetterRow.id),
        (CommitmentRow.units, CommitmentRow.letter_id),
    ):
        for several in session.scalars(_of(letter, select(column), letters)):
            found.update(several)
    return sorted(found)


def commitments(session: Session) -> list[tuple[int, Commitment]]:
    """(letter id, commitment) of every letter that is not superseded."""
    table = table_of(CommitmentRow)
    live = select(LetterRow.id).where(LetterRow.superseded_by.is_(None))
    rows = session.execute(
        select(table)
        .where(table.c.letter_id.in_(live))
        .order_by(table.c.letter_id, table.c.position)
    ).mappings()
    found = _placed(session, Commitment, list(rows))
    return [(row["letter_id"], fact) for row, fact in found if isinstance(fact, Commitment)]


def findings(session: Session, head: LetterHead) -> Findings:
    """Everything that was saved of a letter."""
    quotes = {quote.id: quote for quote in quotes_of(session, head.id)}
    by_kind: dict[type[Any], list[Any]] = {kind: [] for kind in ROWS}
    for facts in facts_by_quote(session, quotes).values():
        for fact in facts:
            by_kind[type(fact)].append(fact)
    for kind in by_kind:
        by_kind[kind].sort(key=lambda fact: fact.place.own)
    letter = replace(
        head.letter, headings=headings(session, head.id), fields=tuple(by_kind[LetterField])
    )
    return Findings(
        letter=letter,
        passages=tuple(passages(session, head.id)),
        sentences=tuple(by_kind[Sentence]),
        indicators=tuple(by_kind[Indicator]),
        listings=tuple(by_kind[Listing]),
        recognitions=tuple(by_kind[Recognition]),
        actions=tuple(by_kind[Action]),
        commitments=tuple(by_kind[Commitment]),
        warnings=warnings(session, head.id),
    )


def _placed(session: Session, kind: type[Any], rows: list[Any]) -> Iterable[tuple[Any, Fact]]:
    return _facts(session, kind, rows, quotes(session, {row["quote_id"] for row in rows}))


def _facts(
    session: Session, kind: type[Any], rows: list[Any], quotes: Mapping[int, Quote]
) -> Iterable[tuple[Any, Fact]]:
    items = _items(session, [row["id"] for row in rows]) if kind is Listing else {}
    for row in rows:
        span = quotes[row["quote_id"]].span
        yield row, fact_of(kind, row, span, tuple(items.get(row["id"], ())))


def _items(session: Session, listing_ids: list[int]) -> dict[int, list[Item]]:
    found: dict[int, list[Item]] = defaultdict(list)
    rows = session.scalars(
        select(ItemRow).where(ItemRow.listing_id.in_(listing_ids)).order_by(ItemRow.id)
    )
    for row in rows:
        found[row.listing_id].append(Item(row.name, Span(row.start, row.end), row.group))
    return found


def _contacts(session: Session, letters: Collection[int] | None) -> dict[int, Contact]:
    table = table_of(ROWS[Contact])
    rows = session.execute(_of(table.c.letter_id, select(table), letters)).mappings()
    found = _placed(session, Contact, list(rows))
    return {row["letter_id"]: fact for row, fact in found if isinstance(fact, Contact)}


def _of(column: Any, statement: Select[Any], letters: Collection[int] | None) -> Select[Any]:
    """A statement about some letters only, if given."""
    return statement if letters is None else statement.where(column.in_(letters))


def _quote_of(row: QuoteRow) -> Quote:
    span = Span(row.start, row.end)
    return Quote(row.id, row.letter_id, span, row.text, tuple(row.headings))


def _portions(ids: Collection[int]) -> Iterable[list[int]]:
    wanted = sorted(ids)
    return (wanted[i : i + SOME] for i in range(0, len(wanted), SOME))


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
