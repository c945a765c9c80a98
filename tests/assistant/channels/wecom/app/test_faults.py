"""What becomes of answers and reminders when the platform or the network fails."""

import asyncio
import re

import pytest

from assistant.channels.wecom import WeComApp
from assistant.channels.wecom.outcomes import FLOOD_PAUSE
from assistant.glossary import Address, Outcome, Reply
from assistant.inbox import REPEATED
from tests.fakes.waiting import until
from tests.fakes.wecom import WeComFake

HERE = Address("wecom", "zhangsan", "zhangsan")
REMINDER = Reply("done", "到期", "明天到期。编号 R1")
ANSWER = "023-00000000，张三丰。"


def refused(code: int, words: str = "as judged") -> dict[str, object]:
    return {"json": {"errcode": code, "errmsg": words}}


async def test_twenty_sends_over_a_dead_token_fetch_one_new_one(
    wecom: WeComFake, channel: WeComApp
) -> None:
    for number in range(20):
        wecom.member(f"u{number}")
    assert wecom.issued == 1
    wecom.expire()
    asked = len(wecom.called("gettoken"))
    addresses = [Address("wecom", f"u{n}", f"u{n}") for n in range(20)]
    receipts = await asyncio.gather(*(channel.send(one, REMINDER) for one in addresses))

    assert {receipt.outcome for receipt in receipts} == {Outcome.SENT}
    assert len(wecom.shown) == 20
    assert (wecom.issued, len(wecom.called("gettoken")) - asked) == (2, 1)


@pytest.mark.parametrize("code", [40014, 42001, 41001])
async def test_a_token_that_is_refused_is_renewed_once_and_the_call_repeated(
    wecom: WeComFake, channel: WeComApp, code: int
) -> None:
    wecom.fail("status", **refused(code))
    receipt = await channel.send(HERE, REMINDER)

    assert receipt.outcome is Outcome.SENT


async def test_a_token_that_is_refused_for_ever_is_not_asked_for_for_ever(
    wecom: WeComFake, channel: WeComApp
) -> None:
    fault = wecom.fail("status", times=10, **refused(40014))
    receipt = await channel.send(HERE, REMINDER)

    assert receipt.outcome is Outcome.NOT_SENT
    assert fault.times == 8


async def test_a_busy_server_is_asked_again(wecom: WeComFake, channel: WeComApp) -> None:
    wecom.fail("status", times=3, **refused(-1, "system busy"))

    assert (await channel.send(HERE, REMINDER)).outcome is Outcome.SENT


@pytest.mark.parametrize(
    ("when", "about", "outcome", "reason"),
    [
        ("before", {}, Outcome.UNKNOWN, "send"),
        ("after", {}, Outcome.UNKNOWN, "send"),
        ("status", {"status": 502}, Outcome.UNKNOWN, "502"),
        ("delay", {"seconds": 3.0}, Outcome.UNKNOWN, "Timeout"),
        ("status", refused(45009), Outcome.NOT_SENT, "45009"),
        ("status", refused(45033), Outcome.NOT_SENT, "45033"),
        (
            "status",
            refused(60020, "from ip: 203.0.113.9"),
            Outcome.NOT_SENT,
            "企业可信IP.*203.0.113.9",
        ),
        ("status", refused(40056), Outcome.NOT_SENT, "agent_id"),
        ("status", refused(81013), Outcome.GONE, "81013"),
        ("status", refused(40058), Outcome.NOT_SENT, "40058"),
    ],
)
async def test_each_outcome_is_told_honestly(
    wecom: WeComFake, channel: WeComApp, when: str, about: dict[str, object], outcome: Outcome,
    reason: str,
) -> None:  # fmt: skip
    wecom.fail(when, **about)
    receipt = await channel.send(HERE, REMINDER)

    assert receipt.outcome is outcome
    assert re.search(reason, receipt.reason)
    assert receipt.retry_after == (FLOOD_PAUSE if reason.startswith("450") else 0)


async def test_a_refused_connection_was_certainly_not_sent(
    wecom: WeComFake, channel: WeComApp
) -> None:
    await channel.send(HERE, REMINDER)
    object.__setattr__(channel._connection, "base_url", "http://127.0.0.1:9/cgi-bin")

    assert (await channel.send(HERE, REMINDER)).outcome is Outcome.NOT_SENT


@pytest.mark.parametrize("when", ["before", "after"])
async def test_a_reminder_of_unknown_outcome_is_sent_again_and_shown_once(
    wecom: WeComFake, channel: WeComApp, when: str
) -> None:
    wecom.fail(when)
    first = await channel.send(HERE, REMINDER, key="k|1")
    second = await channel.send(HERE, REMINDER, key="k|1")

    assert (first.outcome, second.outcome) == (Outcome.UNKNOWN, Outcome.SENT)
    assert wecom.texts() == [REMINDER.text]


@pytest.mark.usefixtures("channel")
async def test_an_answer_that_may_have_been_shown_is_repeated_once_and_marked(
    wecom: WeComFake,
) -> None:
    wecom.fail("after")
    await wecom.say("联系人电话？")
    await until(lambda: len(wecom.texts()) == 2)

    assert wecom.texts() == [ANSWER, f"{ANSWER}\n\n{REPEATED}"]


@pytest.mark.usefixtures("channel")
async def test_an_outage_delays_answers_and_loses_none(wecom: WeComFake) -> None:
    outage = wecom.fail("status", "*", times=25)
    for user in ("zhangsan", "lisi", "wangwu"):
        wecom.member(user)
        await wecom.say("联系人电话？", user)
    await until(lambda: len(wecom.shown) == 3, 20)

    assert outage.times == 0
    assert sorted(shown.user for shown in wecom.shown) == ["lisi", "wangwu", "zhangsan"]


async def test_an_untrusted_address_delays_answers_until_it_is_set_right(
    wecom: WeComFake, channel: WeComApp
) -> None:
    wecom.trusted = False
    await wecom.say("联系人电话？")
    await until(lambda: len(wecom.calls) > 4)
    told = channel.trouble
    wecom.trusted = True
    await until(wecom.texts)

    assert wecom.texts() == [ANSWER]
    assert "企业可信IP" in told and "203.0.113.9" in told
    await until(lambda: channel.trouble == "")  # the receipt comes a moment after the text


async def test_a_person_out_of_sight_is_gone(wecom: WeComFake, channel: WeComApp) -> None:
    wecom.member("lisi", "invisible")
    receipt = await channel.send(Address("wecom", "lisi", "lisi"), REMINDER)

    assert receipt.outcome is Outcome.GONE


async def test_one_slow_person_holds_up_nobody_else(wecom: WeComFake, channel: WeComApp) -> None:
    wecom.member("lisi")
    wecom.fail("delay", seconds=1.5)
    await wecom.say("联系人电话？")
    await until(lambda: wecom.faults[-1].times == 0)
    await wecom.say("联系人电话？", "lisi")
    await until(lambda: wecom.texts("lisi"))

    assert wecom.texts() == []
    await until(wecom.texts)
