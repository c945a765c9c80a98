"""The pages to read: letters, commitments, contacts; no login is needed for any of them."""

from datetime import date
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from assistant.channels.web.board import link
from assistant.channels.web.entrance import STAFF, account_of
from assistant.channels.web.identity import remember, visitor_of
from assistant.channels.web.marking import letter_html
from assistant.channels.web.templates import page
from knowledge import LetterHead, Library, Span

EXAMPLES = ["有哪些承诺？", "联系人电话是多少？", "知名品牌有多少个？", "你能做什么？"]


def routes() -> list[Route]:
    """The pages."""
    return [
        Route("/", home),
        Route("/letters", letters),
        Route("/letters/{id:int}", letter),
        Route("/letters/{id:int}/text", letter_text),
        Route("/codes/{code}", code),
        Route("/contacts", contacts),
    ]


async def home(request: Request) -> HTMLResponse:
    """The chat."""
    staff = (await account_of(request)).role in STAFF
    token = visitor_of(request).token
    response = page(request, "chat.html", examples=EXAMPLES, token=token, staff=staff)
    remember(request, response)
    return response


async def letters(request: Request) -> HTMLResponse:
    """Every letter, newest first."""
    found = await run_in_threadpool(request.app.state.library.letters)
    newest = sorted(found, key=lambda head: head.letter.date or date.min, reverse=True)
    return page(request, "letters.html", letters=newest)


async def letter(request: Request) -> Response:
    """One letter: head, outline, text with the asked quote marked, indicators, commitments."""
    head = _head(request)
    if head is None:
        return await missing(request)
    values = await run_in_threadpool(
        _letter_values, request.app.state.library, head, _quote(request)
    )
    return page(request, "letter.html", head=head, **values)


async def letter_text(request: Request) -> Response:
    """The text with its outline, to stand beside the chat."""
    head = _head(request)
    if head is None:
        return await missing(request)
    values = await run_in_threadpool(_text_values, request.app.state.library, head, _quote(request))
    return page(request, "letter_text.html", **values)


async def code(request: Request) -> Response:
    """A passage code such as 59-1.2-3: on to the letter with the passage marked."""
    library: Library = request.app.state.library
    found = await run_in_threadpool(library.passage, request.path_params["code"])
    if found is None:
        return await missing(request)
    span = found.passage.span
    return RedirectResponse(link(found.letter.id, span))


async def contacts(request: Request) -> HTMLResponse:
    """Whom to call about each letter."""
    found = await run_in_threadpool(request.app.state.library.letters)
    rows = [_contact(head) for head in found if head.letter.contact.place]
    return page(request, "contacts.html", rows=rows)


async def missing(request: Request, _error: Exception | None = None) -> Response:
    """A page that does not exist."""
    return page(request, "fault.html", 404, words="没有这一页")


async def broken(request: Request, _error: Exception | None = None) -> Response:
    """Something failed; the log knows what."""
    return page(request, "fault.html", 500, words="出了点问题，已经记下，请稍后再试")


def _head(request: Request) -> LetterHead | None:
    library: Library = request.app.state.library
    wanted = request.path_params["id"]
    return next((h for h in library.letters(superseded=True) if h.id == wanted), None)


def _quote(request: Request) -> Span | None:
    try:
        return Span(int(request.query_params["start"]), int(request.query_params["end"]))
    except (KeyError, ValueError):
        return None


def _text_values(library: Library, head: LetterHead, quote: Span | None) -> dict[str, Any]:
    passages = library.findings(head.id).passages
    sections = {passage.section: passage for passage in reversed(passages)}
    return {
        "body": letter_html(library.text(head.id), passages, quote),
        "outline": sorted(sections.values(), key=lambda passage: passage.span),
    }


def _letter_values(library: Library, head: LetterHead, quote: Span | None) -> dict[str, Any]:
    found = library.findings(head.id)
    return _text_values(library, head, quote) | {
        "indicators": found.indicators,
        "commitments": found.commitments,
        "particulars": _particulars(head),
    }


def _particulars(head: LetterHead) -> list[tuple[str, str]]:
    letter, contact = head.letter, head.letter.contact
    rows = [
        ("答复单位", letter.agency),
        ("编号", letter.number and f"第{letter.number}号"),
        ("届次", letter.session),
        ("致", "、".join(letter.addressees)),
        ("建议", letter.subject),
        ("日期", letter.date and letter.date.isoformat()),
        ("文号", letter.doc_no),
        ("类别", letter.category_raw or letter.category),
        ("审签", letter.signer),
        ("联系人", "、".join(contact.names)),
        ("电话", "、".join(contact.phones)),
    ]
    return [(name, value) for name, value in rows if value]


def _contact(head: LetterHead) -> dict[str, Any]:
    letter, contact = head.letter, head.letter.contact
    return {
        "link": f"/letters/{head.id}",
        "number": f"第{letter.number}号" if letter.number else letter.title or head.name,
        "agency": letter.agency or "",
        "names": "、".join(contact.names),
        "phones": contact.phones,
        "postcode": contact.postcode,
    }
