"""What becomes of the long connection, and of answers, when something goes wrong."""

import asyncio

import pytest

from assistant.channels.wecom.aibot import WeComAibot
from assistant.errors import ChannelError
from assistant.glossary import Address, Outcome, Reply
from assistant.inbox import REPEATED
from assistant.storage import Database
from tests.assistant.channels.wecom.aibot.conftest import build, linked
from tests.fakes.dialogue import TableDialogue
from tests.fakes.waiting import running, until
from tests.fakes.wecom import AibotFake

HERE = Address("wecom_aibot", "zhangsan", "zhangsan")
ANSWER = "023-00000000，张三丰。"
REMINDER = Reply("done", "到期", "明天到期。编号 R1")


async def test_a_wrong_secret_ends_it_for_good(
    aibot: AibotFake, database: Database, dialogue: TableDialogue
) -> None:
    channel = build(aibot, database, dialogue, secret="wrong")
    with pytest.raises(ChannelError, match="BotID 或 Secret"):
        await asyncio.wait_for(channel.run(), 5)

    assert aibot.calls == [("aibot_subscribe", 853000)]
    assert "Secret" in channel.trouble


async def test_of_two_logins_the_first_goes_and_stays_away(
    aibot: AibotFake, database: Database, dialogue: TableDialogue
) -> None:
    first = build(aibot, database, dialogue)
    serving = asyncio.create_task(first.run())
    await until(lambda: aibot.login and not first.trouble)
    async with linked(build(aibot, database, dialogue), aibot):
        with pytest.raises(ChannelError, match="在别处登录"):
            await asyncio.wait_for(serving, 5)
        await aibot.say("联系人电话？")
        await until(aibot.texts)
        receipt = await first.send(HERE, REMINDER)

    assert aibot.texts() == [ANSWER]
    assert aibot.count("aibot_subscribe") == 2
    assert receipt.outcome is Outcome.NOT_SENT and "在别处登录" in receipt.reason


