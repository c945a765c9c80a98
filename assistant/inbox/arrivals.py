"""Updates from platforms, stored before they are confirmed and handled once."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select, update

from assistant.inbox.models import ArrivalRow
from assistant.storage import Database

Clock = Callable[[], datetime]
DAY = 24 * 60 * 60
# Telegram sends an update again for up to 24 hours, WeCom for less; a week knows them all.
REMEMBERED_DAYS = 7


@dataclass(frozen=True, slots=True)
class Arrival:
    """来件: one update as a platform delivered it.

    `key` names it for good (update_id, MsgId), `lane` is what must stay in order (the chat),
    `body` is whatever the channel needs to handle it later, mostly JSON.
    """

    key: str
    lane: str
    body: str


@dataclass(frozen=True, slots=True)
class Stored:
    """在册来件: an arrival with its row; `answered_before` says an answer may have gone out already."""

    id: int
    arrival: Arrival
    tries: int = 0
    answered_before: bool = False


class Inbox:
    """收件箱 of one channel. Plain and synchronous: call it from a worker thread."""

    def __init__(self, database: Database, channel: str, clock: Clock) -> None:
        self._database = database
        self.channel = channel
        self._clock = clock

    def store(self, arrivals: Iterable[Arrival]) -> list[Stored]:
        """Keep the new ones in one transaction; durable on return. Known ones are left out."""
        fresh = {arrival.key: arrival for arrival in reversed(list(arrivals))}
        with self._database.write() as session:
            known = select(ArrivalRow.key).where(
                ArrivalRow.channel == self.channel, ArrivalRow.key.in_(fresh)
            )
            for key in session.scalars(known):
                del fresh[key]
            rows = [self._row(arrival) for arrival in reversed(fresh.values())]
            session.add_all(rows)
            session.flush()
            return [_stored(row) for row in rows]

    def unfinished(self) -> list[Stored]:
        """What was stored and not finished, oldest first: the work left by an earlier run."""
        waiting = (
            select(ArrivalRow)
            .where(ArrivalRow.channel == self.channel)
            .where(ArrivalRow.stage.in_(("waiting", "answering")))
            .order_by(ArrivalRow.id)
        )
        with self._database.read() as session:
            return [_stored(row) for row in session.scalars(waiting)]

    def begin(self, stored: Stored) -> None:
        """Count a try, before the work: what kills the program every time must end some day."""
        self._change(stored, tries=ArrivalRow.tries + 1)

    def answering(self, stored: Stored) -> None:
        """An answer is about to go out: from here on a repeat may be seen twice."""
        self._change(stored, stage="answering")

    def done(self, stored: Stored) -> None:
        """Handled; the words go, the key stays."""
        self._change(stored, stage="done", body="")

    def failed(self, stored: Stored) -> None:
        """Given up; the words stay for whoever looks into it, until they are forgotten."""
        self._change(stored, stage="failed")

    def forget(self, days: int = REMEMBERED_DAYS) -> None:
        """Remove what was finished more than `days` ago."""
        before = self._now() - days * DAY
        finished = ArrivalRow.stage.in_(("done", "failed"))
        with self._database.write() as session:
            session.execute(delete(ArrivalRow).where(finished, ArrivalRow.stored_at < before))

    def _change(self, stored: Stored, **values: object) -> None:
        with self._database.write() as session:
            session.execute(update(ArrivalRow).where(ArrivalRow.id == stored.id).values(**values))

    def _row(self, arrival: Arrival) -> ArrivalRow:
        return ArrivalRow(
            channel=self.channel,
            key=arrival.key,
            lane=arrival.lane,
            body=arrival.body,
            stage="waiting",
            tries=0,
            stored_at=self._now(),
        )

    def _now(self) -> int:
        return int(self._clock().timestamp())


def _stored(row: ArrivalRow) -> Stored:
    arrival = Arrival(row.key, row.lane, row.body)
    return Stored(row.id, arrival, row.tries, answered_before=row.stage == "answering")
