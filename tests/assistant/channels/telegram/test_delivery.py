"""What becomes of answers when the platform or the network fails."""

import json

import pytest

from assistant.bridge import APOLOGY
from assistant.channels.telegram import Options, Rates, TelegramChannel
from assistant.inbox import REPEATED, Arrival, Inbox, Stored
from assistant.storage import Database
from tests.assistant.channels.conftest import NOW
from tests.assistant.channels.telegram.conftest import build
from tests.fakes.dialogue import TableDialogue
from tests.fakes.telegram import Floods, TelegramFake
from tests.fakes.waiting import running, until

ANSWER = "023-00000000，张三丰。"


async def test_a_flood_is_waited_out(telegram: TelegramFake, channel: TelegramChannel) -> None:
    wait = {"ok": False, "description": "Too Many Requests", "parameters": {"retry_after": 1}}
    telegram.fail("status", status=429, json=wait)
    telegram.say("联系人电话？")
    await until(telegram.texts)
    refused, taken = telegram.called("sendMessage")

    assert telegram.texts() == [ANSWER]
    assert taken.at - refused.at >= 1


async def test_pacing_keeps_below_the_limits_of_the_platform(
    database: Database, dialogue: TableDialogue
) -> None:
    async with TelegramFake(Floods()).serve() as telegram:
        channel = build(telegram, database, dialogue, Options(Rates()))
        async with running(channel):
            for _question in range(3):
                telegram.say("联系人电话？")
            await until(lambda: len(telegram.texts()) == 3)

    assert {call.status for call in telegram.called("sendMessage")} == {200}


@pytest.mark.usefixtures("channel")
async def test_an_outage_delays_answers_and_loses_none(telegram: TelegramFake) -> None:
    outage = telegram.fail("status", times=11)
    for chat in (1001, 1002, 1003):
        telegram.say("联系人电话？", chat)
    await until(lambda: len(telegram.shown) == 3)

    assert outage.times == 0
    assert sorted(shown.chat for shown in telegram.shown) == [1001, 1002, 1003]
    # only what was on its way when it broke may have been shown before; the others wait
    assert sum(REPEATED in shown.text for shown in telegram.shown) < len(telegram.shown)


@pytest.mark.usefixtures("channel")
async def test_when_everything_fails_for_a_while_nothing_is_lost(telegram: TelegramFake) -> None:
    telegram.fail("status", "*", times=20)
    telegram.fail("before", "*", times=20)
    for number in range(4):
        telegram.say(f"第{number}问", chat=1001 + number % 2)
    await until(lambda: len(telegram.shown) == 4, 30)
    said = [text.removesuffix(f"\n\n{REPEATED}") for text in telegram.texts()]

    assert said == ["函中未提到“第0问”。", "函中未提到“第2问”。"]
    assert len(telegram.texts(1002)) == 2


@pytest.mark.usefixtures("channel")
async def test_an_answer_cut_off_before_it_arrived_is_sent_again(telegram: TelegramFake) -> None:
    telegram.fail("before")
    telegram.say("联系人电话？")
    await until(telegram.texts)

    assert telegram.texts() == [f"{ANSWER}\n\n{REPEATED}"]


@pytest.mark.usefixtures("channel")
async def test_an_answer_whose_receipt_is_lost_is_repeated_once_and_says_so(
    telegram: TelegramFake,
) -> None:
    telegram.fail("after", times=5)
    telegram.say("联系人电话？")
    telegram.say("59-1.1-1")
    await until(lambda: "全区知名品牌32个。" in telegram.texts())

    assert telegram.texts()[:2] == [ANSWER, f"{ANSWER}\n\n{REPEATED}"]
    assert telegram.texts().count(ANSWER) == 1


@pytest.mark.usefixtures("channel")
async def test_an_answer_follows_a_group_that_moves_meanwhile(telegram: TelegramFake) -> None:
    telegram.say("/ask 联系人电话？", -5)
    telegram.migrate(-5, -1005)
    await until(lambda: telegram.texts(-1005))

    assert telegram.texts(-1005) == [ANSWER]


def left_over(telegram: TelegramFake, database: Database, tries: int) -> tuple[Inbox, Stored]:
    """A question that an earlier run began so many times and never finished."""
    inbox = Inbox(database, "telegram", lambda: NOW)
    update = telegram.say("联系人电话？")
    telegram.updates.clear()
    arrival = Arrival(f"4242:{update['update_id']}", "1001", json.dumps(update))
    (stored,) = inbox.store([arrival])
    for _try in range(tries):
        inbox.begin(stored)
    return inbox, stored


async def test_an_answer_that_may_have_gone_out_before_a_crash_says_so(
    telegram: TelegramFake, database: Database, dialogue: TableDialogue
) -> None:
    inbox, stored = left_over(telegram, database, tries=1)
    inbox.answering(stored)
    async with running(build(telegram, database, dialogue)):
        await until(telegram.texts)

    assert telegram.texts() == [f"{ANSWER}\n\n{REPEATED}"]


async def test_a_question_that_ends_the_program_each_time_gets_an_apology(
    telegram: TelegramFake, database: Database, dialogue: TableDialogue
) -> None:
    left_over(telegram, database, tries=3)
    async with running(build(telegram, database, dialogue)):
        await until(telegram.texts)

    assert telegram.texts() == [APOLOGY.text]
    assert dialogue.heard == []
