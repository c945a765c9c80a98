"""A conversation over the fake Telegram, as a deputy has it, with a restart in between."""

from collections.abc import AsyncIterator

import pytest

from assistant.storage import Database
from tests.assistant.channels.telegram.conftest import build
from tests.fakes.dialogue import TableDialogue
from tests.fakes.telegram import Floods, TelegramFake
from tests.fakes.waiting import running, until

GROUP = -1007


@pytest.fixture
async def telegram() -> AsyncIterator[TelegramFake]:
    async with TelegramFake(Floods(0, 0, 0)).serve() as fake:
        yield fake


async def test_question_button_source_contact_unknown_group_with_a_restart_in_between(
    telegram: TelegramFake, database: Database
) -> None:
    async with running(build(telegram, database, TableDialogue())):
        telegram.say("/start")
        await until(lambda: len(telegram.shown) == 1)
        telegram.say("全区知名品牌多少个？")
        await until(lambda: len(telegram.shown) == 2)

    async with running(build(telegram, database, TableDialogue())):
        telegram.press("2022年要新增几个知名品牌？")  # shown before the restart
        await until(lambda: len(telegram.shown) == 3)
        telegram.say("/source 59-1.1-1")
        await until(lambda: len(telegram.shown) == 4)
        telegram.say("联系人电话？")
        await until(lambda: len(telegram.shown) == 5)
        telegram.say("有几个机场？")
        await until(lambda: len(telegram.shown) == 6)
        telegram.say("大家好", GROUP, user=1002)
        telegram.say("@dafutong_bot 联系人电话？", GROUP, user=1002)
        await until(lambda: len(telegram.shown) == 7)

    assert telegram.texts() == [
        "您好，我是答复通。",
        "32个。\n“全区知名品牌32个。”（一（一），59-1.1-1）",
        "5个。（59-附-1）",
        "全区知名品牌32个。",
        "023-00000000，张三丰。",
        "函中未提到“有几个机场？”。",
    ]
    assert telegram.texts(GROUP) == ["023-00000000，张三丰。"]
