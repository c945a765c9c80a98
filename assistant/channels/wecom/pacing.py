"""When a message may go out: WeCom takes so many a minute and an hour for each person or group.

What is over the limit it drops without a word (app) or refuses for a minute (group robot).
"""

import asyncio
import time
from collections import deque
from collections.abc import Awaitable, Callable

# Below the published 30 a minute and 1000 an hour, as our clock is not theirs.
PERSON = ((28, 60.0), (950, 3600.0))
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
    ) -> None:
        self._limits = limits
        self._clock = clock
        self._sleep = sleep
        self._held_until = 0.0
        self._turns: dict[str, deque[float]] = {}

    async def turn(self, receiver: str) -> None:
        """Wait until a message may go to this receiver."""
        now = self._clock()
        self._tidy(now)
        most = max((count for count, _ in self._limits), default=1)
        turns = self._turns.setdefault(receiver, deque(maxlen=most))
        start = max(now, self._held_until)
        for count, seconds in self._limits:
            if len(turns) >= count:
                start = max(start, turns[-count] + seconds)
        turns.append(start)
        if start > now:
            await self._sleep(start - now)

    def hold(self, seconds: float) -> None:
        """The server said so: nothing to anybody before then."""
        self._held_until = max(self._held_until, self._clock() + seconds)

    def _tidy(self, now: float) -> None:
        if len(self._turns) > ROOM:
            longest = max((seconds for _, seconds in self._limits), default=0.0)
            recent = {name: t for name, t in self._turns.items() if t[-1] > now - longest}
            self._turns = recent
