"""Guards of the page: safe headers on every answer, and a lock against guessing codes."""

import time
from collections import OrderedDict
from collections.abc import Callable

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
    " form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    # not no-referrer: browsers then say Origin: null with our own forms too
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}
KNOWN = 10_000  # callers remembered at once; the longest silent is forgotten first


class SafeHeaders:
    """Puts the safe headers on every answer."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, add headers to what comes back."""

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, with_headers)


class Lock:
    """At most `tries` misses a caller within `seconds`; then shut until they are past."""

    def __init__(
        self, tries: int = 5, seconds: float = 3600, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._tries, self._seconds, self._clock = tries, seconds, clock
        self._misses: OrderedDict[str, list[float]] = OrderedDict()

    def is_shut(self, caller: str) -> bool:
        """Whether this caller has missed too often lately."""
        return len(self._recent(caller)) >= self._tries

    def miss(self, caller: str) -> None:
        """Count a miss."""
        recent = [*self._recent(caller), self._clock()]
        self._misses.pop(caller, None)
        self._misses[caller] = recent
        while len(self._misses) > KNOWN:
            self._misses.popitem(last=False)

    def _recent(self, caller: str) -> list[float]:
        since = self._clock() - self._seconds
        return [moment for moment in self._misses.get(caller, []) if moment > since]


def caller_of(request: Request) -> str:
    """Who is asking, for the limit: the address of the other end."""
    return request.client.host if request.client else "unknown"
