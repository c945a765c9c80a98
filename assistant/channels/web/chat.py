"""The chat of the page: a question comes as JSON, the reply goes back as an event stream."""

import json
from collections.abc import AsyncIterator
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from assistant.channels.web.deposits import Deposits
from assistant.channels.web.guards import caller_of
from assistant.channels.web.identity import remember, visitor_of
from assistant.glossary import Address, Message, Reply

MOST_BYTES = 64 << 10  # of a question; the dialogue reads far less


def routes() -> list[Route]:
    """The chat."""
    return [Route("/chat", chat, methods=["POST"]), Route("/notices", notices)]


async def chat(request: Request) -> Response:
    """Answer a question of this visitor, as a stream of events."""
    if request.headers.get("X-Dafutong") != "1" or _foreign(request):
        return JSONResponse({"text": "请从本页提问"}, 403)
    if not request.app.state.limiter.allows(caller_of(request)):
        return JSONResponse({"text": "问得太快了，请稍等片刻"}, 429)
    text = await _question(request)
    if text is None:
        return JSONResponse({"text": "没有读到问题"}, 400)
    visitor = visitor_of(request)
    message = Message(Address("web", visitor, visitor), text, request.app.state.clock())
    response = StreamingResponse(_events(request, message), media_type="text/event-stream")
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Accel-Buffering"] = "no"
    remember(response, visitor)
    return response


async def notices(request: Request) -> JSONResponse:
    """What waits for this visitor: reminders and the like."""
    waiting = request.app.state.notices.take(visitor_of(request))
    return JSONResponse([shown(reply, request.app.state.deposits) for reply in waiting])


def shown(reply: Reply, deposits: Deposits) -> dict[str, Any]:
    """A reply as the page draws it."""
    return {
        "files": deposits.keep(reply.files),
        "kind": reply.kind,
        "headline": reply.headline,
        "text": reply.text,
        "citations": [
            {
                "code": c.code,
                "letter_id": c.letter_id,
                "section": c.section,
                "quote": c.quote,
                "start": c.start,
                "end": c.end,
            }
            for c in reply.citations
        ],
        "suggestions": [{"label": s.label, "says": s.words} for s in reply.suggestions],
    }


async def _events(request: Request, message: Message) -> AsyncIterator[str]:
    yield ": thinking\n\n"  # the answer's head leaves at once
    reply = await request.app.state.bridge.ask(message)
    drawn = json.dumps(shown(reply, request.app.state.deposits), ensure_ascii=False)
    yield f"event: reply\ndata: {drawn}\n\n"


async def _question(request: Request) -> str | None:
    body = b""
    async for piece in request.stream():
        body += piece
        if len(body) > MOST_BYTES:
            return None
    try:
        text = json.loads(body)["text"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    return text if isinstance(text, str) else None


def _foreign(request: Request) -> bool:
    """Whether the question comes from another site's page."""
    origin = request.headers.get("Origin")
    return origin is not None and origin.split("://")[-1] != request.headers.get("Host")
