"""The channel as a whole over the fake Telegram: it starts, keeps order, and stops."""

import asyncio
import threading

import pytest

from assistant.channels.telegram import Connection, Options, Rates, TelegramChannel
from assistant.errors import ChannelError
from assistant.glossary import Message, Reply
from assistant.storage import Database
from tests.assistant.channels.conftest import NOW
from tests.assistant.channels.telegram.conftest import build
from tests.fakes.dialogue import TableDialogue
from tests.fakes.telegram import TelegramFake
from tests.fakes.waiting import running, until

GROUP = -1007
ANSWER = Reply("answer", "好", "好")


@pytest.mark.usefixtures("channel")
async def test_one_update_delivered_twice_is_answered_once(telegram: TelegramFake) -> None:
    update = telegram.say("联系人电话？")
    telegram.repeat(update)
    telegram.say("59-1.1-1")
    await until(lambda: len(telegram.texts()) >= 2)
    telegram.repeat(update)
    telegram.say("谁？")
    await until(lambda: "函中未提到“谁？”。" in telegram.texts())

    assert len(telegram.texts()) == 3


async def test_a_slow_chat_keeps_its_order_and_holds_up_nobody(
    telegram: TelegramFake, database: Database
) -> None:
    gate = threading.Event()

    def reply_to(message: Message) -> Reply:
        if message.text == "慢":
            gate.wait(10)
        return Reply("answer", message.text, message.text)

    dialogue = TableDialogue()
    dialogue.reply_to = reply_to  # type: ignore[method-assign]
    async with running(build(telegram, database, dialogue)):
        for words in ("慢", "二", "三"):
            telegram.say(words, 1001)
        telegram.say("快", 1002)
        await until(lambda: telegram.texts(1002))
        gate.set()
        await until(lambda: len(telegram.texts(1001)) == 3)

    assert telegram.texts(1001) == ["慢", "二", "三"]
    assert telegram.texts(1002) == ["快"]


async def test_a_question_asked_while_it_was_down_is_answered(
    telegram: TelegramFake, database: Database, dialogue: TableDialogue
) -> None:
    telegram.say("联系人电话？")
    async with running(build(telegram, database, dialogue)):
        await until(telegram.texts)

    assert telegram.texts() == ["023-00000000，张三丰。"]


async def test_a_refused_token_ends_it_with_a_clear_word(
    telegram: TelegramFake, database: Database, dialogue: TableDialogue
) -> None:
    connection = Connection("4242:wrong", telegram.base_url, telegram.base_file_url)
    channel = TelegramChannel(connection, dialogue.reply_to, database, lambda: NOW)

    with pytest.raises(ChannelError, match="令牌") as refused:
        await channel.run()
    assert refused.value.permanent
    assert "wrong" not in f"{refused.value!r} {refused.value.__cause__!r}"


async def test_a_platform_that_is_down_at_the_start_is_waited_for(
    telegram: TelegramFake, database: Database, dialogue: TableDialogue
) -> None:
    telegram.fail("status", "getMe", times=3)
    telegram.fail("before", "deleteWebhook", times=2)
    telegram.say("联系人电话？")
    async with running(build(telegram, database, dialogue)):
        await until(telegram.texts)

    assert len(telegram.texts()) == 1


@pytest.mark.usefixtures("channel")
async def test_a_webhook_somebody_left_is_taken_away(telegram: TelegramFake) -> None:
    await until(lambda: telegram.called("getUpdates") or telegram.poll)
    telegram.webhook = {"url": "http://127.0.0.1:1/elsewhere", "secret_token": ""}
    telegram.news.set()
    telegram.say("联系人电话？")
    await until(telegram.texts)

    assert telegram.webhook["url"] == ""


async def test_two_pollers_say_so_and_lose_nothing(
    telegram: TelegramFake, database: Database, dialogue: TableDialogue
) -> None:
    options = Options(Rates(0, 0, 0))
    first = build(telegram, database, dialogue, options)
    second = build(telegram, database, dialogue, options)
    async with running(first), running(second):
        await until(lambda: first.trouble or second.trouble)
        for number in range(5):
            telegram.say(f"第{number}问")
        await until(lambda: len(set(telegram.texts())) == 5)
        trouble = first.trouble or second.trouble

    assert len(telegram.texts()) == 5
    assert "同一个令牌" in trouble or trouble == ""


async def test_a_stop_in_the_middle_lets_answers_finish(
    telegram: TelegramFake, database: Database
) -> None:
    dialogue = TableDialogue(slow=0.5)
    async with running(build(telegram, database, dialogue)):
        telegram.say("联系人电话？")
        await until(lambda: dialogue.heard)
    await asyncio.sleep(0)

    assert telegram.texts() == ["023-00000000，张三丰。"]


@pytest.mark.usefixtures("channel")
async def test_an_update_nobody_can_read_holds_up_no_other(telegram: TelegramFake) -> None:
    telegram.deliver("message", {"nonsense": True})
    telegram.say("联系人电话？")
    await until(telegram.texts)

    assert telegram.texts() == ["023-00000000，张三丰。"]


async def test_a_token_refused_later_ends_it_too(
    telegram: TelegramFake, database: Database, dialogue: TableDialogue
) -> None:
    refusal = {"ok": False, "error_code": 401, "description": "Unauthorized"}
    telegram.fail("status", "getUpdates", status=401, json=refusal)

    with pytest.raises(ChannelError, match="不再接受"):
        await asyncio.wait_for(build(telegram, database, dialogue).run(), 10)
