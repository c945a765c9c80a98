"""A fake Telegram and the channel running against it."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from assistant.channels.telegram import Connection, Options, Rates, TelegramChannel
from assistant.storage import Database
from tests.fakes.dialogue import TableDialogue
from tests.fakes.telegram import TOKEN, Floods, TelegramFake

NOW = datetime(2022, 10, 1, 1, 0, tzinfo=UTC)


@pytest.fixture
async def telegram() -> AsyncIterator[TelegramFake]:
    """The platform, taking any number of messages."""
    async with TelegramFake(Floods(0, 0, 0)).serve() as fake:
        yield fake


@pytest.fixture
def dialogue() -> TableDialogue:
    return TableDialogue()


def build(
    telegram: TelegramFake,
    database: Database,
    dialogue: TableDialogue,
    options: Options | None = None,
    **more: Any,
) -> TelegramChannel:
    """A channel wired as bot.py does it, with short pauses."""
    connection = Connection(
        TOKEN,
        telegram.base_url,
        telegram.base_file_url,
        poll=2,
        pause=0.02,
        pause_most=0.2,
        read_timeout=2,
    )
    options = options or Options(Rates(0, 0, 0))
    return TelegramChannel(
        connection, dialogue.reply_to, database, lambda: NOW, options=options, **more
    )


@contextlib.asynccontextmanager
async def running(channel: TelegramChannel) -> AsyncIterator[TelegramChannel]:
    """The channel serves inside the block."""
    serving = asyncio.create_task(channel.run())
    try:
        yield channel
    finally:
        serving.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await serving


async def until(condition: Callable[[], Any], seconds: float = 10.0) -> None:
    """Wait for what must come about; fails when it does not."""
    async with asyncio.timeout(seconds):
        while not condition():
            await asyncio.sleep(0.01)


@pytest.fixture
async def channel(
    telegram: TelegramFake, database: Database, dialogue: TableDialogue
) -> AsyncIterator[TelegramChannel]:
    """A channel that serves and has begun to ask for updates."""
    async with running(build(telegram, database, dialogue)) as channel:
        await until(lambda: telegram.poll)
        yield channel
