"""Loading: letters and facts out of the database, as the glossary's nouns."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Select, Table, bindparam, select
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


def _of_letter(table: Table, *order: str) -> Select[Any]:
    """A statement for the rows of a letter, put together once: that takes longer than running it."""
    letter = table.c.letter_id == bindparam("letter")
    return select(table).where(letter).order_by(*(table.c[name] for name in order))


_QUOTES = _of_letter(table_of(QuoteRow), "start")
_FACTS = {kind: _of_letter(table_of(row), "position") for kind, row in ROWS.items()}
_ITEMS = (
    select(table_of(ItemRow))
    .join(table_of(ListingRow))
    .where(table_of(ListingRow).c.letter_id == bindparam("letter"))
    .order_by(table_of(ItemRow).c.id)
)


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
    rows = session.connection().execute(_QUOTES, {"letter": letter_id}).mappings()
    return [_quote_of(row) for row in rows]


def letters_of_quotes(session: Session, quote_ids: Collection[int]) -> dict[int, int]:
    """The letter each of some quotable pieces stands in."""
    rows = select(QuoteRow.id, QuoteRow.letter_id).where(QuoteRow.id.in_(quote_ids))
    return {row.id: row.letter_id for row in session.execute(rows)}


def facts_by_quote(
    session: Session, letter_id: int, quotes: Mapping[int, Quote]
) -> dict[int, list[Fact]]:
    """The facts of a letter by the id of the quote that proves them; `quotes` are the letter's."""
    found: dict[int, list[Fact]] = defaultdict(list)
    connection = session.connection()  # the session itself takes twice as long
    for kind, statement in _FACTS.items():
        rows = connection.execute(statement, {"letter": letter_id}).mappings().all()
        items = _items(session, letter_id) if kind is Listing and rows else {}
        for row in rows:
            quote = row["quote_id"]
            listed = tuple(items.get(row["id"], ()))
            found[quote].append(fact_of(kind, row, quotes[quote].span, listed))
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
    return [(row["letter_id"], fact) for row, fact in _placed(session, Commitment, rows.all())]


def findings(session: Session, head: LetterHead) -> Findings:
    """Everything that was saved of a letter."""
    quotes = {quote.id: quote for quote in quotes_of(session, head.id)}
    by_kind: dict[type[Any], list[Any]] = {kind: [] for kind in ROWS}
    for facts in facts_by_quote(session, head.id, quotes).values():
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


def _placed(
    session: Session, kind: type[Any], rows: Sequence[Mapping[Any, Any]]
) -> Iterable[tuple[Mapping[Any, Any], Any]]:
    """Rows of many letters with their facts."""
    spans: dict[int, Span] = {}
    for some in _portions({row["quote_id"] for row in rows}):
        found = session.execute(
            select(QuoteRow.id, QuoteRow.start, QuoteRow.end).where(QuoteRow.id.in_(some))
        )
        spans.update({id: Span(start, end) for id, start, end in found})
    for row in rows:
        yield row, fact_of(kind, row, spans[row["quote_id"]])


def _items(session: Session, letter_id: int) -> dict[int, list[Item]]:
    found: dict[int, list[Item]] = defaultdict(list)
    for row in session.connection().execute(_ITEMS, {"letter": letter_id}).mappings():
        item = Item(row["name"], Span(row["start"], row["end"]), row["group"])
        found[row["listing_id"]].append(item)
    return found


def _contacts(session: Session, letters: Collection[int] | None) -> dict[int, Contact]:
    table = table_of(ROWS[Contact])
    rows = session.execute(_of(table.c.letter_id, select(table), letters)).mappings()
    return {row["letter_id"]: fact for row, fact in _placed(session, Contact, rows.all())}


def _of(column: Any, statement: Select[Any], letters: Collection[int] | None) -> Select[Any]:
    """A statement about some letters only, if given."""
    return statement if letters is None else statement.where(column.in_(letters))


def _quote_of(row: Mapping[Any, Any]) -> Quote:
    span = Span(row["start"], row["end"])
    return Quote(row["id"], row["letter_id"], span, row["text"], tuple(row["headings"]))


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
        reviewed=row.reviewed,
    )
