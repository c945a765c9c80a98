"""What this room keeps about a person: to hand out a copy, and to erase."""

from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from assistant.reminders.models import (
    DeliveryRow,
    MarkRow,
    OccurrenceRow,
    ReceiptRow,
    SubscriptionRow,
)

PERSONAL: tuple[Any, ...] = (SubscriptionRow, MarkRow, ReceiptRow, OccurrenceRow, DeliveryRow)
NAMES = ("订阅", "个人标记", "回执", "提醒", "投递")


def copy(session: Session, owner: int) -> list[dict[str, Any]]:
    """Every row that belongs to the person, under the name of its table."""
    found = []
    for name, table in zip(NAMES, PERSONAL, strict=True):
        for row in session.scalars(select(table).where(table.owner == owner)):
            columns = {column.key: getattr(row, column.key) for column in table.__table__.columns}
            found.append({"表": name} | columns)
    return found


def erase(session: Session, owner: int) -> int:
    """Remove them; what the person decided in the ledger is the office's and stays by number."""
    return sum(_removed(session, table, owner) for table in PERSONAL)


def _removed(session: Session, table: Any, owner: int) -> int:
    found = session.scalars(select(table).where(table.owner == owner)).all()
    session.execute(delete(table).where(table.owner == owner))
    return len(found)
