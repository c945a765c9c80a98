"""When a message may go out: WeCom takes so many a minute and an hour for each person or group.

What is over the limit it drops without a word (app) or refuses for a minute (group robot). Where it
drops, `Turns` remembers over a restart what went out before.
"""

import asyncio
import time
from collections import deque
from collections.abc import Awaitable, Callable
from datetime import datetime

from assistant.inbox import Turns

# Below the published 30 a minute and 1000 an hour, as our clock is not theirs.
HOUR = 3600.0  # the longest time over which it counts
PERSON = ((28, 60.0), (950, HOUR))
RUSHED = (0, 30)  # minutes in which everybody sends
FEW = 200  # messages of ours that may go out in such a minute
# Receivers remembered before those free again are dropped.
ROOM = 1000

Limits = tuple[tuple[int, float], ...]


class Pace:
    """Hands out turns. A turn is reserved at once, so that callers need no lock."""

    def __init__(
        self,
        limits: Limits = PERSON,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        noted: Turns | None = None,
    ) -> None:
        self._limits = limits
        self._noted = noted if limits else None
        self._clock = clock
        self._sleep = sleep
        self._held_until = 0.0
        self._turns: dict[str, deque[float]] = {}

    async def turn(self, receiver: str) -> None:
        """Wait until a message may go to this receiver."""
        if self._noted and receiver not in self._turns:
            before = await asyncio.to_thread(self._noted.ages, receiver)
            if receiver not in self._turns:  # nobody else was quicker
                self._turns_of(receiver).extend(self._clock() - age for age in before)
        now = self._clock()
        start = self._reserved(receiver, now)
        if start > now:
            await self._sleep(start - now)
        if self._noted:
            await asyncio.to_thread(self._noted.note, receiver)

    def hold(self, seconds: float) -> None:
        """The server said so: nothing to anybody before then."""
        self._held_until = max(self._held_until, self._clock() + seconds)

    def _reserved(self, receiver: str, now: float) -> float:
        """When it may go; counted at once."""
        self._tidy(now)
        turns = self._turns_of(receiver)
        start = max(now, self._held_until)
        for count, seconds in self._limits:
            if len(turns) >= count:
                start = max(start, turns[-count] + seconds)
        turns.append(start)
        return start

    def _turns_of(self, receiver: str) -> deque[float]:
        most = max((count for count, _ in self._limits), default=1)
        return self._turns.setdefault(receiver, deque(maxlen=most))

    def _tidy(self, now: float) -> None:
        if len(self._turns) > ROOM:
            longest = max((seconds for _, seconds in self._limits), default=0.0)
            recent = {name: t for name, t in self._turns.items() if t and t[-1] > now - longest}
            self._turns = recent


class Rush:
    """高峰: WeCom asks that nothing be sent to many at minutes 0 and 30; a few hundred are no rush."""

    def __init__(
        self,
        clock: Callable[[], datetime],
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        most: int = FEW,
    ) -> None:
        self._clock, self._sleep, self._most = clock, sleep, most
        self._sent = 0

    async def turn(self) -> None:
        """Wait for the next minute where this one is rushed and already has its share."""
        now = self._clock()
        if now.minute not in RUSHED:
            self._sent = 0
            return
        self._sent += 1
        if self._sent > self._most:
            await self._sleep(60 - now.second)
