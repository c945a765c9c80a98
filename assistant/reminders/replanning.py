"""Taking back what is planned and not yet tried: the next tick plans it anew, as things stand then.

A wrong clock planned ahead, or a person changed a subscription before today's message has left.
"""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import ColumnElement, delete, select, update
from sqlalchemy.orm import Session

from assistant.reminders.models import CHUNK, DeliveryRow, OccurrenceRow
from assistant.reminders.reaching import REMINDERS

OWN = (*REMINDERS, "monday")  # what follows a person's subscriptions


def dissolve(session: Session, today: date) -> None:
    """Undo what a clock that ran ahead has planned and nobody has sent."""
    ahead = select(DeliveryRow.id).where(
        DeliveryRow.day > today,
        DeliveryRow.state.in_(("pending", "held")),
        DeliveryRow.attempts == 0,
    )
    _take_back(session, list(session.scalars(ahead)), OccurrenceRow.kind != "snooze")


def loosen(session: Session, owner: int, now: datetime) -> None:
    """Undo a person's messages of today whose hour has not come: other options hold by then."""
    waiting = select(DeliveryRow.id).where(
        DeliveryRow.owner == owner,
        DeliveryRow.kind.in_(OWN),
        DeliveryRow.state == "pending",
        DeliveryRow.attempts == 0,
        DeliveryRow.due_at > now,
    )
    planned_today = (OccurrenceRow.kind != "snooze") & (OccurrenceRow.day == now.date())
    _take_back(session, list(session.scalars(waiting)), planned_today)


def _take_back(session: Session, numbers: Sequence[int], again: ColumnElement[bool]) -> None:
    """Remove these deliveries; `again` are the occasions planned anew, all others wait loosely."""
    for start in range(0, len(numbers), CHUNK):
        some = numbers[start : start + CHUNK]
        within = OccurrenceRow.delivery_id.in_(some)
        session.execute(delete(OccurrenceRow).where(within, again))
        session.execute(update(OccurrenceRow).where(within).values(delivery_id=None))
        session.execute(delete(DeliveryRow).where(DeliveryRow.id.in_(some)))
