"""Facts to columns and back.

A fact's simple fields are columns of the same name. What is not simple is spread out here: the
place (spans, code, section), a commitment's deadline, a listing's items.
"""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from sqlalchemy import Table

from knowledge.glossary import (
    Action,
    Commitment,
    Contact,
    Deadline,
    Fact,
    Indicator,
    Item,
    LetterField,
    Listing,
    Place,
    Recognition,
    Sentence,
    Span,
)
from knowledge.store.models import (
    ActionRow,
    CommitmentRow,
    ContactRow,
    FieldRow,
    IndicatorRow,
    ListingRow,
    Placed,
    RecognitionRow,
    SentenceRow,
)

ROWS: Mapping[type[Any], type[Placed]] = {
    LetterField: FieldRow,
    Contact: ContactRow,
    Sentence: SentenceRow,
    Indicator: IndicatorRow,
    Listing: ListingRow,
    Recognition: RecognitionRow,
    Action: ActionRow,
    Commitment: CommitmentRow,
}
HEAD = [  # columns of a letter that are its fields of the same name
    "title",
    "kind",
    "agency",
    "role",
    "subject",
    "session",
    "number",
    "doc_no",
    "date",
    "published",
    "category_raw",
    "category",
    "signer",
]
SPREAD = {"place", "deadline", "items"}
LISTS = {"units", "names", "phones"}
_SIMPLE: Mapping[type[Any], list[str]] = {  # fields that are columns of the same name
    kind: [field.name for field in fields(kind) if field.name not in SPREAD] for kind in ROWS
}


def columns_of(fact: Fact, quote_id: int, letter_id: int, position: int) -> dict[str, Any]:
    """The columns of one fact: {"name": "知名品牌", "value": Decimal("32"), "code": "59-1.1-1", …}."""
    place = fact.place
    assert place is not None, "a fact without a place is not stored"
    simple = {name: _column(getattr(fact, name)) for name in _SIMPLE[type(fact)]}
    return (
        simple
        | _place_columns(place)
        | _deadline_columns(fact)
        | {"quote_id": quote_id, "letter_id": letter_id, "position": position}
    )


def fact_of(
    kind: type[Any], row: Mapping[Any, Any], quote: Span, items: tuple[Item, ...] = ()
) -> Fact:
    """The fact that `columns_of` took apart."""
    values: dict[str, Any] = {
        name: tuple(row[name]) if name in LISTS else row[name] for name in _SIMPLE[kind]
    }
    values["place"] = _place_of(row, quote)
    if kind is Commitment:
        values["deadline"] = _deadline_of(row)
    if kind is Listing:
        values["items"] = items
    fact: Fact = kind(**values)
    return fact


def table_of(row_type: type[Any]) -> Table:
    """The table behind a row type."""
    table: Table = row_type.__table__
    return table


def _column(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def _place_columns(place: Place) -> dict[str, Any]:
    figure = place.figure
    return {
        "code": place.code,
        "section": place.section,
        "own_start": place.own.start,
        "own_end": place.own.end,
        "figure_start": figure.start if figure else None,
        "figure_end": figure.end if figure else None,
        "corrected": place.corrected,
    }


def _place_of(row: Mapping[Any, Any], quote: Span) -> Place:
    start, end = row["figure_start"], row["figure_end"]
    return Place(
        code=row["code"],
        section=row["section"],
        own=Span(row["own_start"], row["own_end"]),
        quote=quote,
        figure=None if start is None else Span(start, end),
        corrected=bool(row["corrected"]),
    )


def _deadline_columns(fact: Fact) -> dict[str, Any]:
    if not isinstance(fact, Commitment):
        return {}
    deadline = fact.deadline
    return {
        "deadline_words": deadline.words if deadline else None,
        "deadline_from": deadline.earliest if deadline else None,
        "deadline_to": deadline.latest if deadline else None,
        "precision": deadline.precision if deadline else None,
        "recurring": deadline.recurring if deadline else None,
        "condition": deadline.condition if deadline else None,
    }


def _deadline_of(row: Mapping[Any, Any]) -> Deadline | None:
    if row["deadline_words"] is None:
        return None
    return Deadline(
        words=row["deadline_words"],
        earliest=row["deadline_from"],
        latest=row["deadline_to"],
        precision=row["precision"],
        recurring=row["recurring"],
        condition=row["condition"],
    )
