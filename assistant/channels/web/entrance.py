"""The entrance: a member comes in with an invitation code and leaves again.

Whoever comes in gets a new cookie, so that one planted before is worth nothing. Wrong codes are
counted by the caller's address, since a cookie is thrown away at will.
"""

from collections.abc import Callable
from dataclasses import dataclass

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from assistant.channels.web.guards import Lock, caller_of
from assistant.channels.web.identity import (
    address_of,
    is_foreign,
    new_visitor,
    remember,
    visitor_of,
)
from assistant.channels.web.templates import page
from assistant.errors import AssistantError
from assistant.glossary import Account, Address, Role

PATH = "/login"
LOCKED = "连续输错五次，已锁定一小时；请稍后再试，或联系管理员。"
STAFF = frozenset({Role.STAFF, Role.SUPERVISOR, Role.ADMIN})
SEE_OTHER = 303  # after a form: go on with GET


@dataclass(frozen=True, slots=True)
class Door:
    """门: what the entrance may ask of the people's room."""

    account_of: Callable[[Address], Account]
    redeem: Callable[[Address, str], Account]
    leave: Callable[[Address], None]
    role_words: Callable[[Role], str]


def routes() -> list[Route]:
    """The entrance and the exit."""
    return [
        Route(PATH, show, methods=["GET"]),
        Route(PATH, enter, methods=["POST"]),
        Route("/logout", leave, methods=["POST"]),
    ]


async def account_of(request: Request) -> Account:
    """Who is asking; without a door everybody is a visitor."""
    door: Door | None = request.app.state.door
    if door is None:
        return Account(0, "", Role.VISITOR)
    return await run_in_threadpool(door.account_of, address_of(request))


async def show(request: Request) -> Response:
    """Who one is, or where to put the code."""
    return await _form(request)


async def enter(request: Request) -> Response:
    """Take the code of the form."""
    lock: Lock = request.app.state.lock
    form = await request.form(max_fields=4, max_files=0)
    door: Door | None = request.app.state.door
    if door is None or is_foreign(request, str(form.get("token", ""))):
        return await _form(request, "请从本页登录。", 403)
    if lock.is_shut(caller_of(request)):
        return await _form(request, LOCKED, 429)
    newcomer = new_visitor()
    try:
        await run_in_threadpool(door.redeem, newcomer.address, str(form.get("code", "")))
    except AssistantError as error:
        lock.miss(caller_of(request))
        return await _form(request, str(error), 403)
    response = RedirectResponse("/commitments", SEE_OTHER)
    remember(request, response, newcomer)
    return response


async def leave(request: Request) -> Response:
    """Forget who sat here; the account's other channels stay."""
    form = await request.form(max_fields=2, max_files=0)
    door: Door | None = request.app.state.door
    if door is None or is_foreign(request, str(form.get("token", ""))):
        return await _form(request, "请从本页退出。", 403)
    await run_in_threadpool(door.leave, address_of(request))
    response = RedirectResponse(PATH, SEE_OTHER)
    remember(request, response, new_visitor())
    return response


async def _form(request: Request, fault: str = "", status: int = 200) -> Response:
    account = await account_of(request)
    door: Door | None = request.app.state.door
    role = door.role_words(account.role) if door else ""
    member = account.role is not Role.VISITOR
    values = {"account": account, "role": role, "member": member, "fault": fault}
    response = page(request, "login.html", status, token=visitor_of(request).token, **values)
    remember(request, response)
    return response
