"""Work over the inbox: within a lane (a chat) in order, the lanes side by side."""

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable, Iterable

from sqlalchemy.exc import SQLAlchemyError

from assistant.inbox.arrivals import Arrival, Inbox, Stored

log = logging.getLogger(__name__)

# An update that was begun so often and never finished has killed the program each time.
MOST_TRIES = 3

Handle = Callable[[Stored], Awaitable[None]]


class Lanes:
    """Hands each stored update to `handle` once; `parallel` chats at a time."""

    def __init__(
        self, inbox: Inbox, handle: Handle, parallel: int = 32, give_up: Handle | None = None
    ) -> None:
        """`give_up` gets what ended the program each time, to tell the person."""
        self._inbox = inbox
        self._handle = handle
        self._give_up = give_up or _silently
        self._places = asyncio.Semaphore(parallel)
        self._lanes: dict[str, deque[Stored]] = {}
        self._workers: set[asyncio.Task[None]] = set()
        self._early: list[Stored] = []
        self._open = False

    async def put(self, arrivals: Iterable[Arrival]) -> list[Stored]:
        """Store them; on return they are durable and may be confirmed. Gives the new ones."""
        fresh = await asyncio.to_thread(self._inbox.store, list(arrivals))
        if self._open:
            self._line_up(fresh)
        else:
            self._early += fresh
        return fresh

    async def start(self) -> None:
        """Take up what an earlier run left. What is put before is only stored, and comes after it."""
        left = await asyncio.to_thread(self._inbox.unfinished)
        seen = {stored.id for stored in left}  # not what was stored while they were looked up
        self._open = True
        self._line_up([*left, *(early for early in self._early if early.id not in seen)])
        self._early.clear()

    async def stop(self, grace: float = 10.0) -> None:
        """Finish what is under way, at most `grace` seconds; the rest waits in the inbox."""
        self._open = False
        self._lanes.clear()
        self._early.clear()
        if not self._workers:
            return
        _, late = await asyncio.wait(self._workers, timeout=grace)
        for worker in late:
            worker.cancel()
        await asyncio.gather(*late, return_exceptions=True)

    @property
    def waiting(self) -> int:
        """How many updates are in line, for the health page."""
        return sum(len(lane) for lane in self._lanes.values())

    def _line_up(self, fresh: list[Stored]) -> None:
        for stored in fresh:
            lane = self._lanes.get(stored.arrival.lane)
            if lane is None:
                lane = self._lanes[stored.arrival.lane] = deque()
                self._employ(stored.arrival.lane, lane)
            lane.append(stored)

    def _employ(self, name: str, lane: deque[Stored]) -> None:
        worker = asyncio.create_task(self._work_off(name, lane), name=f"lane {name}")
        self._workers.add(worker)
        worker.add_done_callback(self._workers.discard)

    async def _work_off(self, name: str, lane: deque[Stored]) -> None:
        while lane and self._open:
            async with self._places:
                await self._once(lane[0])
            lane.popleft()
        if self._lanes.get(name) is lane:
            del self._lanes[name]

    async def _once(self, stored: Stored) -> None:
        try:
            await self._attempt(stored)
        except SQLAlchemyError:  # a full disk, say; the lane goes on, the next start tries again
            log.exception("update %s stays in the inbox: the database failed", stored.id)

    async def _attempt(self, stored: Stored) -> None:
        handle = self._handle
        if stored.tries >= MOST_TRIES:
            log.error("update %s was begun %s times in vain: given up", stored.id, stored.tries)
            handle = self._give_up
        await asyncio.to_thread(self._inbox.begin, stored)
        try:
            await handle(stored)
        except SQLAlchemyError:
            raise
        except Exception:
            log.exception("update %s could not be handled", stored.id)
            await asyncio.to_thread(self._inbox.failed, stored)
        else:
            await asyncio.to_thread(self._inbox.done, stored)


async def _silently(_stored: Stored) -> None:
    """Nobody is told."""
