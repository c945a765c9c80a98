"""From the plan to rows: what should exist and does not yet is inserted, once, under its key.

An occurrence is one occasion for one person; a delivery is the message that carries one or many of
them. Who sends deliveries, and what they say, is the matter of `outbox` and `composing`.
"""

import logging
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from assistant.glossary import Account
from assistant.reminders.brake import Brake
from assistant.reminders.ledger import Ledger
from assistant.reminders.models import CHUNK, DeliveryRow, OccurrenceRow, PulseRow
from assistant.reminders.packing import Packing, tell_admins, wishes_of
from assistant.reminders.planner import LADDER, Ladder, Occurrence, plan
from assistant.reminders.reaching import leave_closed_channels, revive
from assistant.reminders.replanning import dissolve
from assistant.reminders.subscriptions import Subscription, Subscriptions, wish_of
from assistant.reminders.ties import Ties
from assistant.reminders.workdays import WorkCalendar
from assistant.storage import Database

LOOK_BACK = timedelta(days=7)  # beyond the last tick: what a wrong clock or calendar left out
MONTH = timedelta(days=30)
SHARE = 10_000  # occurrences a tick inserts: half a second, in which no other part can write

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Planned:
    """一次计划的结果: how many occasions and messages were new, and why they are held, if so.

    `left` are occasions that this tick had no room for: the next one is wanted at once.
    """

    occurrences: int = 0
    deliveries: int = 0
    held: str = ""
    left: int = 0


class Schedule:
    """排程."""

    def __init__(
        self,
        database: Database,
        ledger: Ledger,
        subscriptions: Subscriptions,
        calendar: WorkCalendar,
        ties: Ties,
        brake: Brake | None = None,
        ladder: Ladder = LADDER,
    ) -> None:
        self._database = database
        self._ledger = ledger
        self._subscriptions = subscriptions
        self._calendar = calendar
        self._ties = ties
        self._brake = brake or Brake()
        self._ladder = ladder

    def plan(self, served: Collection[str] = ()) -> Planned:
        """Insert what should exist by now and does not; `served` are the channels that run."""
        now, people = self._ties.clock(), self._ties.people()
        subscriptions = self._subscriptions.in_force()
        with self._database.read() as session:
            reach = _reach(session, now.date())
        wanted = self._wanted(subscriptions, people, now.date(), reach)
        with self._database.write() as session:
            dissolve(session, now.date())
            revive(session, people, now)
            missing = _missing(session, wanted, reach)
            held = self._brake.holds(_burst(session, missing), _usual(session, now), now)
            missing, left = _share(missing)
            packing = Packing(session, people, wishes_of(subscriptions, people), now, held)
            _insert_occurrences(session, missing, packing.places(missing))
            _place_loose(session, packing, now.date())
            pulse = session.scalar(select(PulseRow.at))
            packing.summaries(subscriptions, self._calendar, pulse)
            closed = bool(served) and leave_closed_channels(session, people, served, now)
            if closed or packing.unreachable:
                tell_admins(session, people, "failed", now)
            if held:
                log.warning("reminders are held: %s", held)
                tell_admins(session, people, "held", now)
            session.merge(PulseRow(id=1, at=now))
        return Planned(len(missing), packing.fresh, held, left)

    def preview(self, first: date, days: int, only: int | None = None) -> list[Occurrence]:
        """What would be sent on these days, if nothing changes; nothing is stored.

        `only` one subscription's, as if there were no other.
        """
        subscriptions, people = self._subscriptions.in_force(), self._ties.people()
        subscriptions = [one for one in subscriptions if only in (None, one.number)]
        last = first + timedelta(days=days - 1)
        wanted = self._wanted(subscriptions, people, last, first)
        return sorted(wanted.values(), key=lambda found: (found.day, found.owner, found.key))

    def pulse(self) -> datetime | None:
        """When the last tick was."""
        with self._database.read() as session:
            return session.scalar(select(PulseRow.at))

    def _wanted(
        self,
        subscriptions: Iterable[Subscription],
        people: Mapping[int, Account],
        today: date,
        reach: date,
    ) -> dict[str, Occurrence]:
        subjects = [entry.subject for entry in self._ledger.entries()]
        wishes = [wish_of(one, people[one.owner]) for one in subscriptions if one.owner in people]
        return plan(subjects, wishes, self._calendar, today, reach, self._ladder)


def _reach(session: Session, today: date) -> date:
    """How far to look back: a week beyond the last tick."""
    pulse = session.scalar(select(PulseRow.at))
    return min(pulse.date() if pulse else today, today) - LOOK_BACK


def _missing(session: Session, wanted: dict[str, Occurrence], reach: date) -> list[Occurrence]:
    """What is wanted and not there; a row may also stand under an older day."""
    there = set(session.scalars(select(OccurrenceRow.key).where(OccurrenceRow.day >= reach)))
    absent = [key for key in wanted if key not in there]
    for start in range(0, len(absent), CHUNK):
        some = select(OccurrenceRow.key).where(OccurrenceRow.key.in_(absent[start : start + CHUNK]))
        there.update(session.scalars(some))
    return [wanted[key] for key in absent if key not in there]


def _burst(session: Session, missing: Sequence[Occurrence]) -> int:
    """How many are new, with those that are held already; 0 where nothing is.

    What a new subscription finds overdue is listed once by its own wish: no burst.
    """
    new = sum(found.kind != "opening" for found in missing)
    held = select(func.count()).select_from(OccurrenceRow).join(DeliveryRow)
    return new and new + (session.scalar(held.where(DeliveryRow.state == "held")) or 0)


def _share(missing: Sequence[Occurrence]) -> tuple[list[Occurrence], int]:
    """What one tick inserts, and how many are left: other writers must not wait for long.

    Whole persons, lest half of somebody's digest leaves without the rest; the earliest hour first.
    """
    if len(missing) <= SHARE:
        return list(missing), 0
    persons: dict[int, list[Occurrence]] = defaultdict(list)
    for found in missing:
        persons[found.owner].append(found)
    share: list[Occurrence] = []
    for own in sorted(persons.values(), key=lambda own: min(found.wish.hour for found in own)):
        if len(share) >= SHARE:
            break
        share += own
    return share, len(missing) - len(share)


def _insert_occurrences(
    session: Session, missing: Sequence[Occurrence], places: Sequence[int | None]
) -> None:
    rows = [
        {
            "key": found.key,
            "owner": found.owner,
            "commitment": found.commitment,
            "deadline": found.deadline,
            "kind": found.kind,
            "offset": found.offset,
            "day": found.day,
            "delivery_id": place,
        }
        for found, place in zip(missing, places, strict=True)
    ]
    if rows:
        session.execute(insert(OccurrenceRow.__table__), rows)  # type: ignore[arg-type]


def _place_loose(session: Session, packing: Packing, today: date) -> None:
    """Occurrences whose day has come and that no message carries yet: snoozed or late ones."""
    rows = select(OccurrenceRow).where(
        OccurrenceRow.delivery_id.is_(None), OccurrenceRow.dropped == "", OccurrenceRow.day <= today
    )
    loose = session.scalars(rows.order_by(OccurrenceRow.day, OccurrenceRow.key)).all()
    for occurrence, place in zip(loose, packing.places(loose), strict=True):
        occurrence.delivery_id = place


def _usual(session: Session, now: datetime) -> int:
    """The busiest day of the last month, today left out."""
    today = now.date()
    days = (
        select(func.count())
        .where(OccurrenceRow.day < today, OccurrenceRow.day >= today - MONTH)
        .group_by(OccurrenceRow.day)
    )
    return max(session.scalars(days), default=0)
