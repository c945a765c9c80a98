"""When a message may go out: the server takes so many a second in all, in a chat, in a group."""

import asyncio
import time
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

MINUTE = 60.0
# Chats remembered before those free again are dropped.
ROOM = 1000


@dataclass(frozen=True, slots=True)
class Rates:
    """What the server allows; 0 switches a limit off."""

    per_second: float = 30.0
    chat_pause: float = 1.05  # seconds; "one a second", and a little for the way there
    group_per_minute: int = 20


class Pace:
    """Hands out turns. A turn is reserved at once, so that callers need no lock."""

    def __init__(
        self,
        rates: Rates,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._rates = rates
        self._clock = clock
        self._sleep = sleep
        self._free = 0.0
        self._chats: dict[str, float] = {}
        self._groups: dict[str, deque[float]] = {}

    async def turn(self, chat: str, *, group: bool) -> None:
        """Wait until a message may go to this chat."""
        now = self._clock()
        start = max(now, self._free, self._chats.get(chat, 0.0))
        if group and self._rates.group_per_minute:
            start = self._group_turn(chat, start)
        if self._rates.per_second:
            self._free = start + 1 / self._rates.per_second
        self._chats[chat] = start + self._rates.chat_pause
        self._tidy(now)
        if start > now:
            await self._sleep(start - now)

    def hold(self, chat: str, seconds: float) -> None:
        """The server said so: nothing to this chat before then."""
        self._chats[chat] = max(self._chats.get(chat, 0.0), self._clock() + seconds)

    def _group_turn(self, chat: str, start: float) -> float:
        turns = self._groups.setdefault(chat, deque(maxlen=self._rates.group_per_minute))
        if len(turns) == self._rates.group_per_minute:
            start = max(start, turns[0] + MINUTE)
        turns.append(start)
        return start

    def _tidy(self, now: float) -> None:
        if len(self._chats) > ROOM:
            self._chats = {chat: free for chat, free in self._chats.items() if free > now}
            self._groups = {
                chat: turns for chat, turns in self._groups.items() if turns[-1] > now - MINUTE
            }
