"""A fake AI bot server and the channel connected to it."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any

import pytest

from assistant.channels.wecom.aibot import Connection, Options, WeComAibot
from assistant.storage import Database
from tests.assistant.channels.telegram.conftest import until as until
from tests.fakes.dialogue import TableDialogue
from tests.fakes.wecom import BOT_ID, BOT_SECRET, AibotFake

NOW = datetime(2022, 10, 1, 1, 0, tzinfo=UTC)


@pytest.fixture
async def aibot() -> AsyncIterator[AibotFake]:
    async with AibotFake().serve() as fake:
        yield fake


@pytest.fixture
def dialogue() -> TableDialogue:
    return TableDialogue()


def build(aibot: AibotFake, database: Database, dialogue: TableDialogue, **more: Any) -> WeComAibot:
    """A channel wired as bot.py does it, with short pauses."""
    about = {"timeout": 1, "pause": 0.02, "pause_most": 0.2, "ping": 30} | more
    connection = Connection(BOT_ID, about.pop("secret", BOT_SECRET), aibot.url, **about)
    return WeComAibot(connection, dialogue.reply_to, database, lambda: NOW, Options())


@contextlib.asynccontextmanager
async def running(channel: WeComAibot, aibot: AibotFake) -> AsyncIterator[WeComAibot]:
    """The channel serves inside the block and is logged in at its beginning."""
    serving = asyncio.create_task(channel.run())
    try:
        await until(lambda: aibot.login and not channel.trouble)
        yield channel
    finally:
        serving.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await serving


@pytest.fixture
async def channel(
    aibot: AibotFake, database: Database, dialogue: TableDialogue
) -> AsyncIterator[WeComAibot]:
    """A channel that serves."""
    async with running(build(aibot, database, dialogue), aibot) as channel:
        yield channel
