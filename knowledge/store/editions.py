"""Editions: which stored letters are one and the same letter, corrected and sent again.

A superseded letter points to the one that came in its place, and so on to the one that answers.
"""

from dataclasses import dataclass
from datetime import date as Date

from sqlalchemy import ColumnElement, func, or_, select, update
from sqlalchemy.orm import Session

from knowledge.glossary import ReplyLetter
from knowledge.store import changes
from knowledge.store.models import LetterRow


@dataclass(frozen=True, slots=True)
class Edition:
    """版本: one of several files of a letter."""

    id: int
    code: str
    date: Date | None
    source: str = ""

    @property
    def order(self) -> tuple[Date, int]:
        """Later dates are newer; of one date, the one that came in later."""
        return self.date or Date.min, self.id


def live_edition(
    session: Session, letter: ReplyLetter, source: str, but: int = 0
) -> Edition | None:
    """The letter that answers under the same agency, session and number; `but` is not meant.

    Numbers compare without leading zeros and without regard to case. A document that has no agency
    or no number, such as a table, is known again by the file it came from.
    """
    same = _numbered(letter) if letter.number and letter.agency else _filed(source)
    row = session.scalars(
        select(LetterRow).where(*same, LetterRow.superseded_by.is_(None), LetterRow.id != but)
    ).first()
    return _edition(row) if row else None


def predecessors(session: Session, letter_id: int) -> list[Edition]:
    """The letters that this one superseded."""
    rows = select(LetterRow).where(LetterRow.superseded_by == letter_id).order_by(LetterRow.id)
    return [_edition(row) for row in session.scalars(rows)]


def successor_of(session: Session, letter_id: int) -> int | None:
    """The letter that superseded this one."""
    return session.scalars(select(LetterRow.superseded_by).where(LetterRow.id == letter_id)).one()


def set_successor(session: Session, letter_id: int, successor: int | None) -> None:
    """Mark a letter as superseded, or as answering again: it stays citable either way."""
    other = LetterRow.superseded_by.is_distinct_from(successor)
    mark = update(LetterRow).where(LetterRow.id == letter_id, other).values(superseded_by=successor)
    if session.execute(mark.returning(LetterRow.id)).first():
        changes.note(session, letter_id)


def _numbered(letter: ReplyLetter) -> tuple[ColumnElement[bool], ...]:
    assert letter.number is not None
    return (
        func.lower(func.ltrim(LetterRow.number, "0")) == letter.number.lstrip("0").lower(),
        LetterRow.agency == letter.agency,
        LetterRow.session.is_not_distinct_from(letter.session),
    )


def _filed(source: str) -> tuple[ColumnElement[bool], ...]:
    unnamed = or_(LetterRow.number.is_(None), LetterRow.agency.is_(None))
    return LetterRow.source == source, LetterRow.source != "", unnamed


def _edition(row: LetterRow) -> Edition:
    return Edition(row.id, row.code, row.date, row.source)
