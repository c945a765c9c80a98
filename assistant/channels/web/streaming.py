"""Answers as event streams: the head at once, a sign of life while it takes, the reply when it is
there.

An answer outlives the connection that asked for it: a page whose stream broke asks for the rest of
it under the id that came first. Events: `begun` with the id, `waiting` with a word, `reply`.
"""

import asyncio
import json
import secrets
from collections import OrderedDict
from collections.abc import AsyncIterator, Coroutine
from typing import Any

from starlette.responses import Response, StreamingResponse

KEPT = 200  # answers; the oldest go first
WAITING = "正在查阅答复函……"
WAITING_AFTER = 0.7  # seconds; most answers are there sooner
ALIVE_EVERY = 15.0  # seconds between signs of life: proxies cut what is silent for longer

Json = dict[str, Any]


class Answers:
    """回答 under way or just given, each known to the visitor who asked."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[str, str], asyncio.Task[Json]] = OrderedDict()

    def begin(self, visitor: str, work: Coroutine[Any, Any, Json]) -> str:
        """Start the work; gives the id under which its answer can be asked for."""
        name = secrets.token_urlsafe(12)
        self._kept[visitor, name] = asyncio.create_task(work)
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        return name

    def stream(self, visitor: str, name: str) -> Response | None:
        """All that there is to say of an answer; None for a foreign or forgotten id."""
        answer = self._kept.get((visitor, name))
        if answer is None:
            return None
        headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
        told = _events(name, answer)
        return StreamingResponse(told, media_type="text/event-stream", headers=headers)


async def _events(name: str, answer: asyncio.Task[Json]) -> AsyncIterator[str]:
    yield f"id: {name}\n" + _event("begun", {"id": name})
    done, _ = await asyncio.wait({answer}, timeout=WAITING_AFTER)
    if not done:
        yield _event("waiting", {"text": WAITING})
    while not answer.done():
        await asyncio.wait({answer}, timeout=ALIVE_EVERY)
        if not answer.done():
            yield ": still at it\n\n"
    yield _event("reply", answer.result())


def _event(name: str, data: Json) -> str:
    return f"event: {name}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n"
