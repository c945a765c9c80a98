"""`bot.py serve` itself, in a process of its own, against the fake WeCom; killed in between."""

import contextlib
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.conversations.five_questions import QUESTIONS, answers, are_right
from tests.fakes.programs import Process, house, kill, program
from tests.fakes.waiting import until
from tests.fakes.wecom import AES_KEY, AGENT, CORP, SECRET, TOKEN, WeComFake
from tests.test_bot import free_port

VARIABLES = {
    "WECOM_APP_SECRET": SECRET,
    "WECOM_CALLBACK_TOKEN": TOKEN,
    "WECOM_CALLBACK_AES_KEY": AES_KEY,
}


@pytest.fixture
async def wecom() -> AsyncIterator[WeComFake]:
    async with WeComFake(person_per_minute=0).serve() as fake:
        yield fake


def serving(
    wecom: WeComFake, folder: Path, page: bool = True
) -> contextlib.AbstractAsyncContextManager[Process]:
    """The whole program; callbacks come to the page's port, with or without the page."""
    port = free_port()
    wecom.caller.url = f"http://127.0.0.1:{port}/wecom/callback"
    about = {
        "corp_id": CORP,
        "agent_id": AGENT,
        "base_url": wecom.base_url,
        "callback_url": wecom.caller.url,
    }
    arguments = house(folder, {"wecom": about, "web": {"port": port, "enabled": page}})
    menus = len(wecom.called("menu/create"))
    is_ready = lambda: len(wecom.called("menu/create")) > menus  # noqa: E731
    return program(arguments, folder / "log", VARIABLES, is_ready)


@pytest.mark.slow
async def test_five_questions_a_kill_and_every_one_is_answered(
    wecom: WeComFake, tmp_path: Path
) -> None:
    async with serving(wecom, tmp_path) as process:
        statuses = [await wecom.say(question) for question in QUESTIONS]
        await kill(process)
    async with serving(wecom, tmp_path):
        said = await answers(wecom.texts)

    assert statuses == [[200]] * len(QUESTIONS)
    assert are_right(said)
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
