"""`bot.py serve` itself, in a process of its own, against the fake WeCom; killed in between."""

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
from tests.fakes.wecom import AES_KEY, AGENT, CORP, SECRET, TOKEN, WeComFake
from tests.test_bot import free_port

HOUSE = Path(__file__).parents[2]
VARIABLES = {
    "WECOM_APP_SECRET": SECRET,
    "WECOM_CALLBACK_TOKEN": TOKEN,
    "WECOM_CALLBACK_AES_KEY": AES_KEY,
}
QUESTIONS = (
    "全区知名品牌多少个？",
    "联系人电话？",
    "承诺事项有哪些？",
    "全区有几个机场？",
    "/source 59-1.1-1",
)


@pytest.fixture
async def wecom() -> AsyncIterator[WeComFake]:
    async with WeComFake(person_per_minute=0).serve() as fake:
        yield fake


@contextlib.asynccontextmanager
async def serving(
    wecom: WeComFake, folder: Path, page: bool = True
) -> AsyncIterator[asyncio.subprocess.Process]:
    """The whole program; callbacks come to the page's port, with or without the page."""
    port = free_port()
    wecom.caller.url = f"http://127.0.0.1:{port}/wecom/callback"
    config = yaml.safe_load((HOUSE / "config.yaml").read_text())
    config["wecom"] |= {
        "corp_id": CORP,
        "agent_id": AGENT,
        "base_url": wecom.base_url,
        "callback_url": wecom.caller.url,
    }
    config["web"] |= {"port": port, "enabled": page}
    settings = folder / "config.yaml"
    settings.write_text(yaml.safe_dump(config, allow_unicode=True))
    arguments = ["--config", str(settings), "--data", str(folder / "data"), "serve"]
    with (folder / "log").open("ab") as out:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, str(HOUSE / "bot.py"), *arguments),
            env={**os.environ, **VARIABLES},
            stdin=asyncio.subprocess.DEVNULL,
            stdout=out,
            stderr=out,
        )
    try:
        menus = len(wecom.called("menu/create"))
        await until(lambda: len(wecom.called("menu/create")) > menus, 60)
        yield process
    finally:
        if process.returncode is None:
            process.send_signal(signal.SIGTERM)
            await process.wait()


@pytest.mark.slow
async def test_five_questions_a_kill_and_every_one_is_answered(
    wecom: WeComFake, tmp_path: Path
) -> None:
    async with serving(wecom, tmp_path) as process:
        statuses = [await wecom.say(question) for question in QUESTIONS]
        process.send_signal(signal.SIGKILL)
        await process.wait()
    async with serving(wecom, tmp_path):
        said = [words.split("\n")[0] for words in await answers(wecom)]

    assert statuses == [[200]] * len(QUESTIONS)
    assert said[0].startswith("32个")
    assert "联系电话" in said[1]
    assert said[3].startswith("函中没有提到")
    assert "59-1.1-1" in said[4]
    log = (tmp_path / "log").read_text()
    assert "企业微信应用  已开" in log
    assert [secret for secret in VARIABLES.values() if secret in log] == []


@pytest.mark.slow
async def test_with_the_page_switched_off_callbacks_are_still_taken(
    wecom: WeComFake, tmp_path: Path
) -> None:
    async with serving(wecom, tmp_path, page=False):
        statuses = await wecom.say("联系人电话？")
        await until(wecom.texts, 30)

    assert statuses == [200]
    assert "联系电话" in wecom.texts()[0]


async def answers(wecom: WeComFake) -> list[str]:
    """One answer a question, once all are there; a repeat that says so does not count."""

    def once() -> list[str]:
        return list(dict.fromkeys(t.split(f"\n\n{REPEATED}")[0] for t in wecom.texts()))

    await until(lambda: len(once()) >= len(QUESTIONS), 60)
    assert len(wecom.texts()) <= len(QUESTIONS) + 1
    return once()
