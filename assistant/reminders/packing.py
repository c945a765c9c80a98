"""Loose occurrences into messages: one digest a person and day, or one message a commitment."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from assistant.glossary import Account, Role
from assistant.reminders.models import CHUNK, DeliveryRow, OccurrenceRow
from assistant.reminders.planner import Occurrence, Wish
from assistant.reminders.reaching import channel_for
from assistant.reminders.subscriptions import Subscription, wish_of
from assistant.reminders.ties import MORNING
from assistant.reminders.workdays import WorkCalendar
from assistant.storage.moments import SHANGHAI

OPEN = frozenset({"pending", "held", "failed"})  # takes more in, as long as nothing was tried


class Packing:
    """Puts loose occurrences into messages: one digest a person and day, or one a commitment."""

    def __init__(
        self,
        session: Session,
        people: Mapping[int, Account],
        wishes: Mapping[int, Sequence[Wish]],
        now: datetime,
        held: str,
    ) -> None:
        self._session = session
        self._people = people
        self._wishes = wishes
        self._now = now
        self._state = "held" if held else "pending"
        self.fresh = 0  # deliveries made
        self.unreachable = 0  # of these, for people who are reached nowhere

    def places(self, occasions: Sequence[Occurrence | OccurrenceRow]) -> list[int | None]:
        """The delivery that carries each, made where there is none yet.

        None where the day's digest has left, or the person has: it waits for the next day.
        """
        keys = [self._key(one) if one.owner in self._people else "" for one in occasions]
        owners = {key: one.owner for key, one in zip(keys, occasions, strict=True) if key}
        known = self._known(list(owners))
        fresh = [self._row(key, owner) for key, owner in owners.items() if key not in known]
        self._insert(fresh)
        known |= self._known([row["key"] for row in fresh])
        return [known.get(key) for key in keys]

    def summaries(
        self,
        subscriptions: Iterable[Subscription],
        calendar: WorkCalendar,
        pulse: datetime | None,
    ) -> None:
        """The Monday summary of those who want one, on the first working day of the week.

        Later in the week only where nothing ran on that day: who asks for one on a Wednesday gets
        the first on Monday.
        """
        today = self._now.date()
        monday = today - timedelta(days=today.weekday())
        first = calendar.next_working(monday)
        if first > today or first < today and (pulse is None or pulse.date() >= first):
            return
        owners = {
            one.owner
            for one in subscriptions
            if one.options.monday and one.owner in self._people and one.since <= first
        }
        keys = {f"{owner}|monday|{monday}": owner for owner in owners}
        known = self._known(list(keys))
        fresh = [self._row(key, keys[key], "monday", first) for key in keys if key not in known]
        self._insert(fresh)

    def _insert(self, fresh: list[dict[str, Any]]) -> None:
        if fresh:
            self._session.execute(insert(DeliveryRow.__table__), fresh)  # type: ignore[arg-type]
            self.fresh += len(fresh)
            self.unreachable += sum(row["state"] == "failed" for row in fresh)

    def _key(self, occurrence: Occurrence | OccurrenceRow) -> str:
        wishes = self._wishes.get(occurrence.owner, ())
        if all(wish.digest for wish in wishes):
            return f"{occurrence.owner}|digest|{self._now.date()}"
        return f"{occurrence.owner}|single {occurrence.commitment}|{self._now.date()}"

    def _known(self, keys: Sequence[str]) -> dict[str, int | None]:
        """The deliveries there are; None for one that no longer takes anything in."""
        found: dict[str, int | None] = {}
        for start in range(0, len(keys), CHUNK):
            rows = select(DeliveryRow.key, DeliveryRow.id, DeliveryRow.state, DeliveryRow.attempts)
            rows = rows.where(DeliveryRow.key.in_(keys[start : start + CHUNK]))
            for key, number, state, attempts in self._session.execute(rows):
                takes = state in OPEN and not attempts
                found[key] = number if takes else None
        return found

    def _row(self, key: str, owner: int, kind: str = "", day: date | None = None) -> dict[str, Any]:
        hour, channel = when_and_where(self._wishes.get(owner, ()))
        due = datetime.combine(day or self._now.date(), time(hour), SHANGHAI)
        kind = kind or key.split("|")[1].split(" ")[0]
        row = delivery_row(key, self._people[owner], kind, self._now, due, channel)
        return row | {"state": self._state if row["channel"] else "failed"}


def when_and_where(wishes: Sequence[Wish]) -> tuple[int, str]:
    """The hour and the channel of a person's one digest: the earliest, and the first that is named."""
    hour = min((wish.hour for wish in wishes), default=MORNING)
    return hour, next((wish.channel for wish in wishes if wish.channel), "")


def tell_admins(session: Session, people: Mapping[int, Account], kind: str, now: datetime) -> None:
    """One message a day and admin of this kind (held, failed); what it says is composed later."""
    for account in people.values():
        key = f"{account.id}|{kind}|{now.date()}"
        known = session.scalar(select(DeliveryRow.id).where(DeliveryRow.key == key))
        if account.role is Role.ADMIN and account.addresses and known is None:
            session.execute(insert(DeliveryRow), [delivery_row(key, account, kind, now, now)])


def delivery_row(
    key: str, account: Account, kind: str, now: datetime, due: datetime, wished: str = ""
) -> dict[str, Any]:
    """A new delivery as the columns of its row; without any channel it has failed from the start."""
    channel = channel_for(account, wished)
    return {
        "key": key,
        "owner": account.id,
        "kind": kind,
        "day": now.date(),
        "due_at": due,
        "next_try": due,
        "state": "pending",
        "channel": channel,
        "body": None,
        "reason": "" if channel else "没有可送达的渠道",
    }


def wishes_of(
    subscriptions: Iterable[Subscription], people: Mapping[int, Account]
) -> dict[int, list[Wish]]:
    """The wishes of each person who still has an account."""
    found: dict[int, list[Wish]] = defaultdict(list)
    for one in subscriptions:
        if one.owner in people:
            found[one.owner].append(wish_of(one, people[one.owner]))
    return found
