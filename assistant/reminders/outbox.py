"""The outbox: messages on their way to a platform, so that none is lost and none repeated unseen.

1. claim: the intent to send is committed before the network is touched;
2. send: outside any transaction, one message at a time a channel;
3. finish: the outcome, committed where the claim is still ours.

Whoever dies between 1 and 3 leaves a message of which nobody knows whether it was shown. Such ones
are served after all others and once more at most, marked as a repeat; a platform that drops equal
messages by key gets the identical one, as often as its memory allows.
"""

import logging
import secrets
from collections import deque
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from assistant.glossary import Address, Outcome, Receipt, Reply
from assistant.reminders.brake import machine_time
from assistant.reminders.composing import Book, Composer
from assistant.reminders.models import DeliveryRow
from assistant.reminders.packing import tell_admins
from assistant.reminders.reaching import address_on, fail, marked, reroute
from assistant.reminders.ties import Ties
from assistant.storage import Database
from assistant.storage.replies import frozen, thawed

ROUND = 300  # persons served in turn; at 30 a second each waits ten for the next message
LEASE = 300.0  # seconds; ten times the longest send with all its time-outs
FIRST_PAUSE, LONGEST_PAUSE = 5.0, 600.0  # seconds between tries that certainly were not shown
SAME_BODY = timedelta(hours=4)  # how long a platform remembers a message by its key
ELSEWHERE = 8  # tries that were certainly not shown before another channel is taken

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Parcel:
    """邮包: a claimed delivery, ready to be handed to its channel."""

    id: int
    key: str
    channel: str
    address: Address
    reply: Reply
    repeat: bool = False


