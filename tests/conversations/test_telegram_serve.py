"""`bot.py serve` itself, in a process of its own, against the fake Telegram; killed in between."""

import asyncio
import contextlib
import os
import signal
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import yaml

from assistant.inbox import REPEATED
from tests.assistant.channels.telegram.conftest import until
from tests.fakes.telegram import TOKEN, Floods, TelegramFake

HOUSE = Path(__file__).parents[2]
QUESTIONS = (
    "全区知名品牌多少个？",
    "联系人电话？",
    "承诺事项有哪些？",
    "全区有几个机场？",
    "/source 59-1.1-1",
)


@pytest.fixture
async def telegram() -> AsyncIterator[TelegramFake]:
    async with TelegramFake(Floods()).serve() as fake:
        yield fake


@contextlib.asynccontextmanager
async def serving(
    telegram: TelegramFake, folder: Path
) -> AsyncIterator[asyncio.subprocess.Process]:
    """The whole program, without the web page."""
    config = yaml.safe_load((HOUSE / "config.yaml").read_text())
    config["telegram"] |= {
        "base_url": telegram.base_url,
        "base_file_url": telegram.base_file_url,
        "poll_seconds": 1,
    }
    config["web"]["enabled"] = False
    settings = folder / "config.yaml"
    settings.write_text(yaml.safe_dump(config, allow_unicode=True))
    arguments = ["--config", str(settings), "--data", str(folder / "data"), "serve"]
    with (folder / "log").open("ab") as out:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, str(HOUSE / "bot.py"), *arguments),
            env={**os.environ, config["telegram"]["token_variable"]: TOKEN},
            stdin=asyncio.subprocess.DEVNULL,
            stdout=out,
            stderr=out,
        )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.send_signal(signal.SIGTERM)
            await process.wait()


@pytest.mark.slow
async def test_five_questions_a_kill_and_every_one_is_answered(
    telegram: TelegramFake, tmp_path: Path
) -> None:
    async with serving(telegram, tmp_path) as process:
        await until(lambda: telegram.poll, 60)
        for question in QUESTIONS:
            telegram.say(question)
        await until(lambda: telegram.confirmed == len(QUESTIONS), 60)
        process.send_signal(signal.SIGKILL)
        await process.wait()
    async with serving(telegram, tmp_path):
        said = [words.split("\n")[0] for words in await answers(telegram)]

    assert said[0].startswith("32个")
    assert "联系电话" in said[1]
    assert said[3].startswith("函中没有提到")
    assert "59-1.1-1" in said[4]
    assert "made-up" not in (tmp_path / "log").read_text()


async def answers(telegram: TelegramFake) -> list[str]:
    """One answer a question, once all are there; a repeat that says so does not count."""

    def once() -> list[str]:
        return list(dict.fromkeys(t.split(f"\n\n{REPEATED}")[0] for t in telegram.texts()))

    await until(lambda: len(once()) >= len(QUESTIONS), 60)
    assert len(telegram.texts()) <= len(QUESTIONS) + 1
    return once()
