"""Ten minutes in which a platform answers 502 to everything: nothing is lost, on any sending
channel.

Minutes pass on a clock set by hand; the pauses are those of a real day.
"""

import asyncio
import contextlib
import threading
from collections.abc import AsyncIterator, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from assistant.glossary import Address, Channel, Message, Reply, Role
from assistant.inbox import Pauses
from tests.conversations.stages import (
    STAGES,
    AibotStage,
    RecordedHouse,
    Stage,
    TelegramStage,
    WeComStage,
    settings_file,
)
from tests.conversations.test_every_channel import BEGUN, DUE
from tests.fakes.hours import Hours
from tests.fakes.waiting import running, until
from tests.fakes.wecom import ROBOT_KEY

OUTAGE = 600.0  # seconds
STEP = 30  # seconds between two rounds of the reminders
FOR_EVER = 1_000_000
PEOPLE = 5
GROUP = "办公室"
ALWAYS_ANSWERED = ("console", "web")  # nobody's platform stands between them and people


class RobotStage(WeComStage):
    """The group robot, which only sends."""

    name = "wecom_robot"

    @contextlib.asynccontextmanager
    async def before(self) -> AsyncIterator[None]:
        async with super().before():
            self.settings = {"wecom_robot": {"url": f"{self.fake.base_url}/webhook/send"}}
            self.environ = {"WECOM_ROBOT_KEYS": f"{GROUP}={ROBOT_KEY}"}
            yield

    @contextlib.asynccontextmanager
    async def serve(self, house: RecordedHouse) -> AsyncIterator[Channel]:
        assert house.wecom.robot
        async with running(house.wecom.robot):
            yield house.wecom.robot


SENDING = {name: stage for name, stage in STAGES.items() if name not in ALWAYS_ANSWERED}
ALL = SENDING | {RobotStage.name: RobotStage}


class HesitantHouse(RecordedHouse):
    """It answers once it is told to."""

    def __init__(self, *about: object) -> None:
        super().__init__(*about)  # type: ignore[arg-type]
        self.asked, self.go = threading.Event(), threading.Event()

    def reply_to(self, message: Message) -> Reply:
        self.asked.set()
        assert self.go.wait(30)
        return super().reply_to(message)


@contextlib.contextmanager
def outage(stage: Stage) -> Iterator[None]:
    """Inside, the platform answers 502 to everything."""
    if isinstance(stage, AibotStage):
        stage.fake.break_down()
        yield
        stage.fake.down = False
    else:
        assert isinstance(stage, TelegramStage | WeComStage)
        fault = stage.fake.fail("status", "*", times=FOR_EVER)
        yield
        fault.times = 0


@pytest.fixture
async def played(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[tuple[Stage, HesitantHouse]]:
    """A channel serving before its fake, and the house behind it."""
    stage = ALL[request.param]()
    async with stage.before():
        for variable, value in stage.environ.items():
            monkeypatch.setenv(variable, value)
        for part in stage.settings.values():
            part |= {"retry_seconds_most": 0.2} if "retry_seconds" in part else {}
        house = HesitantHouse(settings_file(stage, tmp_path), tmp_path / "data", BEGUN)
        house.fill()
        async with stage.serve(house) as channel:
            house.stage_channels = [channel]
            yield stage, house
        house.database.close()


def shown(stage: Stage, person: str) -> list[str]:
    """The words that this person has seen."""
    if isinstance(stage, RobotStage):
        return [body["text"]["content"] for body in stage.fake.robot]
    if isinstance(stage, TelegramStage):
        return stage.fake.texts(int(person))
    assert isinstance(stage, WeComStage | AibotStage)
    return stage.fake.texts(person)


@pytest.mark.parametrize("played", SENDING, indirect=True)
async def test_an_answer_that_was_due_then_comes_afterwards(
    played: tuple[Stage, HesitantHouse],
) -> None:
    stage, house = played
    hours = Hours()
    house.stage_channels[0]._delivery._pauses = Pauses(sleep=hours.sleep)  # type: ignore[attr-defined]
    await stage.say("联系人电话？")
    await until(house.asked.is_set)
    person = "1001" if stage.name == "telegram" else "zhangsan"
    async with hours.passing():
        with outage(stage):
            house.go.set()
            await until(lambda: hours.now >= OUTAGE, 30)
        await until(lambda: shown(stage, person), 30)

    assert hours.now < 2 * OUTAGE
    assert len(shown(stage, person)) == 1


def subscribed(stage: Stage, house: HesitantHouse) -> list[str]:
    """People who want to be reminded on this channel; the robot's are a group."""
    if isinstance(stage, RobotStage):
        _subscribe(house, Address("console", "1", "1"), "群机器人")
        return [GROUP]
    people = [str(1001 + number) for number in range(PEOPLE)]
    for person in people:
        if isinstance(stage, TelegramStage):
            stage.fake.chat(int(person))
        elif isinstance(stage, WeComStage):
            stage.fake.member(person)
        elif isinstance(stage, AibotStage):
            stage.fake.talked.add(person)
        _subscribe(house, Address(stage.name, person, person))
    return people


def _subscribe(house: HesitantHouse, address: Address, channel: str = "") -> None:
    people = house.people
    account = people.invitations.redeem(address, people.console.invite(Role.STAFF, "王某").code)
    if channel:
        people.console.give_group(account.id, RobotStage.name, GROUP)
    said = house.reply_to(Message(address, f"/subscribe 全部 {channel}", house.now))
    assert said.kind == "done", said.text


async def rounds(house: HesitantHouse, channel: str) -> None:
    """So much time of planning and sending."""
    delivery = house.reminders.delivery
    for _ in range(0, int(OUTAGE), STEP):
        house.now += timedelta(seconds=STEP)
        await asyncio.to_thread(delivery.tick, (channel,))
        await delivery.empty(channel, house)


@pytest.mark.parametrize("played", ALL, indirect=True)
async def test_every_reminder_that_was_due_then_comes_afterwards(
    played: tuple[Stage, HesitantHouse],
) -> None:
    stage, house = played
    house.go.set()
    people = subscribed(stage, house)
    house.now = DUE
    with outage(stage):
        await rounds(house, stage.name)
        meanwhile = [text for person in people for text in shown(stage, person)]
    if isinstance(stage, AibotStage):
        await until(lambda: stage.fake.login)
    await rounds(house, stage.name)

    assert meanwhile == []
    for person in people:
        (text,) = [words for words in shown(stage, person) if "今日提醒" in words]
        assert "今日提醒 3 项" in text
