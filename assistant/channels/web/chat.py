"""The chat of the page: a question comes as JSON, the reply goes back as an event stream."""

import json
from collections.abc import AsyncIterator
from typing import Any, TypeVar

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from assistant.channels.web.deposits import Deposits
from assistant.channels.web.guards import caller_of
from assistant.channels.web.identity import remember, visitor_of
from assistant.glossary import Address, Message, Reply
from assistant.inbox import Mailbox

MOST_BYTES = 64 << 10  # of a question; the dialogue reads far less
T = TypeVar("T")


def routes() -> list[Route]:
    """The chat."""
    return [
        Route("/chat", chat, methods=["POST"]),
        Route("/notices", notices),
        Route("/notices/seen", seen, methods=["POST"]),
    ]


async def chat(request: Request) -> Response:
    """Answer a question of this visitor, as a stream of events."""
    if _foreign(request):
        return JSONResponse({"text": "请从本页提问"}, 403)
    if not request.app.state.limiter.allows(caller_of(request)):
        return JSONResponse({"text": "问得太快了，请稍等片刻"}, 429)
    text = await _field(request, "text", str)
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
    """What waits for this visitor, reminders and the like, until the page says it was seen."""
    mailbox: Mailbox | None = request.app.state.mailbox
    if mailbox is None:
        return JSONResponse([])
    waiting = await run_in_threadpool(mailbox.waiting, visitor_of(request))
    deposits = request.app.state.deposits
    return JSONResponse(
        [
            shown(one.reply, deposits) | {"id": one.id, "at": f"{one.left_at:%F %H:%M}"}
            for one in waiting
        ]
    )


async def seen(request: Request) -> Response:
    """The page has shown these: {"ids": [1, 2]}."""
    mailbox: Mailbox | None = request.app.state.mailbox
    ids = await _field(request, "ids", list)
    if _foreign(request) or mailbox is None or ids is None:
        return JSONResponse({"text": "请从本页操作"}, 403)
    letters = [one for one in ids if isinstance(one, int)]
    await run_in_threadpool(mailbox.seen, visitor_of(request), letters)
    return Response("", 204)


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


async def _field(request: Request, name: str, kind: type[T]) -> T | None:
    """A field of the JSON in the body; None where there is none of this kind."""
    body = b""
    async for piece in request.stream():
        body += piece
        if len(body) > MOST_BYTES:
            return None
    try:
        value = json.loads(body)[name]
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    return value if isinstance(value, kind) else None


def _foreign(request: Request) -> bool:
    """Whether it comes from another site's page: only our own sets the header."""
    if request.headers.get("X-Dafutong") != "1":
        return True
    origin = request.headers.get("Origin")
    return origin is not None and origin.split("://")[-1] != request.headers.get("Host")
