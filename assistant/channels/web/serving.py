"""Serves an application at an address of this machine; and platforms' callbacks without the page."""

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator, Sequence

import h11
import uvicorn
from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp
from uvicorn.protocols.http.h11_impl import H11Protocol

from assistant.errors import ChannelError
from assistant.glossary import Address, Outcome, Receipt, Reply

# Who has not brought a request to its end in this time, or twice this time, is cut off; enough for
# an upload of 20 MB over 3 Mbit/s.
REQUEST_SECONDS = 60.0
UNFINISHED = (h11.IDLE, h11.SEND_BODY)


class Doorway:
    """门房: only the callbacks of other channels, where the page is switched off."""

    name = "callbacks"

    def __init__(self, routes: Sequence[Route], host: str, port: int) -> None:
        self._app = Starlette(routes=list(routes), exception_handlers={ClientDisconnect: gone})
        self._host, self._port = host, port

    async def run(self) -> None:
        """Serve until cancelled."""
        async with serving(self._app, self._host, self._port):
            await asyncio.Event().wait()

    async def send(self, address: Address, reply: Reply, key: str = "") -> Receipt:
        """Nobody looks here."""
        return Receipt(Outcome.GONE, reason="这里只收平台的回调")


async def gone(_request: Request, _error: Exception) -> Response:
    """Who hung up in the middle of a request hears nothing, and the log keeps no traceback of it."""
    return Response(status_code=400)


@contextlib.asynccontextmanager
async def serving(app: ASGIApp, host: str, port: int) -> AsyncIterator[int]:
    """The app is served inside, requests under way are finished; gives the port."""
    config = uvicorn.Config(
        app,
        http=_Impatient,
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_keep_alive=15,
        timeout_graceful_shutdown=5,
        h11_max_incomplete_event_size=64 << 10,
    )
    with _listening(host, port) as listening:
        server = _Server(config)
        task = asyncio.create_task(server.serve(sockets=[listening]))
        try:
            yield listening.getsockname()[1]
        finally:
            server.should_exit = True
            await task


def _listening(host: str, port: int) -> socket.socket:
    """A socket at this address.

    Raises:
        ChannelError: another program has it, or this one may not listen there.
    """
    try:
        return socket.create_server((host, port))
    except OSError as error:
        said = f"{host}:{port} 用不了（{error.strerror}）：停掉占用它的程序，或改 config.yaml 的 web.port"
        raise ChannelError(said, permanent=True) from error


class _Impatient(H11Protocol):
    """Cuts connections that dribble: each holds a file descriptor, and uvicorn waits for ever."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to watch it; its answers go out at once.

        asyncio sees to that only where a socket names its protocol, which `create_server` does not:
        head and body are two writes, and the second waited 40 ms for the caller's acknowledgement.
        """
        super().connection_made(transport)
        line: socket.socket = transport.get_extra_info("socket")
        line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._watch = self.loop.call_later(REQUEST_SECONDS, self._look, None)

    def connection_lost(self, exc: Exception | None) -> None:
        """There is nothing to watch any more."""
        self._watch.cancel()
        super().connection_lost(exc)

    def _look(self, before: object) -> None:
        now = (self.conn.their_state, self.cycle)
        if now == before and self.conn.their_state in UNFINISHED:
            self.transport.abort()
        else:
            self._watch = self.loop.call_later(REQUEST_SECONDS, self._look, now)


class _Server(uvicorn.Server):
    """Uvicorn without its own signal handlers: `bot.py` decides when to stop."""

    @contextlib.contextmanager
    def capture_signals(self):  # type: ignore[no-untyped-def]
        """Leave the signals alone."""
        yield
