"""Where WeCom calls us: verified, stored, answered empty; every refusal looks the same."""

import logging
import re
from collections.abc import Awaitable, Callable
from datetime import datetime

from sqlalchemy.exc import SQLAlchemyError
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from assistant.channels.wecom.envelope import Envelope, Forged
from assistant.channels.wecom.incoming import fields_of, key_of
from assistant.inbox import Arrival

log = logging.getLogger(__name__)

BODY_BYTES = 256 * 1024
AGE_SECONDS = 300  # older (or younger) is a replay or a wrong clock
# Found by pattern, so that no parser sees what is not signed yet.
SEALED = re.compile(rb"<Encrypt>\s*(?:<!\[CDATA\[)?([A-Za-z0-9+/=]+)(?:\]\]>)?\s*</Encrypt>")
DECLARATIONS = (b"<!DOCTYPE", b"<!ENTITY")

Take = Callable[[Arrival], Awaitable[object]]


class Callbacks:
    """GET proves that the address is ours; POST brings messages and events."""

    def __init__(
        self, envelope: Envelope, agent_id: int, clock: Callable[[], datetime], take: Take
    ) -> None:
        self._envelope = envelope
        self._agent_id = str(agent_id)
        self._clock = clock
        self._take = take

    def route(self, path: str) -> Route:
        """For the house's web server."""
        return Route(path, self._receive, methods=["GET", "POST"])

    async def _receive(self, request: Request) -> Response:
        try:
            if request.method != "POST":
                words = self._opened(request, request.query_params.get("echostr", ""))
                return Response(words, media_type="text/plain")
            arrival = self._arrival(self._opened(request, await _sealed(request)))
        except Forged as error:
            log.warning("wecom: a callback was refused: %s", error)
            return Response(status_code=403)
        try:
            await self._take(arrival)
        except SQLAlchemyError:
            log.exception("a callback could not be stored; WeCom will send it again")
            return Response(status_code=503)
        return Response(status_code=200)

    def _opened(self, request: Request, sealed: str) -> str:
        query = request.query_params
        timestamp = query.get("timestamp", "")
        message = self._envelope.open(
            query.get("msg_signature", ""), timestamp, query.get("nonce", ""), sealed
        )
        if not re.fullmatch(r"[0-9]{1,12}", timestamp):
            raise Forged("timestamp")
        if abs(self._clock().timestamp() - int(timestamp)) > AGE_SECONDS:
            raise Forged("age")
        return message

    def _arrival(self, message: str) -> Arrival:
        fields = fields_of(message)
        if fields.get("AgentID") != self._agent_id:
            raise Forged("agent")
        return Arrival(key_of(message, fields), fields.get("FromUserName", ""), message)


async def _sealed(request: Request) -> str:
    body = b""
    async for piece in request.stream():
        body += piece
        if len(body) > BODY_BYTES:
            raise Forged("size")
    found = SEALED.findall(body)
    if len(found) != 1 or any(word in body for word in DECLARATIONS):
        raise Forged("outer XML")
    return str(found[0].decode())
