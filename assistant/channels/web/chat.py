"""The chat of the page: a question comes as JSON, a file as a form; the reply is an event stream,
which a page that lost it can ask for again.
"""

import json
import re
from typing import Any, TypeVar

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from assistant.channels.web.deposits import Deposits
from assistant.channels.web.entrance import STAFF, account_of
from assistant.channels.web.guards import caller_of
from assistant.channels.web.identity import address_of, is_foreign, remember, visitor_of
from assistant.channels.web.streaming import Answers
from assistant.glossary import Attachment, Message, Reply
from assistant.inbox import Mailbox

MOST_BYTES = 64 << 10  # of a question; the dialogue reads far less
FORM_BYTES = 4 << 10  # of a form around its file
JOINING = re.compile(r"\s*(/join|绑定)\b", re.IGNORECASE)
ENTER = "在网页上请到“登录”页输入邀请码，不要发在对话里。"
T = TypeVar("T")


def routes() -> list[Route]:
    """The chat."""
    return [
        Route("/chat", chat, methods=["POST"]),
        Route("/chat/{id}", again, methods=["GET"]),
        Route("/upload", upload, methods=["POST"]),
        Route("/notices", notices),
        Route("/notices/seen", seen, methods=["POST"]),
    ]


async def chat(request: Request) -> Response:
    """Answer a question of this visitor, as a stream of events."""
    if is_foreign(request):
        return JSONResponse({"text": "请从本页提问"}, 403)
    if not request.app.state.limiter.allows(caller_of(request)):
        return JSONResponse({"text": "问得太快了，请稍等片刻"}, 429)
    text = await _field(request, "text", str)
    if text is None:
        return JSONResponse({"text": "没有读到问题"}, 400)
    return _answering(request, Message(address_of(request), text, request.app.state.clock()))


async def again(request: Request) -> Response:
    """An answer whose stream broke, to the visitor who asked for it."""
    answers: Answers = request.app.state.answers
    found = answers.stream(visitor_of(request).name, request.path_params["id"])
    return found or JSONResponse({"text": "这个回答已经不在了，请再问一次"}, 404)


async def upload(request: Request) -> Response:
    """Take a letter or table of a staff member; the reply shows what was understood."""
    if is_foreign(request):
        return JSONResponse({"text": "请从本页发送"}, 403)
    if (await account_of(request)).role not in STAFF:
        return JSONResponse({"text": "收录文件限工作人员，请先登录"}, 403)
    most = request.app.state.file_bytes
    if int(request.headers.get("Content-Length") or most * 2) > most + FORM_BYTES:
        return JSONResponse({"text": f"文件超过 {most >> 20} MB，收不下"}, 413)
    file = await _file(request)
    if file is None:
        return JSONResponse({"text": "没有读到文件"}, 400)
    now = request.app.state.clock()
    return _answering(request, Message(address_of(request), "", now, (file,), "file"))


async def notices(request: Request) -> JSONResponse:
    """What waits for this visitor, reminders and the like, until the page says it was seen."""
    mailbox: Mailbox | None = request.app.state.mailbox
    if mailbox is None:
        return JSONResponse([])
    waiting = await run_in_threadpool(mailbox.waiting, visitor_of(request).name)
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
    if is_foreign(request) or mailbox is None or ids is None:
        return JSONResponse({"text": "请从本页操作"}, 403)
    letters = [one for one in ids if isinstance(one, int)]
    await run_in_threadpool(mailbox.seen, visitor_of(request).name, letters)
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


def _answering(request: Request, message: Message) -> Response:
    answers: Answers = request.app.state.answers
    visitor = visitor_of(request).name
    response = answers.stream(visitor, answers.begin(visitor, _answer(request, message)))
    assert response is not None
    remember(request, response)
    return response


async def _answer(request: Request, message: Message) -> dict[str, Any]:
    if JOINING.match(message.text):  # a code belongs into the form, which changes the cookie
        reply = Reply("help", ENTER.rstrip("。"), ENTER, evidence="none")
    else:
        reply = await request.app.state.bridge.ask(message)
    return shown(reply, request.app.state.deposits)


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


async def _file(request: Request) -> Attachment | None:
    """The file of the form; what is no such form is none."""
    try:
        async with request.form(max_files=1, max_fields=2) as form:
            sent = form.get("file")
            if not isinstance(sent, UploadFile):
                return None
            media = sent.content_type or "application/octet-stream"
            return Attachment(sent.filename or "文件", await sent.read(), media)
    except (HTTPException, AssertionError):  # a broken form; or none, and no boundary
        return None
