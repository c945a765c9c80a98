"""What becomes of answers and reminders when the platform or the network fails."""

import json
from datetime import UTC, datetime

import pytest

from assistant.channels.telegram import Options, Rates, TelegramChannel
from assistant.channels.telegram.delivery import REPEATED
from assistant.glossary import Address, Choice, Outcome, Reply
from assistant.inbox import Arrival, Inbox
from assistant.storage import Database
from tests.assistant.channels.telegram.conftest import build, running, until
from tests.fakes.dialogue import TableDialogue
from tests.fakes.telegram import Floods, TelegramFake

HERE = Address("telegram", "1001", "1001")
GROUP = Address("telegram", "-5", group=True)
REMINDER = Reply("done", "明天到期", "明天到期：知名品牌新增5个。")
ANSWER = "023-00000000，张三丰。"


@pytest.fixture
def known(telegram: TelegramFake) -> TelegramFake:
    """The platform knows the chat."""
    telegram.chat(1001)
    return telegram


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
    telegram.fail("status", "sendMessage", times=1)
    outage = telegram.fail("status", "getMe", times=10)
    for chat in (1001, 1002, 1003):
        telegram.say("联系人电话？", chat)
    await until(lambda: len(telegram.shown) == 3)

    assert outage.times == 0
    assert sorted(shown.chat for shown in telegram.shown) == [1001, 1002, 1003]
    # only what was on its way when it broke may have been shown before
    assert sum(REPEATED in shown.text for shown in telegram.shown) <= 1


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


@pytest.mark.parametrize(
    ("when", "outcome"), [("before", Outcome.UNKNOWN), ("after", Outcome.UNKNOWN)]
)
async def test_a_reminder_cut_off_is_unknown_and_left_to_the_ledger(
    known: TelegramFake, channel: TelegramChannel, when: str, outcome: Outcome
) -> None:
    known.fail(when)
    receipt = await channel.send(HERE, REMINDER)

    assert receipt.outcome is outcome
    assert len(known.called("sendMessage")) == 1


async def test_a_server_that_takes_too_long_leaves_the_outcome_unknown(
    known: TelegramFake, channel: TelegramChannel
) -> None:
    known.fail("delay", seconds=3)

    assert (await channel.send(HERE, REMINDER)).outcome is Outcome.UNKNOWN


async def test_into_an_outage_nothing_is_sent_so_nothing_is_unknown(
    known: TelegramFake, channel: TelegramChannel
) -> None:
    known.fail("status", times=1)
    known.fail("status", "getMe", times=2)
    outcomes = [(await channel.send(HERE, REMINDER)).outcome for _try in range(4)]

    assert outcomes == [Outcome.UNKNOWN, Outcome.NOT_SENT, Outcome.NOT_SENT, Outcome.SENT]
    assert known.texts() == [REMINDER.text]


async def test_without_a_connection_nothing_was_sent(
    database: Database, dialogue: TableDialogue
) -> None:
    nowhere = TelegramFake()
    nowhere.url = "http://127.0.0.1:1"
    channel = build(nowhere, database, dialogue)

    assert (await channel.send(HERE, REMINDER)).outcome is Outcome.NOT_SENT
    await channel.close()


@pytest.mark.parametrize("state", ["blocked", "deactivated", "strange"])
async def test_a_person_who_is_gone_is_not_written_to_again(
    known: TelegramFake, channel: TelegramChannel, state: str
) -> None:
    known.block(1001, state)
    outcomes = [(await channel.send(HERE, REMINDER)).outcome for _try in range(3)]

    assert outcomes == [Outcome.GONE] * 3
    assert len(known.called("sendMessage")) == 1


async def test_who_comes_back_is_written_to_again(
    known: TelegramFake, channel: TelegramChannel
) -> None:
    known.block(1001)
    await channel.send(HERE, REMINDER)
    known.unblock(1001)
    known.say("联系人电话？")
    await until(known.texts)

    assert (await channel.send(HERE, REMINDER)).outcome is Outcome.SENT


