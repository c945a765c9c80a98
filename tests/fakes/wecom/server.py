"""The fake WeCom over HTTP: the API, the callbacks it makes, and /control for judges elsewhere."""

import asyncio
import contextlib
import json
import time
from collections.abc import AsyncIterator
from typing import Any
from urllib.parse import urlencode

import httpx
from starlette.applications import Starlette
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from tests.fakes.serving import cut, served
from tests.fakes.wecom import methods
from tests.fakes.wecom.aibot import AibotFake
from tests.fakes.wecom.callbacks import Caller
from tests.fakes.wecom.platform import Call, Fault, Json, Platform, Refusal, Shown


class WeComFake(Platform):
    """The platform together with the address where it is served, and the people in front of it."""

    url = ""

    def __init__(self, callback: str = "", **about: Any) -> None:
        super().__init__(**about)
        self.caller = Caller(callback, self.corp)
        self.aibot: AibotFake | None = None  # for /control/bot_say and /control/bot_shown
        self.member("zhangsan")

    @property
    def base_url(self) -> str:
        """What the channel's setting base_url must be."""
        return f"{self.url}/cgi-bin"

    @contextlib.asynccontextmanager
    async def serve(self, port: int = 0) -> AsyncIterator["WeComFake"]:
        """Listen in this event loop."""
        async with served(self._app(), port) as self.url:
            yield self

    # What people do; each gives the statuses the callback was answered with

    async def say(self, text: str, user: str = "zhangsan", **more: Any) -> list[int]:
        """Somebody writes."""
        return await self.caller.message(user, "text", Content=text, **more)

    async def send_picture(self, content: bytes, user: str = "zhangsan") -> list[int]:
        """Somebody sends a picture."""
        media_id = self.keep_media("image", "picture", content)
        return await self.caller.message(user, "image", MediaId=media_id, PicUrl="http://x")

    async def press(self, label: str, user: str = "zhangsan") -> list[int]:
        """Somebody presses the newest button of that label."""
        for shown in reversed(self.cards(user)):
            if label in shown.buttons:
                return await self.press_card(shown, shown.buttons[label])
        raise AssertionError(f"no button {label!r} in {[s.buttons for s in self.cards(user)]}")

    async def press_card(self, shown: Shown, key: str) -> list[int]:
        """Somebody's client sends this key, genuine or not."""
        task = shown.card["task_id"]
        return await self.caller.event(
            shown.user,
            "template_card_event",
            EventKey=key,
            TaskId=task,
            CardType="button_interaction",
            ResponseCode=self.new_code(task),
        )

    async def click_menu(self, name: str, user: str = "zhangsan") -> list[int]:
        """Somebody presses an entry of the menu."""
        entries = [one for top in self.menu["button"] for one in (top, *top.get("sub_button", ()))]
        key = next(entry["key"] for entry in entries if entry["name"] == name)
        return await self.caller.event(user, "click", EventKey=key)

    def _app(self) -> Starlette:
        return Starlette(
            routes=[
                Route("/cgi-bin/{method:path}", self._api, methods=["GET", "POST"]),
                Route("/control/{action}", self._control, methods=["GET", "POST"]),
            ]
        )

    async def _api(self, request: Request) -> Response:
        method = request.path_params["method"]
        fault = self._fault(method)
        if fault and fault.when == "delay":
            await asyncio.sleep(fault.seconds)
        if fault and fault.when == "before":
            cut(request)
            return Response(status_code=599)
        if fault and fault.when == "status":
            body = fault.json
            return JSONResponse(body) if body else Response("Bad Gateway", fault.status)
        answer = await self._right(request, method)
        if "content" in answer:  # a file, not JSON
            return Response(answer["content"], media_type="image/jpeg")
        if fault and fault.when == "after":
            cut(request)
        return JSONResponse(answer)

    async def _right(self, request: Request, method: str) -> Json:
        body: Json = {}
        try:
            body, answer = await self._work(request, method)
        except Refusal as refusal:
            answer = {"errcode": refusal.code, "errmsg": refusal.words}
        done = {"errcode": 0, "errmsg": "ok"} | answer
        self.calls.append(Call(method, body, done["errcode"], time.monotonic()))
        return done

    async def _work(self, request: Request, method: str) -> tuple[Json, Json]:
        query = dict(request.query_params)
        if method == "gettoken":
            return {}, methods.gettoken(self, query)
        if method == "webhook/send":
            body = _json(await request.body())
            return body, methods.robot_send(self, query.get("key", ""), body)
        self.check_token(query.get("access_token", ""))
        if method == "media/upload":
            async with request.form() as form:
                part = form.get("media")
                if not isinstance(part, UploadFile):
                    raise Refusal(41005, "missing media data")
                name, content = part.filename or "", await part.read()
            return {}, methods.media_upload(self, query.get("type", ""), name, content)
        if method in methods.ASKED:
            return {}, methods.ASKED[method](self, query)
        if method not in methods.POSTED:
            raise Refusal(-1, f"no such method: {method}")
        body = _json(await request.body())
        return body, methods.POSTED[method](self, query, body)

    def _fault(self, method: str) -> Fault | None:
        for fault in self.faults:
            if fault.method in (method, "*") and fault.times:
                fault.times -= 1
                return fault
        return None

    async def _control(self, request: Request) -> Response:
        """Act as people do, or look at what happened, from outside."""
        action = request.path_params["action"]
        if action == "shown":
            keep = ("id", "user", "kind", "text", "card", "name")
            return JSONResponse([{k: getattr(s, k) for k in keep} for s in self.shown])
        if action == "calls":
            return JSONResponse([[call.method, call.errcode] for call in self.calls])
        if action == "fault":
            self.faults.append(Fault(**await request.json()))
            return JSONResponse({})
        if action in ("say", "press", "click_menu"):
            return JSONResponse(await getattr(self, action)(**await request.json()))
        if self.aibot and action == "bot_say":
            return JSONResponse(await self.aibot.say(**await request.json()))
        if self.aibot and action == "bot_shown":
            return JSONResponse([[s.user, s.kind, s.text, s.buttons] for s in self.aibot.shown])
        if action == "verify":
            return JSONResponse(await self.caller.verify())
        return Response(status_code=404)


def _json(body: bytes) -> Json:
    """The body as the server reads it: UTF-8 as it is, no \\u escapes of letters."""
    try:
        read = json.loads(body)
    except ValueError:
        raise Refusal(47001, "data format error") from None
    if not isinstance(read, dict) or b"\\u4" in body.lower():
        raise Refusal(47001, "data format error")
    return read


async def strange(url: str, query: Json, body: bytes) -> httpx.Response:
    """A stranger's POST to the callback."""
    async with httpx.AsyncClient() as client:
        return await client.post(f"{url}?{urlencode(query)}", content=body)
