"""A fake WeCom and the app's channel running against it, its callbacks served alone."""

import contextlib
from collections.abc import AsyncIterator
from typing import Any

import pytest
from starlette.applications import Starlette

from assistant.channels.wecom import Connection, Options, WeComApp
from assistant.storage import Database
from tests.assistant.channels.conftest import NOW
from tests.fakes.dialogue import TableDialogue
from tests.fakes.serving import served
from tests.fakes.waiting import running, until
from tests.fakes.wecom import AES_KEY, AGENT, CORP, SECRET, TOKEN, WeComFake


@pytest.fixture
async def wecom() -> AsyncIterator[WeComFake]:
    async with WeComFake().serve() as fake:
        yield fake


def build(wecom: WeComFake, database: Database, dialogue: TableDialogue, **more: Any) -> WeComApp:
    """A channel wired as bot.py does it, with short pauses."""
    connection = Connection(
        CORP, AGENT, SECRET, wecom.base_url, timeout=2, pause=0.02, pause_most=0.2
    )
    options = Options(TOKEN, AES_KEY, **more)
    return WeComApp(connection, options, dialogue.reply_to, database, lambda: NOW)


@contextlib.asynccontextmanager
async def called(channel: WeComApp, wecom: WeComFake) -> AsyncIterator[WeComApp]:
    """The channel serves inside the block, its callbacks at an address of their own."""
    async with served(Starlette(routes=channel.routes())) as url:
        wecom.caller.url = f"{url}/wecom/callback"
        async with running(channel):
            await until(lambda: wecom.called("menu/create"))
            yield channel


@pytest.fixture
async def channel(
    wecom: WeComFake, database: Database, dialogue: TableDialogue
) -> AsyncIterator[WeComApp]:
    """A channel that serves."""
    async with called(build(wecom, database, dialogue), wecom) as channel:
        yield channel
