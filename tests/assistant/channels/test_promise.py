"""What every channel promises, tested once for all of them."""

import asyncio
import contextlib
import io
from collections.abc import AsyncIterator

import pytest

from assistant.channels.console import Console
from assistant.glossary import Address, Channel, Message, Outcome, Reply
from assistant.storage import Database
from tests.assistant.channels.conftest import NOW
from tests.assistant.channels.telegram.conftest import build
from tests.fakes.channel import FakeChannel
from tests.fakes.dialogue import TableDialogue
from tests.fakes.telegram import Floods, TelegramFake


@pytest.fixture(params=["fake", "console", "telegram"])
async def channel(request: pytest.FixtureRequest, database: Database) -> AsyncIterator[Channel]:
    """Each channel in turn."""
    dialogue = TableDialogue()
    if request.param == "telegram":
        async with TelegramFake(Floods(0, 0, 0)).serve() as telegram:
            telegram.chat(1001)
            channel = build(telegram, database, dialogue)
            yield channel
            await channel.close()
    elif request.param == "console":
        yield Console(dialogue.reply_to, lambda: NOW, stdin=io.StringIO(), stdout=io.StringIO())
    else:
        yield FakeChannel()


async def test_it_has_a_name_and_sends_with_a_receipt(channel: Channel) -> None:
    address = Address(channel.name, "1001", "1001")
    receipt = await channel.send(address, Reply("done", "到期", "明天到期"), key="1")

    assert receipt.outcome is Outcome.SENT


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\x00", "\ud83d"])
async def test_an_empty_reply_does_no_harm(channel: Channel, text: str) -> None:
    address = Address(channel.name, "1001", "1001")

    assert (await channel.send(address, Reply("answer", "", text))).outcome is Outcome.SENT


async def test_it_stops_when_cancelled(channel: Channel) -> None:
    serving = asyncio.create_task(channel.run())
    await asyncio.sleep(0.05)
    serving.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await asyncio.wait_for(serving, 10)

    assert serving.done()


async def test_an_empty_message_reaches_the_dialogue_too() -> None:
    heard: list[Message] = []

    def reply_to(message: Message) -> Reply:
        heard.append(message)
        return Reply("help", "请提问", "请提问")

    out = io.StringIO()
    Console(reply_to, lambda: NOW, stdin=io.StringIO("\n"), stdout=out).talk()

    assert [message.text for message in heard] == [""]
    assert out.getvalue() == "请提问\n\n"
