"""A fake Telegram and the channel running against it."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from assistant.channels.telegram import Connection, Options, Rates, TelegramChannel
from assistant.storage import Database
from tests.assistant.channels.conftest import NOW
from tests.fakes.dialogue import TableDialogue
from tests.fakes.telegram import TOKEN, Floods, TelegramFake
from tests.fakes.waiting import running, until


@pytest.fixture
async def telegram() -> AsyncIterator[TelegramFake]:
    """The platform, taking any number of messages."""
    async with TelegramFake(Floods(0, 0, 0)).serve() as fake:
        yield fake


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


@pytest.fixture
async def channel(
    telegram: TelegramFake, database: Database, dialogue: TableDialogue
) -> AsyncIterator[TelegramChannel]:
    """A channel that serves and has begun to ask for updates."""
    async with running(build(telegram, database, dialogue)) as channel:
        await until(lambda: telegram.poll)
        yield channel
