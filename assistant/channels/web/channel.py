"""The web channel: a Starlette application and the server that runs it."""

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime

from sqlalchemy.exc import SQLAlchemyError
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import ClientDisconnect
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from assistant.bridge import Bridge
from assistant.channels.web import api, board, chat, deposits, entrance, health, pages, pictures
from assistant.channels.web.guards import Lock, SafeHeaders
from assistant.channels.web.serving import gone, serving
from assistant.channels.web.streaming import Answers
from assistant.channels.web.templates import STATIC
from assistant.gate import Limiter, Meters
from assistant.glossary import Address, Outcome, Receipt, Reply, ReplyTo
from assistant.inbox import Mailbox
from knowledge import Library

HOME = ["127.0.0.1", "localhost"]
WATCH_SECONDS = 0.05
FILE_BYTES = 20 << 20  # of an uploaded document


class Web:
    """The page at host:port; `probes` say by name what /readyz should find well."""

    name = "web"

    def __init__(
        self,
        library: Library,
        reply_to: ReplyTo,
        clock: Callable[[], datetime],
        *,
        host: str = "127.0.0.1",
        port: int = 8080,
        per_minute: int = 120,
        probes: Sequence[health.Probe] = (),
        gallery: pictures.Gallery = pictures.NO_PICTURES,
        book: board.Book | None = None,
        door: entrance.Door | None = None,
        hosts: Sequence[str] = (),
        file_bytes: int = FILE_BYTES,
        meters: Meters | None = None,
        routes: Sequence[Route] = (),
        mailbox: Mailbox | None = None,
    ) -> None:
        """`routes` are other channels' callbacks, served at the same port.

        `mailbox` keeps reminders until a visitor looks; without one none can be sent here.

        `hosts` are the names under which a proxy passes requests on to this machine.
        """
        self._host, self._port = host, port
        self._bridge = Bridge(reply_to)
        self._mailbox = mailbox
        self.app = Starlette(
            routes=[*_own_routes(), *routes],
            middleware=[Middleware(SafeHeaders), *_hosts(host, hosts)],
            exception_handlers={404: pages.missing, 500: pages.broken, ClientDisconnect: gone},
        )
        state = self.app.state
        state.library, state.bridge, state.clock = library, self._bridge, clock
        state.deposits, state.gallery, state.answers = deposits.Deposits(), gallery, Answers()
        state.limiter, state.file_bytes = Limiter(per_minute), file_bytes
        state.meters = self._meters = meters or Meters()
        state.book, state.door, state.lock = book, door, Lock()
        state.mailbox, state.probes = mailbox, tuple(probes)

    async def run(self) -> None:
        """Serve until cancelled; requests under way are finished."""
        async with serving(self.app, self._host, self._port) as self._port:
            await self._watch()

    async def _watch(self) -> None:
        """Note how long the loop makes a sleeper wait beyond its time."""
        clock, longest = asyncio.get_running_loop().time, 0.0
        while True:
            due = clock() + WATCH_SECONDS
            await asyncio.sleep(WATCH_SECONDS)
            longest = max(longest, clock() - due)
            self._meters.gap.set(longest)

    async def send(self, address: Address, reply: Reply, key: str = "") -> Receipt:
        """Keep the reply for the page's next look; durable on return, shown once, by its key."""
        if self._mailbox is None:
            return Receipt(Outcome.GONE, reason="网页没有开通信箱")
        try:
            await asyncio.to_thread(self._mailbox.leave, address.chat, reply, key)
        except SQLAlchemyError as error:  # a full disk, say: nothing was kept
            return Receipt(Outcome.NOT_SENT, reason=type(error).__name__)
        return Receipt(Outcome.SENT, message_id=key)

    @property
    def address(self) -> str:
        """Where a browser finds the page."""
        return f"http://{self._host}:{self._port}"


def _own_routes() -> list[BaseRoute]:
    """The pages, the chat, the programs' interface and what a watcher asks, at their paths."""
    return [
        Mount("/static", StaticFiles(directory=STATIC)),
        *pages.routes(),
        *board.routes(),
        *entrance.routes(),
        *chat.routes(),
        *api.routes(),
        *deposits.routes(),
        *pictures.routes(),
        *health.routes(),
    ]


def _hosts(host: str, more: Sequence[str]) -> list[Middleware]:
    """At home only, names of home: another site's name that leads here (rebinding) is refused."""
    if host not in HOME:
        return []
    return [Middleware(TrustedHostMiddleware, allowed_hosts=[*HOME, *more], www_redirect=False)]
