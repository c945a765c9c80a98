"""Editions: which stored letters are one and the same letter, corrected and sent again."""

from dataclasses import dataclass
from datetime import date as Date

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from knowledge.glossary import ReplyLetter
from knowledge.store import changes
from knowledge.store.models import LetterRow


@dataclass(frozen=True, slots=True)
class Edition:
    """版本: one of several files of a letter; `live` unless another has superseded it."""

    id: int
    code: str
    date: Date | None
    live: bool = True

    @property
    def order(self) -> tuple[Date, int]:
        """Later dates are newer; of one date, the one that came in later."""
        return self.date or Date.min, self.id


def editions_of(session: Session, letter: ReplyLetter) -> list[Edition]:
    """The stored letters of the same agency, session and number; none where that is not known.

    Numbers compare without leading zeros and without regard to case.
    """
    if not (letter.number and letter.agency):
        return []
    number = func.lower(func.ltrim(LetterRow.number, "0"))
    rows = session.scalars(
        select(LetterRow)
        .where(number == letter.number.lstrip("0").lower(), LetterRow.agency == letter.agency)
        .where(LetterRow.session.is_not_distinct_from(letter.session))
        .order_by(LetterRow.id)
    )
    return [Edition(row.id, row.code, row.date, row.superseded_by is None) for row in rows]


def set_successor(session: Session, letter_id: int, successor: int | None) -> None:
    """Mark a letter as superseded, or as answering again: it stays citable either way."""
    other = LetterRow.superseded_by.is_distinct_from(successor)
    mark = update(LetterRow).where(LetterRow.id == letter_id, other).values(superseded_by=successor)
    if session.execute(mark.returning(LetterRow.id)).first():
        changes.note(session, letter_id)
