"""Serves an application at an address of this machine; and platforms' callbacks without the page."""

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator, Sequence

import uvicorn
from starlette.applications import Starlette
from starlette.routing import Route
from starlette.types import ASGIApp

from assistant.glossary import Address, Outcome, Receipt, Reply


class Doorway:
    """门房: only the callbacks of other channels, where the page is switched off."""

    name = "callbacks"

    def __init__(self, routes: Sequence[Route], host: str, port: int) -> None:
        self._app = Starlette(routes=list(routes))
        self._host, self._port = host, port

    async def run(self) -> None:
        """Serve until cancelled."""
        async with serving(self._app, self._host, self._port):
            await asyncio.Event().wait()

    async def send(self, address: Address, reply: Reply, key: str = "") -> Receipt:
        """Nobody looks here."""
        return Receipt(Outcome.GONE, reason="这里只收平台的回调")


@contextlib.asynccontextmanager
async def serving(app: ASGIApp, host: str, port: int) -> AsyncIterator[int]:
    """The app is served inside, requests under way are finished; gives the port."""
    config = uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_keep_alive=15,
        timeout_graceful_shutdown=5,
        h11_max_incomplete_event_size=64 << 10,
    )
    with socket.create_server((host, port)) as listening:
        server = _Server(config)
        task = asyncio.create_task(server.serve(sockets=[listening]))
        try:
            yield listening.getsockname()[1]
        finally:
            server.should_exit = True
            await task


class _Server(uvicorn.Server):
    """Uvicorn without its own signal handlers: `bot.py` decides when to stop."""

    @contextlib.contextmanager
    def capture_signals(self):  # type: ignore[no-untyped-def]
        """Leave the signals alone."""
        yield
