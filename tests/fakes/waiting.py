"""Waiting for what must come about, while a channel serves."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from typing import Any, TypeVar

from assistant.glossary import Channel

C = TypeVar("C", bound=Channel)


async def until(condition: Callable[[], Any], seconds: float = 10.0) -> None:
    """Wait for what must come about; fails when it does not."""
    async with asyncio.timeout(seconds):
        while not condition():
            await asyncio.sleep(0.01)


@contextlib.asynccontextmanager
async def running(channel: C) -> AsyncIterator[C]:
    """The channel serves inside the block."""
    serving = asyncio.create_task(channel.run())
    try:
        yield channel
    finally:
        serving.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await serving
