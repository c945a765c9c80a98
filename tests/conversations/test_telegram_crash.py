"""A real process is killed while it answers: nothing is lost, nothing is said twice unmarked.

The judge is the fake platform, which lives outside the process.
"""

import asyncio
import contextlib
import random
import signal
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from assistant.inbox import REPEATED
from tests.fakes.programs import Process, kill, program
from tests.fakes.telegram import TOKEN, Floods, TelegramFake
from tests.fakes.waiting import until

QUESTIONS = tuple(f"第{number}问" for number in range(1, 6))


def bot(
    telegram: TelegramFake, folder: Path, slow: float = 0.0
) -> contextlib.AbstractAsyncContextManager[Process]:
    """The bot in a process of its own, once it asks for updates."""
    arguments = ["-m", "tests.fakes.telegram_bot", telegram.url, str(folder), str(slow)]
    variables, telegram.poll = {"TELEGRAM_TOKEN": TOKEN}, 0
    return program(arguments, folder / "log", variables, lambda: telegram.poll)


@pytest.fixture
async def telegram() -> AsyncIterator[TelegramFake]:
    async with TelegramFake(Floods(0, 0, 0)).serve() as fake:
        yield fake


def answered(telegram: TelegramFake) -> list[str]:
    """The questions that were answered, in order, repeats and all."""
    return [text.split("“")[1].split("”")[0] for text in telegram.texts()]


async def test_killed_during_the_first_of_five_all_five_are_answered_once(
    telegram: TelegramFake, tmp_path: Path
) -> None:
    async with bot(telegram, tmp_path, slow=1.0) as process:
        for question in QUESTIONS:
            telegram.say(question)
        await until(lambda: telegram.confirmed == 5, 30)
        await kill(process)
    before = answered(telegram)

    async with bot(telegram, tmp_path):
        await until(lambda: len(telegram.texts()) >= 5, 30)
        telegram.say("还有")
        await until(lambda: "还有" in answered(telegram), 30)

    assert before == []
    assert answered(telegram) == [*QUESTIONS, "还有"]
    assert not any(REPEATED in text for text in telegram.texts())


async def test_told_to_stop_it_finishes_what_it_began(
    telegram: TelegramFake, tmp_path: Path
) -> None:
    async with bot(telegram, tmp_path, slow=0.5) as process:
        telegram.say("第1问")
        await until(lambda: telegram.confirmed, 30)
        process.send_signal(signal.SIGTERM)

        assert await asyncio.wait_for(process.wait(), 15) == 0
    assert answered(telegram) == ["第1问"]


@pytest.mark.slow
async def test_killed_at_random_moments_nothing_is_lost_or_repeated_in_silence(
    telegram: TelegramFake, tmp_path: Path
) -> None:
    moments = random.Random(59)
    asked = []
    for fall in range(6):
        async with bot(telegram, tmp_path, slow=0.02) as process:
            for number in range(8):
                asked.append(f"{fall}之{number}")
                telegram.say(asked[-1], chat=1001)
            await asyncio.sleep(moments.uniform(0.0, 0.4))
            await kill(process)
    async with bot(telegram, tmp_path):
        await until(lambda: set(answered(telegram)) >= set(asked), 60)
    unmarked = [text for text in telegram.texts() if REPEATED not in text]
    first = list(dict.fromkeys(answered(telegram)))

    assert first == asked
    assert len(set(unmarked)) == len(unmarked)
    assert len(telegram.texts()) - len(asked) <= 6


async def test_the_token_is_in_no_log_not_even_the_most_talkative(
    telegram: TelegramFake, tmp_path: Path
) -> None:
    async with bot(telegram, tmp_path) as process:
        telegram.fail("before", "getUpdates", times=1)
        telegram.fail("status", "sendMessage", times=1)
        telegram.say("第1问")
        telegram.send_document("函.txt", b"x")
        await until(lambda: len(telegram.texts()) == 2, 30)
        process.send_signal(signal.SIGTERM)
        await process.wait()
    log = (tmp_path / "log").read_text()

    assert "telegram: here as @dafutong_bot" in log
    assert "made-up" not in log
