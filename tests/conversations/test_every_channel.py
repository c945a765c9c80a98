"""One conversation over every channel: whatever the platform, the same is said and all of it shown.

question, follow-up, button, source, contact, unknown, joining, subscription, reminder,
acknowledgement, receipt, chart, unsubscription.
"""

import asyncio
import shutil
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import httpx
import pytest

from assistant.glossary import Reply, Role
from assistant.storage.moments import SHANGHAI
from bot import House
from tests.conversations.exam_playing import ROOT
from tests.conversations.stages import STAGES, RecordedHouse, Stage, settings_file

BEGUN = datetime(2022, 10, 10, 9, 0, tzinfo=SHANGHAI)
DUE = datetime(2022, 12, 30, 9, 30, tzinfo=SHANGHAI)  # the last working day before the deadlines
PATIENCE = 20.0


@dataclass
class Play:
    """What was said, step by step, and the pictures that came along."""

    said: dict[str, list[Reply]] = field(default_factory=dict)
    pictures: list[bytes] = field(default_factory=list)

    def content(self) -> dict[str, list[tuple[object, ...]]]:
        """What must be the same everywhere."""
        return {
            step: [(r.kind, r.headline, r.text, r.citations, r.suggestions) for r in replies]
            for step, replies in self.said.items()
        }


class Actor:
    """Plays the script on one stage, and looks after each step whether all that was said is shown."""

    def __init__(self, stage: Stage, house: RecordedHouse) -> None:
        self._stage = stage
        self._house = house
        self.play = Play()

    async def perform(self) -> Play:
        stage = self._stage
        await self._step("question", lambda: stage.say("全区知名品牌多少个？"))
        await self._step("follow-up", lambda: stage.say("其中农产品呢？"))
        await self._step("button", lambda: stage.press(0))
        await self._step("source", lambda: stage.say("/source 59-1.1-1"))
        await self._step("contact", lambda: stage.say("联系人电话？"))
        await self._step("unknown", lambda: stage.say("全区有几个机场？"))
        await self._join()
        await self._step("subscribe", lambda: stage.say("/subscribe 全部"))
        await self._remind()
        await self._step("acknowledge", lambda: stage.press(0))
        await self._step("receipt", lambda: stage.say("/receipt 第59号 满意 办得很好"))
        await self._step("chart", lambda: stage.say("/chart 知名品牌"))
        await self._step("unsubscribe", lambda: stage.say("/unsubscribe 1"))
        self.play.pictures = await stage.pictures()
        return self.play

    async def _step(self, name: str, act: Callable[[], Awaitable[None]]) -> None:
        before, count = len(_bare(await self._stage.seen())), len(self._house.said)
        await act()
        async with asyncio.timeout(PATIENCE):
            while not await self._shown(before, count):
                await asyncio.sleep(0.02)
        self.play.said[name] = self._house.said[count:]

    async def _shown(self, before: int, count: int) -> bool:
        """Whether every word said since then can be read, in order."""
        said = self._house.said[count:]
        shown = _bare(await self._stage.seen())[before:]
        return bool(said) and all(_bare(reply.text) in shown for reply in said) and self._offered()

    def _offered(self) -> bool:
        """Whether the buttons of the last reply are there too."""
        labels = [choice.label for choice in self._house.said[-1].suggestions]
        return not labels or self._stage.offered() in (None, labels)

    async def _join(self) -> None:
        invitation = self._house.people.console.invite(Role.DEPUTY, "某代表")
        await self._stage.join(invitation.code)
        async with asyncio.timeout(PATIENCE):
            while not self._house.people.accounts.active():
                await asyncio.sleep(0.02)
        await asyncio.sleep(0.2)  # whatever is said to the newcomer differs: a form or a sentence

    async def _remind(self) -> None:
        self._house.now = DUE
        delivery = self._house.reminders.delivery
        await asyncio.to_thread(delivery.tick)
        empty = delivery.empty(self._stage.name, self._house)
        await self._step("reminder", lambda: _done(empty))


async def _done(work: Awaitable[int]) -> None:
    assert await work >= 1


def _bare(words: str) -> str:
    return "".join(words.split())


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the shipped letter."""
    folder = tmp_path_factory.mktemp("filled") / "data"
    House(ROOT / "config.yaml", folder, BEGUN).fill()
    return folder


@pytest.fixture(scope="module")
def plays() -> dict[str, Play]:
    """What was played so far, by stage."""
    return {}


async def perform(name: str, filled: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Play:
    """The whole script on one stage, over a house of its own."""
    folder = folder / name
    shutil.copytree(filled, folder / "data")
    stage = STAGES[name]()
    async with stage.before():
        for variable, value in stage.environ.items():
            monkeypatch.setenv(variable, value)
        house = RecordedHouse(settings_file(stage, folder), folder / "data", BEGUN)
        house.fill()
        async with stage.serve(house) as channel:
            house.stage_channels = [channel]
            play = await Actor(stage, house).perform()
        house.database.close()
    return play


@pytest.mark.parametrize("name", STAGES)
async def test_the_same_conversation_runs_over_every_channel(
    name: str,
    filled: Path,
    plays: dict[str, Play],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if "console" not in plays:
        plays["console"] = await perform("console", filled, tmp_path, monkeypatch)
    if name not in plays:
        plays[name] = await perform(name, filled, tmp_path, monkeypatch)

    first, here = plays["console"], plays[name]
    assert here.content() == first.content()
    assert here.pictures == first.pictures
    assert len(here.pictures) == 1


def test_the_script_says_what_it_is_about(plays: dict[str, Play]) -> None:
    said = {step: replies[0] for step, replies in plays["console"].said.items()}

    assert [said[step].kind for step in ("question", "contact", "unknown")] == [
        "answer",
        "contact",
        "unknown",
    ]
    assert said["question"].headline == "32个" and said["follow-up"].headline == "21个"
    assert "59-1.1-1" in said["source"].text
    assert said["reminder"].text.startswith("今日提醒")
    assert "R1" in said["reminder"].text
    assert all(said[step].kind == "done" for step in ("acknowledge", "receipt", "unsubscribe"))


async def test_the_api_says_the_same_as_far_as_nobody_need_be_known(
    filled: Path, plays: dict[str, Play], tmp_path: Path
) -> None:
    shutil.copytree(filled, tmp_path / "data")
    house = RecordedHouse(ROOT / "config.yaml", tmp_path / "data", BEGUN)
    house.fill()
    assert house.web
    steps = {
        "question": "全区知名品牌多少个？",
        "follow-up": "其中农产品呢？",
        "source": "/source 59-1.1-1",
        "contact": "联系人电话？",
        "unknown": "全区有几个机场？",
    }
    transport = httpx.ASGITransport(house.web.app)
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
        for step, words in steps.items():
            answer = await client.get("/api/ask", params={"q": words, "session": "s"})

            assert answer.json()["text"] == plays["console"].said[step][0].text
    house.database.close()
