"""Who looks at the page: a visitor's cookie, the same that the chat speaks under."""

import secrets

from starlette.requests import Request
from starlette.responses import Response

from assistant.glossary import Address

COOKIE = "visitor"
VISITOR_SECONDS = 90 * 24 * 3600


def visitor_of(request: Request) -> str:
    """The visitor of the cookie, or a new one that nobody can guess."""
    known = request.cookies.get(COOKIE, "")
    return known if known.isalnum() and len(known) == 32 else secrets.token_hex(16)


def address_of(request: Request) -> Address:
    """Where this visitor is reached."""
    visitor = visitor_of(request)
    return Address("web", visitor, visitor)


def remember(response: Response, visitor: str) -> None:
    """Keep the visitor in the browser; scripts and other sites' pages cannot see it."""
    response.set_cookie(COOKIE, visitor, max_age=VISITOR_SECONDS, httponly=True, samesite="strict")
