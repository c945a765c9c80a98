"""200 connections that dribble at the port of page and callbacks: nobody else notices."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest

from tests.conversations.stages import RecordedHouse, WeComStage, settings_file
from tests.conversations.test_every_channel import BEGUN
from tests.fakes.waiting import running, until
from tests.fakes.wecom import WeComFake
from tests.test_bot import free_port

SLOW = 200
PATHS = ("/wecom/callback?msg_signature=x&timestamp=1&nonce=2", "/api/ask", "/chat", "/login")
PEOPLE = [f"u{number}" for number in range(20)]


@pytest.fixture
async def served_house(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[tuple[WeComFake, int]]:
    """The whole house with its page and the app's callbacks at one port."""
    stage, port = WeComStage(), free_port()
    async with stage.before():
        for variable, value in stage.environ.items():
            monkeypatch.setenv(variable, value)
        stage.settings["web"] = {"port": port}
        house = RecordedHouse(settings_file(stage, tmp_path), tmp_path / "data", BEGUN)
        house.fill()
        assert house.web and house.wecom.app
        stage.fake.caller.url = f"http://127.0.0.1:{port}/wecom/callback"
        async with running(house.web), running(house.wecom.app):
            await until(lambda: stage.fake.called("menu/create"))
            yield stage.fake, port
        house.database.close()


@contextlib.asynccontextmanager
async def dribbling(port: int) -> AsyncIterator[None]:
    """Half of them stop within the head of a request, half within its body."""
    writers = []
    for number in range(SLOW):
        _, writer = await asyncio.open_connection("127.0.0.1", port)
        head = f"POST {PATHS[number % 4]} HTTP/1.1\r\nHost: 127.0.0.1\r\n"
        rest = "X-Slow: " if number % 8 < 4 else "Content-Length: 1000\r\n\r\nhalf"
        writer.write((head + rest).encode())
        await writer.drain()
        writers.append(writer)
    yield
    assert not [writer for writer in writers if writer.transport.is_closing()]
    for writer in writers:
        writer.transport.abort()


async def test_callbacks_are_taken_and_answered_beside_them(
    served_house: tuple[WeComFake, int],
) -> None:
    wecom, port = served_house
    for person in PEOPLE:
        wecom.member(person)
    async with dribbling(port):
        taken = await asyncio.gather(*(wecom.say("联系人电话？", who) for who in PEOPLE))
        await until(lambda: all(wecom.texts(who) for who in PEOPLE), 30)

    assert taken == [[200]] * len(PEOPLE)
    assert [len(wecom.texts(who)) for who in PEOPLE] == [1] * len(PEOPLE)


async def test_programs_are_answered_beside_them(served_house: tuple[WeComFake, int]) -> None:
    url = f"http://127.0.0.1:{served_house[1]}/api/ask"
    async with dribbling(served_house[1]), httpx.AsyncClient(timeout=5) as client:
        asked = [client.get(url, params={"q": "联系人电话？", "session": who}) for who in PEOPLE]
        answers = await asyncio.gather(*asked)

    assert {answer.status_code for answer in answers} == {200}
    assert all("联系电话" in answer.json()["text"] for answer in answers)
