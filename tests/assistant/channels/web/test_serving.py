"""Connections that dribble are cut in time and meanwhile hold up nobody."""

import asyncio
import socket

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, StreamingResponse
from starlette.routing import Route

from assistant.channels.web import serving as at
from assistant.errors import ChannelError
from tests.fakes.waiting import running
from tests.test_bot import free_port

HALF_A_HEAD = b"POST /echo HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: "
HALF_A_BODY = b"POST /echo HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100\r\n\r\nhalf"


async def echo(request: Request) -> PlainTextResponse:
    return PlainTextResponse(await request.body())


async def slow(_request: Request) -> StreamingResponse:
    async def words() -> object:
        for word in "一句一句地说":
            await asyncio.sleep(0.1)
            yield word

    return StreamingResponse(words())  # type: ignore[arg-type]


APP = Starlette(routes=[Route("/echo", echo, methods=["POST"]), Route("/slow", slow)])


@pytest.mark.parametrize("begun", [b"", HALF_A_HEAD, HALF_A_BODY])
async def test_who_never_comes_to_an_end_is_cut(
    begun: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(at, "REQUEST_SECONDS", 0.1)
    async with at.serving(APP, "127.0.0.1", 0) as port:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(begun)
        with pytest.raises((ConnectionError, asyncio.IncompleteReadError)):
            await asyncio.wait_for(reader.readexactly(1), 10)
        writer.close()


async def test_who_hangs_up_in_the_middle_is_no_fault(caplog: pytest.LogCaptureFixture) -> None:
    doorway = at.Doorway([Route("/echo", echo, methods=["POST"])], "127.0.0.1", free_port())
    async with running(doorway):
        await asyncio.sleep(0.2)
        _, writer = await asyncio.open_connection("127.0.0.1", doorway._port)
        writer.write(HALF_A_BODY)
        await writer.drain()
        await asyncio.sleep(0.1)
        writer.transport.abort()
        await asyncio.sleep(0.2)

    assert "ClientDisconnect" not in caplog.text


async def test_a_long_answer_is_no_slow_question(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(at, "REQUEST_SECONDS", 0.1)
    async with at.serving(APP, "127.0.0.1", 0) as port, httpx.AsyncClient() as client:
        said = (await client.get(f"http://127.0.0.1:{port}/slow")).text

    assert said == "一句一句地说"


async def test_an_answer_goes_out_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    lines: list[socket.socket] = []
    begun = at._Impatient.connection_made

    def noting(self: at._Impatient, transport: asyncio.Transport) -> None:
        begun(self, transport)
        lines.append(transport.get_extra_info("socket"))

    monkeypatch.setattr(at._Impatient, "connection_made", noting)
    async with at.serving(APP, "127.0.0.1", 0) as port, httpx.AsyncClient() as client:
        await client.post(f"http://127.0.0.1:{port}/echo", content=b"?")
        waits = [line.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY) == 0 for line in lines]

    assert waits == [False]


async def test_a_port_that_another_has_is_told_in_one_sentence() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]

        with pytest.raises(ChannelError, match=f"127.0.0.1:{port} 用不了.*web.port"):
            async with at.serving(APP, "127.0.0.1", port):
                pass
