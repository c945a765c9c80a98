"""The group robot: sends digests, hears nothing, keeps its key to itself."""

from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime

import pytest

from assistant.channels.wecom import robot
from assistant.channels.wecom.robot import WeComRobot, keys_from
from assistant.glossary import Address, Attachment, Choice, Outcome, Reply
from assistant.storage import Database
from tests.fakes.wecom import ROBOT_KEY, WeComFake

NOW = datetime(2022, 10, 1, 1, 0, tzinfo=UTC)
OFFICE = Address("wecom_robot", "办公室", "办公室", group=True)
PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 100


@pytest.fixture
async def wecom() -> AsyncIterator[WeComFake]:
    async with WeComFake().serve() as fake:
        yield fake


Build = Callable[..., WeComRobot]


@pytest.fixture
async def build(wecom: WeComFake, database: Database) -> AsyncIterator[Build]:
    channels = []

    def built(key: str = ROBOT_KEY) -> WeComRobot:
        url = f"{wecom.base_url}/webhook/send"
        connection = robot.Connection({"办公室": key}, url, timeout=1, pause=0.02)
        channels.append(WeComRobot(connection, database, lambda: NOW))
        return channels[-1]

    yield built
    for channel in channels:
        await channel.close()


async def test_a_digest_arrives_whole_and_without_buttons(wecom: WeComFake, build: Build) -> None:
    text = "今日提醒 200 项：\n" + "某局应在年底前完成。\n" * 200
    files = (Attachment("图.png", PNG, "image/png"), Attachment("台账.csv", b"1", "text/csv"))
    reply = Reply("list", "今日提醒", text, (), (Choice("已知悉", "/ack R1"),), files)
    receipt = await build().send(OFFICE, reply)

    words = [body["text"]["content"] for body in wecom.robot if body["msgtype"] == "text"]
    assert receipt.outcome is Outcome.SENT
    assert "".join("".join(words).split()).startswith("".join(text.split()))
    assert "台账.csv" in words[-1]
    assert wecom.robot[-1]["msgtype"] == "image"


@pytest.mark.parametrize(
    ("when", "about", "outcome"),
    [
        ("status", {"json": {"errcode": 45009, "errmsg": "freq"}}, Outcome.NOT_SENT),
        ("status", {"status": 502}, Outcome.UNKNOWN),
        ("before", {}, Outcome.UNKNOWN),
        ("after", {}, Outcome.UNKNOWN),
    ],
)
async def test_outcomes_are_told_honestly(
    wecom: WeComFake, build: Build, when: str, about: dict[str, object], outcome: Outcome
) -> None:
    wecom.fail(when, "webhook/send", **about)

    assert (await build().send(OFFICE, Reply("done", "a", "a"))).outcome is outcome


async def test_a_wrong_key_says_what_to_look_at_and_does_not_show_it(
    build: Build, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    channel = build("made-up-wrong-key")
    receipt = await channel.send(OFFICE, Reply("done", "a", "a"))

    assert receipt.outcome is Outcome.NOT_SENT
    assert "群机器人" in receipt.reason and "群机器人" in channel.trouble
    ours = [r.getMessage() for r in caplog.records if not r.name.startswith("uvicorn")]
    assert not [words for words in (*ours, receipt.reason) if "made-up-wrong-key" in words]


@pytest.mark.parametrize(
    ("key", "told"), [(ROBOT_KEY, ""), ("wrong", "群“办公室”：群机器人的地址")]
)
async def test_a_key_is_tried_without_anybody_seeing_it(
    wecom: WeComFake, build: Build, key: str, told: str
) -> None:
    said = await build(key).probe()

    assert said.startswith(told) and bool(said) is bool(told)
    assert wecom.robot == []


async def test_an_unknown_group_is_told(build: Build) -> None:
    elsewhere = Address("wecom_robot", "食堂", "食堂", group=True)
    receipt = await build().send(elsewhere, Reply("done", "a", "a"))

    assert receipt.outcome is Outcome.GONE


@pytest.mark.parametrize(
    ("words", "keys"),
    [
        ("", {}),
        ("k-1", {"群": "k-1"}),
        ("办公室=k-1", {"办公室": "k-1"}),
        ("办公室=k-1， 督办=k-2\n", {"办公室": "k-1", "督办": "k-2"}),
        ("办公室=", {}),
    ],
)
def test_the_variable_names_groups_and_keys(words: str, keys: dict[str, str]) -> None:
    assert keys_from(words) == keys
