"""The fake Telegram over HTTP: the Bot API itself, and /control for judges in another process."""

import asyncio
import contextlib
import json
import time
from collections.abc import AsyncIterator
from dataclasses import asdict
from typing import Any
from urllib.parse import unquote

import httpx
from starlette.applications import Starlette
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from tests.fakes.serving import cut, served
from tests.fakes.telegram.methods import METHODS, Refusal
from tests.fakes.telegram.platform import TOKEN, Call, Fault, Json, Platform

NAMES = {name.lower(): name for name in METHODS}  # the server does not mind case
RETRY_PAUSE = 0.05  # seconds before a refused webhook delivery is tried again


class TelegramFake(Platform):
    """The platform together with the address where it is served."""

    url = ""

    @property
    def base_url(self) -> str:
        """What the channel's setting base_url must be."""
        return f"{self.url}/bot"

    @property
    def base_file_url(self) -> str:
        """What the channel's setting base_file_url must be."""
        return f"{self.url}/file/bot"

    @contextlib.asynccontextmanager
    async def serve(self, port: int = 0) -> AsyncIterator["TelegramFake"]:
        """Listen in this event loop."""
        pushing = asyncio.create_task(self._push())
        try:
            async with served(self._app(), port) as self.url:
                yield self
                self.closing = True
                self.news.set()
        finally:
            pushing.cancel()

    def _app(self) -> Starlette:
        return Starlette(
            routes=[
                Route("/bot{rest:path}", self._api, methods=["GET", "POST"]),
                Route("/file/bot{rest:path}", self._file),
                Route("/control/{action}", self._control, methods=["POST"]),
            ]
        )

    async def _api(self, request: Request) -> Response:
        token, _, method = unquote(request.path_params["rest"]).rpartition("/")
        if token != TOKEN:
            return _refused(Refusal(401, "Unauthorized"))
        name = NAMES.get(method.lower())
        if name is None:
            return _refused(Refusal(404, "Not Found"))
        params = _decoded(await _fields(request))
        fault = self._fault(name)
        if fault and fault.when == "delay":
            await asyncio.sleep(fault.seconds)
        if fault and fault.when in ("before", "status"):
            response = self._wrong(request, fault)
        else:
            response = await self._right(name, params)
        self.calls.append(Call(name, params, response.status_code, time.monotonic()))
        if fault and fault.when == "after":
            cut(request)
        return response

    async def _right(self, name: str, params: Json) -> Response:
        try:
            return JSONResponse({"ok": True, "result": await METHODS[name](self, params)})
        except Refusal as refusal:
            return _refused(refusal)

    def _wrong(self, request: Request, fault: Fault) -> Response:
        if fault.when == "before":
            cut(request)
            return Response(status_code=599)  # goes nowhere; marks the call in the log
        if fault.json is not None:
            return JSONResponse(fault.json, fault.status)
        return Response("<html>Bad Gateway</html>", fault.status)

    def _fault(self, method: str) -> Fault | None:
        for fault in self.faults:
            if fault.method in (method, "*") and fault.times:
                fault.times -= 1
                return fault
        return None

    async def _file(self, request: Request) -> Response:
        token, _, path = unquote(request.path_params["rest"]).partition("/")
        file_id = path.rpartition("/")[2]
        if token != TOKEN or file_id not in self.files:
            return _refused(Refusal(404, "Not Found"))
        return Response(self.files[file_id][1])

    async def _push(self) -> None:
        """Deliver to the webhook while there is one: one update at a time, until it is taken."""
        async with httpx.AsyncClient() as client:
            while True:
                await self.news.wait()
                if not (self.webhook["url"] and self.updates):
                    await asyncio.sleep(RETRY_PAUSE)
                    continue
                if await self._pushed(client, self.updates[0]):
                    self.updates.popleft()
                    self.confirmed += 1
                else:
                    await asyncio.sleep(RETRY_PAUSE)

    async def _pushed(self, client: httpx.AsyncClient, update: Json) -> bool:
        headers = {"X-Telegram-Bot-Api-Secret-Token": self.webhook["secret_token"]}
        try:
            answer = await client.post(self.webhook["url"], json=update, headers=headers)
        except httpx.HTTPError:
            return False
        return answer.is_success

    async def _control(self, request: Request) -> Response:
        """Act as people do, or look at what happened, from outside."""
        action = request.path_params["action"]
        if action == "shown":
            return JSONResponse([asdict(s) | {"content": len(s.content)} for s in self.shown])
        if action == "calls":
            return JSONResponse([[call.method, call.status] for call in self.calls])
        if action == "fault":
            self.faults.append(Fault(**await request.json()))
            return JSONResponse({})
        if action in ("say", "press", "block", "unblock", "edit", "repeat", "inline", "migrate"):
            return JSONResponse(getattr(self, action)(**await request.json()))
        return Response(status_code=404)


async def _fields(request: Request) -> dict[str, Any]:
    if request.headers.get("content-type", "").startswith("application/json"):
        body: Json = await request.json()
        return dict(request.query_params) | body
    fields: dict[str, Any] = dict(request.query_params)
    async with request.form() as form:
        for name, value in form.items():
            fields[name] = await _part(value)
    return _with_attachments(fields)


async def _part(value: str | UploadFile) -> Any:
    if isinstance(value, UploadFile):
        return value.filename or "", await value.read()
    return value


def _with_attachments(fields: dict[str, Any]) -> dict[str, Any]:
    """ "attach://name" stands for the part of that name."""
    return {
        name: fields.get(value.removeprefix("attach://"), value)
        if isinstance(value, str) and value.startswith("attach://")
        else value
        for name, value in fields.items()
    }


def _refused(refusal: Refusal) -> Response:
    body = {"ok": False, "error_code": refusal.status, "description": refusal.description}
    if refusal.parameters:
        body["parameters"] = refusal.parameters
    return JSONResponse(body, refusal.status)


def _decoded(values: dict[str, Any]) -> Json:
    """Form fields as the server reads them: numbers stay words, lists and objects are JSON."""
    return {name: _decode(value) for name, value in values.items()}


def _decode(value: Any) -> Any:
    if isinstance(value, str) and value[:1] in ("[", "{"):
        try:
            return json.loads(value)
        except ValueError:
            return value  # a text that begins with a bracket
    return value
