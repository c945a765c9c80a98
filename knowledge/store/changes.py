"""Changes: which letters were stored, replaced or removed since one last looked.

Every change of a letter gets the next number, in the same transaction; of each letter only the last
one is kept. Whoever remembers the number it has seen reads what came after, and nothing else.
"""

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from knowledge.store.models import ChangeRow


def note(session: Session, letter_id: int) -> None:
    """Give a letter the next number."""
    session.execute(insert(ChangeRow).prefix_with("OR REPLACE").values(letter_id=letter_id))


def last(session: Session) -> int:
    """The number of the last change; 0 where nothing ever changed."""
    return session.scalars(select(func.max(ChangeRow.number))).one() or 0


def since(session: Session, number: int) -> list[int]:
    """The letters that changed after a number."""
    return list(session.scalars(select(ChangeRow.letter_id).where(ChangeRow.number > number)))