class Outbox:
    """发件箱; `dedupes` names the channels that drop a repeat by its key."""

    def __init__(
        self,
        database: Database,
        composer: Composer,
        ties: Ties,
        dedupes: Collection[str] = (),
        machine: Callable[[], float] = machine_time,
        lease: float = LEASE,
    ) -> None:
        self._database = database
        self._composer = composer
        self._ties = ties
        self._dedupes = frozenset(dedupes)
        self._machine = machine
        self._lease = lease
        self._holder = f"{_boot()}:{secrets.token_hex(8)}"
        self._served: deque[int] = deque(maxlen=ROUND)  # persons who had their turn

    def recover(self) -> int:
        """At the start of the only process: what others held in their hands is in doubt now."""
        now = self._ties.clock()
        held = select(DeliveryRow).where(
            DeliveryRow.state == "sending", DeliveryRow.holder != self._holder
        )
        with self._database.write() as session:
            rows = session.scalars(held).all()
            for row in rows:
                self._doubt(row, now)
        return len(rows)

    def claim(self, channel: str, book: Book) -> Parcel | None:
        """The next message of the channel, with the intent to send it committed."""
        now = self._ties.clock()
        while True:
            with self._database.write() as session:
                self._expire(session, now)
                row = _next(session, channel, now, self._served)
                if row is None:
                    return None
                self._note_served(row.owner)
                parcel = self._taken(session, row, book, now)
            if parcel is not None:
                return parcel

    def finish(self, parcel: Parcel, receipt: Receipt, book: Book) -> str:
        """Write down the outcome; the new state, or "" where the claim was lost meanwhile."""
        now = self._ties.clock()
        with self._database.write() as session:
            row = session.get_one(DeliveryRow, parcel.id)
            if row.state != "sending" or row.holder != self._holder:
                return ""
            row.reason = receipt.reason
            _OUTCOMES[receipt.outcome](self, row, parcel, receipt, now)
            tired = row.state == "pending" and row.attempts % ELSEWHERE == 0
            if row.state == "failed" or tired:
                reroute(row, parcel.address, book.people.get(row.owner), now)
            if row.state == "failed":
                tell_admins(session, book.people, "failed", now)
            state = row.state
        self._correct(parcel.address, receipt)
        return state

    def _correct(self, address: Address, receipt: Receipt) -> None:
        """What the platform said of the address; in a transaction of its own."""
        if receipt.outcome is Outcome.GONE:
            self._ties.unreachable(address, receipt.reason)
        elif receipt.outcome is Outcome.MOVED:
            self._ties.moved(address, receipt.new_chat)

    def _note_served(self, owner: int) -> None:
        """Turn by turn: a platform takes one message a second in a chat, nobody waits for
        another's.
        """
        if owner in self._served:  # everybody had a turn: a new round
            self._served.clear()
        self._served.append(owner)

    def _expire(self, session: Session, now: datetime) -> None:
        """A claim whose lease is over is unknown; after a reboot the wall clock has to do."""
        boot = _boot()
        sending = select(DeliveryRow).where(DeliveryRow.state == "sending")
        for row in session.scalars(sending):
            if row.holder.startswith(f"{boot}:"):
                over = row.lease <= self._machine()
            else:
                over = (row.started_at or now) + timedelta(seconds=2 * self._lease) <= now
            if over:
                self._doubt(row, now)
        session.flush()

    def _taken(
        self, session: Session, row: DeliveryRow, book: Book, now: datetime
    ) -> Parcel | None:
        """Mark the row as being sent; None where it has nothing to say or nowhere to go."""
        address = address_on(book.people.get(row.owner), row.channel)
        repeat = row.state == "unknown"
        row.repeats += repeat
        if address is None:
            fail(row, "收件地址已不存在", now)
            reroute(row, None, book.people.get(row.owner), now)
            return None
        if row.body is None and not self._composed(session, row, book, now):
            return None
        row.state, row.holder, row.chat = "sending", self._holder, address.chat
        row.lease, row.attempts = self._machine() + self._lease, row.attempts + 1
        row.started_at = row.started_at or now
        reply = thawed(row.body or {})
        if repeat and not self._drops(row, now):
            reply = replace(reply, text=marked(reply.text))
        return Parcel(row.id, f"{row.key}|{row.id}", row.channel, address, reply, repeat)

    def _composed(self, session: Session, row: DeliveryRow, book: Book, now: datetime) -> bool:
        """Freeze what the message says; one that cannot be worded waits and stops no other."""
        try:
            reply = self._composer.compose(session, row, book)
        except Exception as error:  # the edge around one delivery
            log.exception("a delivery could not be composed", extra={"delivery": row.id})
            row.reason = f"无法成文：{type(error).__name__}"
            row.next_try = now + timedelta(seconds=LONGEST_PAUSE)
            return False
        if reply is None:
            row.state, row.reason = "cancelled", "已无须提醒"
            return False
        row.body = frozen(reply)
        return True

    def _sent(self, row: DeliveryRow, parcel: Parcel, receipt: Receipt, now: datetime) -> None:
        row.state, row.message_id, row.sent_at = "sent", receipt.message_id, now

    def _not_sent(self, row: DeliveryRow, parcel: Parcel, receipt: Receipt, now: datetime) -> None:
        """Tried again after a pause; a repeat that did not leave leaves the first try unknown."""
        pause = min(FIRST_PAUSE * 2 ** min(row.attempts - 1, 10), LONGEST_PAUSE)
        row.next_try = now + timedelta(seconds=max(receipt.retry_after, 0) or pause)
        if parcel.repeat:
            row.state, row.repeats = "unknown", row.repeats - 1
        else:
            row.state = "pending"
            if not row.repeats:
                row.body, row.started_at = None, None

    def _unknown(self, row: DeliveryRow, parcel: Parcel, receipt: Receipt, now: datetime) -> None:
        self._doubt(row, now)
        row.next_try = now + timedelta(seconds=max(receipt.retry_after, FIRST_PAUSE))

    def _gone(self, row: DeliveryRow, parcel: Parcel, receipt: Receipt, now: datetime) -> None:
        fail(row, receipt.reason or "对方已停用或屏蔽", now)

    def _moved(self, row: DeliveryRow, parcel: Parcel, receipt: Receipt, now: datetime) -> None:
        row.state, row.next_try = "unknown" if parcel.repeat else "pending", now

    def _doubt(self, row: DeliveryRow, now: datetime) -> None:
        """It may have been shown: one repeat is left, or a person has to look."""
        again = row.repeats == 0 or self._drops(row, now)
        row.state = "unknown" if again else "review"

    def _drops(self, row: DeliveryRow, now: datetime) -> bool:
        """Whether the platform would recognise the identical message and not show it twice."""
        since = row.started_at or now
        return row.channel in self._dedupes and now - since < SAME_BODY


_OUTCOMES: dict[Outcome, Callable[[Outbox, DeliveryRow, Parcel, Receipt, datetime], None]] = {
    Outcome.SENT: Outbox._sent,
    Outcome.NOT_SENT: Outbox._not_sent,
    Outcome.UNKNOWN: Outbox._unknown,
    Outcome.GONE: Outbox._gone,
    Outcome.MOVED: Outbox._moved,
}


def _next(
    session: Session, channel: str, now: datetime, served: Collection[int]
) -> DeliveryRow | None:
    """The oldest that is due of whoever waits for a turn; unknown outcomes when nothing else is."""
    for state, passed_over in (("pending", served), ("pending", ()), ("unknown", ())):
        due = select(DeliveryRow).where(
            DeliveryRow.state == state,
            DeliveryRow.channel == channel,
            DeliveryRow.due_at <= now,
            DeliveryRow.next_try <= now,
            DeliveryRow.owner.not_in(passed_over),
        )
        row = session.scalar(due.order_by(DeliveryRow.due_at, DeliveryRow.id).limit(1))
        if row is not None:
            return row
    return None


def _boot() -> str:
    """Names this run of the machine: its own time is comparable only within it."""
    path = Path("/proc/sys/kernel/random/boot_id")
    return path.read_text().strip() if path.exists() else "machine"
