"""A fake AI bot server and the channel connected to it."""

import contextlib
from collections.abc import AsyncIterator
from typing import Any

import pytest

from assistant.channels.wecom.aibot import Connection, Options, WeComAibot
from assistant.storage import Database
from tests.assistant.channels.conftest import NOW
from tests.fakes.dialogue import TableDialogue
from tests.fakes.waiting import running, until
from tests.fakes.wecom import BOT_ID, BOT_SECRET, AibotFake


@pytest.fixture
async def aibot() -> AsyncIterator[AibotFake]:
    async with AibotFake().serve() as fake:
        yield fake


def build(aibot: AibotFake, database: Database, dialogue: TableDialogue, **more: Any) -> WeComAibot:
    """A channel wired as bot.py does it, with short pauses."""
    about = {"timeout": 1, "pause": 0.02, "pause_most": 0.2, "ping": 30} | more
    connection = Connection(BOT_ID, about.pop("secret", BOT_SECRET), aibot.url, **about)
    return WeComAibot(connection, dialogue.reply_to, database, lambda: NOW, Options())


@contextlib.asynccontextmanager
async def linked(channel: WeComAibot, aibot: AibotFake) -> AsyncIterator[WeComAibot]:
    """The channel serves inside the block and is logged in at its beginning."""
    async with running(channel):
        await until(lambda: aibot.login and not channel.trouble)
        yield channel


@pytest.fixture
async def channel(
    aibot: AibotFake, database: Database, dialogue: TableDialogue
) -> AsyncIterator[WeComAibot]:
    """A channel that serves."""
    async with linked(build(aibot, database, dialogue), aibot) as channel:
        yield channel