async def test_of_two_replicas_one_logs_in_and_the_other_follows_it(
    aibot: AibotFake, database: Database, dialogue: TableDialogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    replicas = []
    for host in ("one", "two"):
        monkeypatch.setattr("assistant.inbox.leases.socket.gethostname", lambda host=host: host)
        replicas.append(build(aibot, database, dialogue))
        replicas[-1]._lease.lasts = 0.3
    first, second = replicas
    leading = asyncio.create_task(first.run())
    await until(lambda: aibot.login and not first.trouble)
    async with running(second):
        await asyncio.sleep(0.5)  # longer than a lease
        logins, troubles = aibot.count("aibot_subscribe"), (first.trouble, second.trouble)
        receipt = await second.send(HERE, REMINDER)
        leading.cancel()
        await asyncio.wait({leading})
        await until(lambda: aibot.count("aibot_subscribe") == 2 and aibot.login)
        await aibot.say("联系人电话？")
        await until(aibot.texts)

    assert (logins, troubles) == (1, ("", ""))
    assert receipt.outcome is Outcome.NOT_SENT
    assert aibot.texts() == [ANSWER]


async def test_a_lost_connection_is_made_anew_and_the_answer_is_pushed(
    aibot: AibotFake, database: Database
) -> None:
    channel = build(aibot, database, TableDialogue(slow=0.3))
    async with linked(channel, aibot):
        await aibot.say("联系人电话？")
        await asyncio.sleep(0.1)
        assert aibot.login
        aibot.login.socket.transport.abort()
        await until(aibot.texts)

    assert aibot.texts() == [ANSWER]
    assert aibot.count("aibot_respond_msg") == 0  # the request's id died with the connection
    assert aibot.count("aibot_send_msg") == 1


async def test_an_answer_of_an_earlier_run_is_pushed(aibot: AibotFake, database: Database) -> None:
    slow = build(aibot, database, TableDialogue(slow=0.5))
    async with linked(slow, aibot):
        await aibot.say("联系人电话？")
        await until(lambda: slow._lanes.waiting)
        slow._lanes._workers.pop().cancel()  # as a kill would
    async with linked(build(aibot, database, TableDialogue()), aibot):
        await until(aibot.texts)

    assert aibot.texts() == [ANSWER]


async def test_not_subscribed_any_more_it_connects_anew_and_sends_again(
    aibot: AibotFake, channel: WeComAibot
) -> None:
    aibot.talked.add("zhangsan")
    aibot.faults["aibot_send_msg"] = ["unsubscribed"]
    first = await channel.send(HERE, REMINDER)
    await until(lambda: aibot.count("aibot_subscribe") == 2 and not channel.trouble)
    second = await channel.send(HERE, REMINDER)

    assert (first.outcome, second.outcome) == (Outcome.NOT_SENT, Outcome.SENT)
    assert aibot.texts() == [REMINDER.text]


@pytest.mark.usefixtures("channel")
@pytest.mark.parametrize("code", ["846605", "846608"])
async def test_a_request_that_is_over_has_its_answer_pushed(aibot: AibotFake, code: str) -> None:
    aibot.faults["aibot_respond_msg"] = [code]
    await aibot.say("联系人电话？")
    await until(aibot.texts)

    assert aibot.texts() == [ANSWER]


@pytest.mark.usefixtures("channel")
async def test_an_answer_that_may_have_been_shown_is_marked(aibot: AibotFake) -> None:
    aibot.faults["aibot_respond_msg"] = ["silent"]
    await aibot.say("联系人电话？")
    await until(lambda: len(aibot.texts()) == 2)

    assert aibot.texts() == [ANSWER, f"{ANSWER}\n{REPEATED}"]


@pytest.mark.parametrize(
    ("fault", "outcome"),
    [
        ("silent", Outcome.UNKNOWN),  # done, not acknowledged
        ("lost", Outcome.UNKNOWN),  # neither
        ("cut", Outcome.UNKNOWN),
        ("45009", Outcome.NOT_SENT),
        ("846607", Outcome.NOT_SENT),
    ],
)
async def test_the_outcome_of_a_push_is_told_honestly(
    aibot: AibotFake, channel: WeComAibot, fault: str, outcome: Outcome
) -> None:
    aibot.talked.add("zhangsan")
    aibot.faults["aibot_send_msg"] = [fault]

    assert (await channel.send(HERE, REMINDER)).outcome is outcome


async def test_two_unanswered_pings_and_it_connects_anew(
    aibot: AibotFake, database: Database, dialogue: TableDialogue
) -> None:
    aibot.faults["ping"] = ["silent", "silent"]
    async with linked(build(aibot, database, dialogue, ping=0.05, timeout=0.2), aibot):
        await until(lambda: aibot.count("aibot_subscribe") == 2)
        await aibot.say("联系人电话？")
        await until(aibot.texts)

    assert aibot.texts() == [ANSWER]


async def test_a_server_that_is_down_is_tried_until_it_is_back(
    aibot: AibotFake, database: Database, dialogue: TableDialogue
) -> None:
    aibot.faults["aibot_subscribe"] = ["cut", "silent", "40058"]
    async with linked(build(aibot, database, dialogue, timeout=0.2), aibot):
        await aibot.say("联系人电话？")
        await until(aibot.texts)

    assert aibot.count("aibot_subscribe") == 4


UNREADABLE = (
    "",
    "[]",
    "{",
    '{"cmd": "aibot_msg_callback"}',
    '{"cmd": "aibot_msg_callback", "body": {"msgtype": "text", "text": "no object", "from": "x"}}',
    '{"cmd": "aibot_event_callback", "body": {"msgtype": "event", "event": "no object"}}',
    '{"headers": 5, "errcode": 0}',
)


async def test_frames_that_cannot_be_read_do_no_harm(aibot: AibotFake, channel: WeComAibot) -> None:
    assert aibot.login
    for words in UNREADABLE:
        await aibot.login.socket.send(words)
    await aibot.say("联系人电话？")
    await until(aibot.texts)

    assert aibot.texts() == [ANSWER]
    assert channel.trouble == ""
