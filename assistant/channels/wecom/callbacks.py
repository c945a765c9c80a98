"""Where WeCom calls us: the signature first, then the clock; every refusal looks the same.

Alike for the app (XML outside) and the AI bot (JSON outside); what is inside is theirs to read.
"""

import logging
import re
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from sqlalchemy.exc import SQLAlchemyError
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from assistant.channels.wecom.envelope import Envelope, Forged

log = logging.getLogger(__name__)

BODY_BYTES = 256 * 1024
AGE_SECONDS = 300  # older (or younger) is a replay or a wrong clock
# Found by pattern, so that no parser sees what is not signed yet.
IN_XML = re.compile(rb"<Encrypt>\s*(?:<!\[CDATA\[)?([A-Za-z0-9+/=]+)(?:\]\]>)?\s*</Encrypt>")
IN_JSON = re.compile(rb'"encrypt"\s*:\s*"((?:[A-Za-z0-9+=]|\\?/)+)"')
DECLARATIONS = (b"<!DOCTYPE", b"<!ENTITY")

# Stores what was said and gives the body of the answer, mostly none. Raises Forged.
Take = Callable[[str], Awaitable[bytes]]


@dataclass(frozen=True, slots=True)
class Callbacks:
    """GET proves that the address is ours; POST brings messages and events.

    `clock` is the world's time in seconds since 1970, as the platform signs it.
    """

    envelope: Envelope
    take: Take
    outer: re.Pattern[bytes] = IN_XML
    clock: Callable[[], float] = time.time

    def route(self, path: str) -> Route:
        """For a web server."""
        return Route(path, self._receive, methods=["GET", "POST"])

    async def _receive(self, request: Request) -> Response:
        try:
            if request.method != "POST":
                words = self._opened(request, request.query_params.get("echostr", ""))
                return Response(words, media_type="text/plain")
            sealed = await self._sealed(request)
            return Response(await self.take(self._opened(request, sealed)))
        except Forged as error:
            log.warning("wecom: a callback was refused: %s", error)
            return Response(status_code=403)
        except SQLAlchemyError:
            log.exception("a callback could not be stored; WeCom will send it again")
            return Response(status_code=503)

    def _opened(self, request: Request, sealed: str) -> str:
        query = request.query_params
        timestamp = query.get("timestamp", "")
        message = self.envelope.open(
            query.get("msg_signature", ""), timestamp, query.get("nonce", ""), sealed
        )
        if not re.fullmatch(r"[0-9]{1,12}", timestamp):
            raise Forged("timestamp")
        if abs(self.clock() - int(timestamp)) > AGE_SECONDS:
            raise Forged("age")
        return message

    async def _sealed(self, request: Request) -> str:
        body = b""
        async for piece in request.stream():
            body += piece
            if len(body) > BODY_BYTES:
                raise Forged("size")
        found = self.outer.findall(body)
        if len(found) != 1 or any(word in body for word in DECLARATIONS):
            raise Forged("outer form")
        return str(found[0].replace(b"\\/", b"/").decode())
