"""The engine: one tick plans, each channel's queue is emptied one message at a time.

Level-triggered: a tick recomputes what should exist; nothing waits in memory. Wall time decides
what is due, the machine's own time decides leases. `run` serves until it is stopped, and lets the
message in flight come home first.
"""

import asyncio
import logging
from collections.abc import Awaitable, Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from assistant.glossary import Address, Outcome, Receipt, Reply
from assistant.reminders.composing import Book
from assistant.reminders.ledger import Ledger
from assistant.reminders.outbox import Outbox, Parcel
from assistant.reminders.packing import wishes_of
from assistant.reminders.schedule import Planned, Schedule
from assistant.reminders.subscriptions import Subscriptions
from assistant.reminders.ties import Ties

TICK = 30.0  # seconds between two plans
IDLE = 1.0  # seconds until an empty queue is looked at again
FRESH = 5.0  # seconds for which a reading of the ledger serves many messages
FAREWELL = 8.0  # seconds for a message in flight when the program is asked to stop
CORRECTED = frozenset({Outcome.GONE, Outcome.MOVED})

log = logging.getLogger(__name__)
T = TypeVar("T")


class Sender(Protocol):
    """寄送: the part of a channel that delivery needs."""

    async def send(self, address: Address, reply: Reply, key: str = "") -> Receipt: ...


@dataclass(slots=True)
class Delivery:
    """投递."""

    ledger: Ledger
    subscriptions: Subscriptions
    schedule: Schedule
    outbox: Outbox
    ties: Ties
    _book: Book | None = field(default=None, init=False)
    _read_at: float = field(default=0.0, init=False)

    def tick(self, served: Collection[str] = ()) -> Planned:
        """Plan: insert what should exist by now and does not; `served` are the channels that run."""
        self._book = None
        return self.schedule.plan(served)

    def claim(self, channel: str, elapsed: float) -> Parcel | None:
        """The next message of the channel; `elapsed` are seconds of the caller's own clock."""
        return self.outbox.claim(channel, self._fresh(elapsed))

    def finish(self, parcel: Parcel, receipt: Receipt) -> str:
        """Write down what became of it."""
        state = self.outbox.finish(parcel, receipt, self._fresh(self._read_at))
        if receipt.outcome in CORRECTED:
            self._book = None
        return state

    async def empty(self, channel: str, sender: Sender, stop: asyncio.Event | None = None) -> int:
        """Send what is due on the channel, one after the other; how many were handed over."""
        count, loop = 0, asyncio.get_running_loop()
        while not (stop and stop.is_set()):
            parcel = await asyncio.to_thread(self.claim, channel, loop.time())
            if parcel is None:
                break
            receipt = await _handed_over(sender, parcel)
            await asyncio.to_thread(self.finish, parcel, receipt)
            count += 1
        return count

    def _fresh(self, elapsed: float) -> Book:
        """The ledger, subscriptions and people, read again when they are some seconds old."""
        book = self._book
        if book is None or elapsed - self._read_at > FRESH:
            people = self.ties.people()
            entries = {entry.subject.key: entry for entry in self.ledger.entries()}
            book = Book(entries, wishes_of(self.subscriptions.in_force(), people), people)
            self._book, self._read_at = book, elapsed
        return book


async def _handed_over(sender: Sender, parcel: Parcel) -> Receipt:
    """Send; whatever a channel raises against its promise leaves the outcome unknown."""
    try:
        return await sender.send(parcel.address, parcel.reply, parcel.key)
    except Exception as error:  # the edge around one delivery
        log.exception("a channel raised while sending", extra={"channel": parcel.channel})
        return Receipt(Outcome.UNKNOWN, reason=type(error).__name__)


class Postman:
    """邮差: runs the engine beside the channels until it is stopped."""

    def __init__(
        self,
        delivery: Delivery,
        senders: Mapping[str, Sender],
        tick: float = TICK,
        idle: float = IDLE,
    ) -> None:
        self._delivery = delivery
        self._senders = senders
        self._tick = min(tick, TICK)
        self._idle = idle
        self._stop = asyncio.Event()

    async def run(self) -> None:
        """Serve until stopped or cancelled; the message in flight is finished either way."""
        await asyncio.to_thread(self._delivery.outbox.recover)
        rounds = [asyncio.create_task(self._plan())]
        rounds += [
            asyncio.create_task(self._serve(channel, sender))
            for channel, sender in self._senders.items()
        ]
        try:
            await asyncio.wait(rounds)
        except asyncio.CancelledError:
            self.stop()
            await asyncio.wait(rounds, timeout=FAREWELL)
            raise
        finally:
            for task in rounds:
                task.cancel()

    def stop(self) -> None:
        """Claim nothing more; `run` ends when what is in flight has come home."""
        self._stop.set()

    async def _plan(self) -> None:
        while not self._stop.is_set():
            planned = await _survive("plan", asyncio.to_thread(self._delivery.tick, self._senders))
            await self._pause(0 if planned and planned.left else self._tick)

    async def _serve(self, channel: str, sender: Sender) -> None:
        while not self._stop.is_set():
            await _survive(channel, self._delivery.empty(channel, sender, self._stop))
            await self._pause(self._idle)

    async def _pause(self, seconds: float) -> None:
        """Wait, but not beyond the stop."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self._stop.wait(), seconds)


async def _survive(what: str, work: Awaitable[T]) -> T | None:
    """One round; a full disk or a fault in one place must not end the rounds for good."""
    try:
        return await work
    except Exception:  # the edge around one round; the next tries again
        log.exception("a round of the reminders failed", extra={"round": what})
        return None
