"""Each send says honestly what became of it; what the platform says of a chat is remembered."""

import pytest

from assistant.channels.telegram import TelegramChannel
from assistant.glossary import Address, Attachment, Choice, Outcome, Reply
from assistant.storage import Database
from tests.assistant.channels.telegram.conftest import build
from tests.fakes.dialogue import TableDialogue
from tests.fakes.telegram import TelegramFake
from tests.fakes.waiting import until

HERE = Address("telegram", "1001", "1001")
GROUP = Address("telegram", "-5", group=True)
REMINDER = Reply("done", "明天到期", "明天到期：知名品牌新增5个。")
ANSWER = "023-00000000，张三丰。"


@pytest.fixture
def known(telegram: TelegramFake) -> TelegramFake:
    """The platform knows the chat."""
    telegram.chat(1001)
    return telegram


async def test_a_reminder_can_be_sent_with_a_picture_and_a_file(
    telegram: TelegramFake, channel: TelegramChannel
) -> None:
    telegram.chat(1001)
    picture = Attachment("图.png", b"PNG", "image/png", "进度 <3>")
    table = Attachment("表.csv", b"a,b", "text/csv")
    reply = Reply("done", "到期", "到期：<b>", files=(picture, table))
    receipt = await channel.send(Address("telegram", "1001", "1001"), reply)

    assert (receipt.outcome, receipt.message_id) == (Outcome.SENT, str(telegram.shown[0].id))
    assert [shown.kind for shown in telegram.shown] == ["text", "photo", "document"]
    assert telegram.shown[1].text == "进度 <3>"
    assert telegram.shown[2].content == b"a,b"


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
    known.fail("status", times=3)
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


async def test_a_picture_the_server_cannot_show_goes_as_a_file(
    known: TelegramFake, channel: TelegramChannel
) -> None:
    refusal = {"ok": False, "description": "Bad Request: PHOTO_INVALID_DIMENSIONS"}
    known.fail("status", "sendPhoto", status=400, json=refusal)
    picture = Attachment("长图.png", b"PNG", "image/png")
    receipt = await channel.send(HERE, Reply("answer", "", "", files=(picture,)))

    assert receipt.outcome is Outcome.SENT
    assert [shown.kind for shown in known.shown] == ["document"]
