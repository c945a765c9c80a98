"""Long answers arrive whole and in order, odd signs as they stand; over every channel."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from assistant.glossary import Attachment, Choice, Message, Reply
from assistant.splitting import Measure, utf8_bytes, utf16_units
from tests.conversations.exam_playing import ROOT
from tests.conversations.stages import (
    STAGES,
    AibotStage,
    RecordedHouse,
    Stage,
    TelegramStage,
    WebStage,
    WeComStage,
    settings_file,
)
from tests.conversations.test_every_channel import BEGUN
from tests.fakes.hours import Hours

SIGNS = "<b>&_*[]()~"
LETTER = ROOT / "tests" / "conversations" / "letters" / "full_of_markup.txt"
PASSAGE = "88-1-1"
PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 100
SIZES = [
    *((utf16_units, units) for units in (4095, 4096, 4097, 50_000)),
    *((utf8_bytes, size) for size in (2047, 2048, 2049, 10_000)),
]


class TableHouse(RecordedHouse):
    """It says what the test wants, where the test wants something."""

    wanted: Reply | None = None

    def reply_to(self, message: Message) -> Reply:
        return self.wanted or super().reply_to(message)


@pytest.fixture
async def played(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[tuple[Stage, TableHouse]]:
    """A channel serving before its fake, the letter full of odd signs behind it."""
    stage = STAGES[request.param]()
    async with stage.before():
        for variable, value in stage.environ.items():
            monkeypatch.setenv(variable, value)
        house = TableHouse(settings_file(stage, tmp_path), tmp_path / "data", BEGUN)
        house.library.ingest(LETTER)
        async with stage.serve(house):
            yield stage, house
        house.database.close()


def exactly(size: int, measure: Measure) -> str:
    """A text of this size, with characters of one to four bytes."""
    sentence = "全区知名品牌32个，其中农产品品牌21个。😀é\n"
    text = sentence * (size // measure(sentence) - 1)
    return text + "x" * (size - measure(text) - 1) + "!"


def bare(words: str) -> str:
    return "".join(words.split())


def hurried(house: TableHouse) -> Hours:
    """The platforms' own limits are kept, on a clock that jumps."""
    hours = Hours()
    channels = (house.telegram, house.wecom.app)
    for sender in [channel._sender for channel in channels if channel]:
        sender._pace._sleep, sender._pace._clock = hours.sleep, lambda: hours.now
    return hours


async def all_shown(stage: Stage, text: str) -> str:
    """Wait until these words can be read in order; gives all words shown."""
    async with asyncio.timeout(30):
        while bare(text) not in bare(seen := await stage.seen()):
            await asyncio.sleep(0.05)
    return seen


@pytest.mark.parametrize("played", STAGES, indirect=True)
@pytest.mark.parametrize(("measure", "size"), SIZES)
async def test_a_long_answer_arrives_whole_and_in_order(
    played: tuple[Stage, TableHouse], measure: Measure, size: int
) -> None:
    stage, house = played
    text = exactly(size, measure)
    house.wanted = Reply("answer", "全区知名品牌32个", text)
    async with hurried(house).passing():
        await stage.say("问")
        seen = await all_shown(stage, text)

    assert measure(text) == size
    assert bare(seen).count(bare(text)) == 1


@pytest.mark.parametrize("played", STAGES, indirect=True)
async def test_a_letters_odd_signs_show_as_they_stand(played: tuple[Stage, TableHouse]) -> None:
    stage, house = played
    excerpt = house.library.passage(PASSAGE)
    assert excerpt and SIGNS in excerpt.text
    await stage.say(f"/source {PASSAGE}")

    assert "⟦" not in await all_shown(stage, excerpt.text)  # where the fake found markup


@pytest.mark.parametrize("played", STAGES, indirect=True)
async def test_so_do_those_of_headlines_buttons_and_captions(
    played: tuple[Stage, TableHouse],
) -> None:
    stage, house = played
    picture = Attachment("图.png", PNG, "image/png", f"来源：{SIGNS}")
    choices = (Choice(SIGNS[:10], "一"), Choice(f"{SIGNS}哪一类更多？", "二"))
    house.wanted = Reply("answer", SIGNS, f"{SIGNS} a < b。", (), choices, (picture,))
    await stage.say("问")
    await all_shown(stage, f"{SIGNS} a < b。")
    async with asyncio.timeout(10):
        while not (await stage.pictures() and len(labels(stage)) == 2):
            await asyncio.sleep(0.02)

    assert await stage.pictures() == [PNG]
    assert f"来源：{SIGNS}" in await captions(stage)
    assert SIGNS[:8] in labels(stage)[0]


async def captions(stage: Stage) -> str:
    """All that is shown, with what the page writes below pictures."""
    if isinstance(stage, WebStage):
        return "".join(file["caption"] for file in stage._replies[-1]["files"])
    return await stage.seen()


def labels(stage: Stage) -> list[str]:
    """What the newest buttons say; in a pipe there are none."""
    if isinstance(stage, TelegramStage):
        return [row["text"] for shown in stage.fake.shown for row in shown.buttons]
    if isinstance(stage, WeComStage | AibotStage):
        cards = [shown for shown in stage.fake.shown if shown.kind == "card"]
        return list(cards[-1].buttons) if cards else []
    if isinstance(stage, WebStage):
        return [choice["label"] for choice in stage._replies[-1]["suggestions"]]
    return [SIGNS, SIGNS]
