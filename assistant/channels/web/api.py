"""A small HTTP API: ask, letters, indicators, commitments, contacts; described as OpenAPI."""

import json
from collections.abc import Awaitable, Callable
from dataclasses import asdict, is_dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from assistant.channels.web.chat import shown
from assistant.channels.web.guards import caller_of
from assistant.channels.web.templates import page
from assistant.glossary import Address, Message
from knowledge import Commitment, Contact, Indicator, Library

CALLS = [
    ("GET", "/api/ask?q=问题", "问一句：答案、原话、出处；session 相同的追问连得上"),
    ("GET", "/api/letters", "函件"),
    ("GET", "/api/indicators", "指标；letter=函件 id 只看一件"),
    ("GET", "/api/commitments", "承诺事项；letter=函件 id 只看一件"),
    ("GET", "/api/contacts", "联系人"),
]
MOST_QUESTION = 4000  # characters of a question in an address
Answer = Callable[[Request], Awaitable[Response]]


class Plain(JSONResponse):
    """JSON with dates, decimals and Chinese as they are."""

    def render(self, content: Any) -> bytes:
        """The bytes of the answer."""
        return json.dumps(content, ensure_ascii=False, default=_plain).encode()


def routes() -> list[Route]:
    """The API."""
    return [
        Route("/api", index),
        Route("/api/openapi.json", description),
        Route("/api/ask", _limited(ask)),
        Route("/api/letters", _limited(letters)),
        Route("/api/indicators", _limited(_facts(Indicator))),
        Route("/api/commitments", _limited(_facts(Commitment))),
        Route("/api/contacts", _limited(_facts(Contact))),
    ]


async def index(request: Request) -> Response:
    """A page that lists the calls."""
    limit = request.app.state.limiter.per_minute
    return page(request, "api.html", calls=CALLS, per_minute=limit)


async def description(_request: Request) -> Response:
    """The calls as OpenAPI 3.1."""
    paths = {
        path.split("?")[0]: {
            "get": {
                "summary": words,
                "parameters": _parameters(path),
                "responses": {"200": {"description": "JSON"}, "429": {"description": "太快了"}},
            }
        }
        for _, path, words in CALLS
    }
    info = {"title": "Dafutong 答复通", "version": "1"}
    return Plain({"openapi": "3.1.0", "info": info, "paths": paths})


async def ask(request: Request) -> Response:
    """One question, one reply."""
    text = request.query_params.get("q", "")[:MOST_QUESTION]
    session = request.query_params.get("session", "")[:64]
    state = request.app.state
    # nobody in person: a session's name is anybody's to guess, so it never carries a role
    address = Address("api", f"{caller_of(request)}/{session}", group=True)
    reply = await state.bridge.ask(Message(address, text, state.clock()))
    return Plain(shown(reply, state.deposits))


async def letters(request: Request) -> Response:
    """The letters that answer."""
    found = await run_in_threadpool(request.app.state.library.letters)
    return Plain([{"id": h.id, "code": h.code, "name": h.name, "letter": h.letter} for h in found])


def _facts(kind: type[Any]) -> Answer:
    async def answer(request: Request) -> Response:
        wanted = request.query_params.get("letter", "")
        return Plain(await run_in_threadpool(_rows, request.app.state.library, kind, wanted))

    return answer


def _rows(library: Library, kind: type[Any], wanted: str) -> list[dict[str, Any]]:
    heads = [h for h in library.letters() if not wanted or str(h.id) == wanted]
    return [
        {"letter": head.id, "quote": evidence.quote, "fact": evidence.fact}
        for head in heads
        for evidence in library.facts(head.id)
        if isinstance(evidence.fact, kind)
    ]


def _limited(answer: Answer) -> Answer:
    async def guarded(request: Request) -> Response:
        if not request.app.state.limiter.allows(caller_of(request)):
            return Plain({"text": "问得太快了，请稍等片刻"}, 429)
        return await answer(request)

    return guarded


def _parameters(path: str) -> list[dict[str, Any]]:
    asked = path.startswith("/api/ask")
    names = ["q", "session"] if asked else ["letter"]
    if path in ("/api/letters", "/api/contacts"):
        names = []
    return [
        {"name": name, "in": "query", "required": name == "q", "schema": {"type": "string"}}
        for name in names
    ]


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return format(value, "f")
    raise TypeError(f"{type(value).__name__} has no JSON form here")
