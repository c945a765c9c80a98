"""`bot.py serve` itself, in a process of its own, against the fake Telegram; killed in between."""

import contextlib
from pathlib import Path

import pytest

from tests.conversations.five_questions import QUESTIONS, answers, are_right
from tests.fakes.programs import Process, house, kill, program
from tests.fakes.telegram import TOKEN, Floods, TelegramFake
from tests.fakes.waiting import until


def serving(
    telegram: TelegramFake, folder: Path
) -> contextlib.AbstractAsyncContextManager[Process]:
    """The whole program, without the web page, once it asks for updates."""
    urls = {"base_url": telegram.base_url, "base_file_url": telegram.base_file_url}
    settings = {"telegram": urls | {"poll_seconds": 1}, "web": {"enabled": False}}
    telegram.poll = 0
    variables = {"TELEGRAM_BOT_TOKEN": TOKEN}
    return program(house(folder, settings), folder / "log", variables, lambda: telegram.poll)


@pytest.mark.slow
async def test_five_questions_a_kill_and_every_one_is_answered(tmp_path: Path) -> None:
    async with TelegramFake(Floods()).serve() as telegram:
        async with serving(telegram, tmp_path) as process:
            for question in QUESTIONS:
                telegram.say(question)
            await until(lambda: telegram.confirmed == len(QUESTIONS), 60)
            await kill(process)
        async with serving(telegram, tmp_path):
            said = await answers(telegram.texts)

    assert are_right(said)
    assert "made-up" not in (tmp_path / "log").read_text()
