"""A real process is killed with callbacks in its queue: none is lost, none answered twice unmarked.

The judge is the fake platform, which lives outside the process and repeats what was not taken.
"""

import asyncio
import contextlib
import random
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from assistant.inbox import REPEATED
from tests.fakes.programs import Process, kill, program
from tests.fakes.waiting import until
from tests.fakes.wecom import AES_KEY, SECRET, TOKEN, WeComFake
from tests.test_bot import free_port


def bot(
    wecom: WeComFake, folder: Path, slow: float = 0.0
) -> contextlib.AbstractAsyncContextManager[Process]:
    """The app in a process of its own, once its menu is there."""
    port = free_port()
    wecom.caller.url = f"http://127.0.0.1:{port}/wecom/callback"
    menus = len(wecom.called("menu/create"))
    arguments = ["-m", "tests.fakes.wecom_bot", wecom.base_url, str(port), str(folder), str(slow)]
    is_ready = lambda: len(wecom.called("menu/create")) > menus  # noqa: E731
    return program(arguments, folder / "log", {}, is_ready)


@pytest.fixture
async def wecom() -> AsyncIterator[WeComFake]:
    async with WeComFake(person_per_minute=0).serve() as fake:
        yield fake


def answered(wecom: WeComFake) -> list[str]:
    """The questions that were answered, in order, repeats and all."""
    return [text.split("“")[1].split("”")[0] for text in wecom.texts()]


async def test_killed_with_five_in_the_queue_all_five_are_answered_once(
    wecom: WeComFake, tmp_path: Path
) -> None:
    asked = [f"第{number}问" for number in range(5)]
    async with bot(wecom, tmp_path, slow=2.0) as process:
        statuses = [await wecom.say(question) for question in asked]
        await kill(process)
    before = wecom.texts()
    async with bot(wecom, tmp_path):
        await until(lambda: len(wecom.texts()) >= 5, 30)

    assert (before, statuses) == ([], [[200]] * 5)
    assert answered(wecom) == asked
    assert not any(REPEATED in text for text in wecom.texts())


@pytest.mark.slow
async def test_killed_at_random_moments_nothing_taken_is_lost_or_repeated_in_silence(
    wecom: WeComFake, tmp_path: Path
) -> None:
    moments = random.Random(59)
    taken: list[str] = []
    for fall in range(4):
        async with bot(wecom, tmp_path, slow=0.02) as process:
            heard = len(wecom.caller.answers) + moments.randint(2, 8)
            asking = [asyncio.create_task(wecom.say(f"{fall}之{n}")) for n in range(8)]
            await until(lambda heard=heard: len(wecom.caller.answers) >= heard, 30)  # type: ignore[misc]
            await asyncio.sleep(moments.uniform(0.0, 0.1))
            await kill(process)
            answers = await asyncio.gather(*asking)
            taken += [f"{fall}之{n}" for n in range(8) if answers[n][-1] == 200]
    async with bot(wecom, tmp_path):
        await until(lambda: set(answered(wecom)) >= set(taken), 60)
    unmarked = [text for text in wecom.texts() if REPEATED not in text]
    log = (tmp_path / "log").read_text()

    assert taken
    assert len(set(unmarked)) == len(unmarked)
    assert len(wecom.texts()) - len(set(answered(wecom))) <= 4
    assert not [secret for secret in (SECRET, TOKEN, AES_KEY, "made-up-token") if secret in log]
