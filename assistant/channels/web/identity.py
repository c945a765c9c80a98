"""Who looks at the page: a secret in a cookie, and what is derived from it.

Only digests leave this module: `name` is the chat under which everything is kept, so that a copy of
the database opens nobody's page; `token` goes into the page's own forms and requests, and another
site's page cannot know it.
"""

import hashlib
import hmac
import secrets
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from assistant.glossary import Address

COOKIE = "visitor"
VISITOR_SECONDS = 90 * 24 * 3600
TOKEN_HEADER = "X-Dafutong"


@dataclass(frozen=True, slots=True)
class Visitor:
    """访问者: whoever holds the cookie."""

    secret: str

    @property
    def name(self) -> str:
        """32 hex digits, the same as long as the cookie lasts."""
        return _digest("name", self.secret)

    @property
    def token(self) -> str:
        """Proof that a request comes from a page of ours."""
        return _digest("token", self.secret)

    @property
    def address(self) -> Address:
        """Where this visitor is reached."""
        return Address("web", self.name, self.name)


def visitor_of(request: Request) -> Visitor:
    """The visitor of the cookie, or a new one; the same for the whole of a request."""
    known = getattr(request.state, "visitor", None)
    if known is None:
        secret = request.cookies.get(COOKIE, "")
        known = Visitor(secret) if secret.isalnum() and len(secret) == 32 else new_visitor()
        request.state.visitor = known
    return known


def new_visitor() -> Visitor:
    """One that nobody can guess."""
    return Visitor(secrets.token_hex(16))


def address_of(request: Request) -> Address:
    """Where the visitor of a request is reached."""
    return visitor_of(request).address


def remember(request: Request, response: Response, visitor: Visitor | None = None) -> None:
    """Keep the visitor in the browser; scripts and other sites' pages cannot see it."""
    response.set_cookie(
        COOKIE,
        (visitor or visitor_of(request)).secret,
        max_age=VISITOR_SECONDS,
        httponly=True,
        samesite="strict",
        secure=request.url.scheme == "https",
    )


def is_foreign(request: Request, token: str | None = None) -> bool:
    """Whether a change is asked for by another site's page: only ours know the token."""
    given = token if token is not None else request.headers.get(TOKEN_HEADER, "")
    if not hmac.compare_digest(given.encode(), visitor_of(request).token.encode()):
        return True
    origin = request.headers.get("Origin")
    return origin is not None and origin.split("://")[-1] != request.headers.get("Host")


def _digest(purpose: str, secret: str) -> str:
    return hashlib.sha256(f"{purpose}:{secret}".encode()).hexdigest()[:32]
