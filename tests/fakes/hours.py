"""A clock for waits of minutes: it jumps to whoever wakes next, as soon as everybody waits."""

import asyncio
import contextlib
import heapq
import itertools
from collections.abc import AsyncIterator

QUIET = 0.02  # real seconds without a word count as everybody waiting


class Hours:
    """`now` is in seconds; hand `sleep` to whatever pauses."""

    def __init__(self) -> None:
        self.now = 0.0
        self._waiting: list[tuple[float, int, asyncio.Event]] = []
        self._numbers = itertools.count()

    async def sleep(self, seconds: float) -> None:
        """Until the clock has come so far."""
        waking = asyncio.Event()
        heapq.heappush(self._waiting, (self.now + seconds, next(self._numbers), waking))
        await waking.wait()

    @contextlib.asynccontextmanager
    async def passing(self) -> AsyncIterator[None]:
        """Time goes by inside."""
        going = asyncio.create_task(self._go())
        yield
        going.cancel()
        await asyncio.gather(going, return_exceptions=True)

    async def _go(self) -> None:
        while True:
            await asyncio.sleep(QUIET)
            if self._waiting:
                self.now, _, waking = heapq.heappop(self._waiting)
                waking.set()