async def test_an_unknown_chat_is_gone(channel: TelegramChannel) -> None:
    receipt = await channel.send(Address("telegram", "31337"), REMINDER)

    assert receipt.outcome is Outcome.GONE


async def test_a_group_that_moved_is_reported_and_then_found(
    telegram: TelegramFake, channel: TelegramChannel
) -> None:
    telegram.migrate(-5, -1005)
    first = await channel.send(GROUP, REMINDER)
    second = await channel.send(GROUP, REMINDER)

    assert (first.outcome, first.new_chat) == (Outcome.MOVED, "-1005")
    assert second.outcome is Outcome.SENT
    assert telegram.texts(-1005) == [REMINDER.text]
    assert [call.status for call in telegram.called("sendMessage")] == [400, 200]


@pytest.mark.usefixtures("channel")
async def test_an_answer_follows_a_group_that_moves_meanwhile(telegram: TelegramFake) -> None:
    telegram.say("/ask 联系人电话？", -5)
    telegram.migrate(-5, -1005)
    await until(lambda: telegram.texts(-1005))

    assert telegram.texts(-1005) == [ANSWER]


async def test_the_announcement_of_a_move_is_heeded(
    telegram: TelegramFake, channel: TelegramChannel
) -> None:
    telegram.migrate(-5, -1005)
    telegram.send(-5, migrate_to_chat_id=-1005)
    await until(lambda: telegram.confirmed)
    await until(lambda: channel._delivery._chats.known("-5").chat == "-1005")
    await channel.send(GROUP, REMINDER)

    assert [call.status for call in telegram.called("sendMessage")] == [200]


async def test_markup_the_server_refuses_goes_as_plain_text(
    known: TelegramFake, channel: TelegramChannel
) -> None:
    refusal = {"ok": False, "description": "Bad Request: can't parse entities: no idea"}
    known.fail("status", status=400, json=refusal)
    choices = (Choice("知道了"),)
    receipt = await channel.send(HERE, Reply("done", "a", "a < b & c", suggestions=choices))

    assert receipt.outcome is Outcome.SENT
    assert known.texts() == ["a < b & c"]
    assert known.button("知道了")


async def test_a_topic_that_was_closed_falls_back_to_the_group(
    telegram: TelegramFake, channel: TelegramChannel
) -> None:
    telegram.chat(-9)
    receipt = await channel.send(Address("telegram", "-9", thread="77", group=True), REMINDER)

    assert receipt.outcome is Outcome.SENT


async def test_content_the_server_never_takes_is_not_tried_for_ever(
    known: TelegramFake, channel: TelegramChannel
) -> None:
    refusal = {"ok": False, "description": "Bad Request: something new"}
    known.fail("status", status=400, json=refusal)
    receipt = await channel.send(HERE, REMINDER)
    known.fail("status", status=400, json=refusal)
    known.say("联系人电话？")
    known.say("59-1.1-1")
    await until(known.texts)

    assert (receipt.outcome, receipt.reason) == (
        Outcome.NOT_SENT,
        "Telegram refused a message: Something new",
    )
    assert known.texts() == ["全区知名品牌32个。"]


async def test_an_answer_that_may_have_gone_out_before_a_crash_says_so(
    telegram: TelegramFake, database: Database, dialogue: TableDialogue
) -> None:
    inbox = Inbox(database, "telegram", lambda: datetime(2022, 10, 1, tzinfo=UTC))
    update = telegram.say("联系人电话？")
    telegram.updates.clear()
    (stored,) = inbox.store([Arrival(f"4242:{update['update_id']}", "1001", json.dumps(update))])
    inbox.begin(stored)
    inbox.answering(stored)
    async with running(build(telegram, database, dialogue)):
        await until(telegram.texts)

    assert telegram.texts() == [f"{ANSWER}\n\n{REPEATED}"]
