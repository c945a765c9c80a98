"""The fake AI bot's server: one login at a time, requests with ids that die, streams, cards,
pushes.

It checks what the real one checks (login, ids, lengths, order, times) and remembers what people
see.
"""

import asyncio
import base64
import contextlib
import hashlib
import itertools
import json
import time
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

from markdown_it import MarkdownIt
from websockets.asyncio.server import ServerConnection, serve
from websockets.exceptions import ConnectionClosed
from websockets.http11 import Response

from tests.fakes.wecom.methods import check_card
from tests.fakes.wecom.platform import Json, Platform, Refusal, Shown

BOT_ID = "made-up-bot"
BOT_SECRET = "made-up_Bot-Secret"
STREAM_BYTES = 20480
AT_ONCE = 5.0  # seconds for a welcome or the update of a card
CHUNK_BYTES = 512 * 1024
CLOSES_AFTER = 0.2  # seconds; the real one takes 2 s to 5 min


def visible(markdown: str) -> str:
    """What a reader sees of it: CommonMark, with each line break kept."""
    lines = []
    for token in MarkdownIt("commonmark").parse(markdown):
        if token.type == "inline":
            lines.append("".join(_seen(child) for child in token.children or ()))
        elif token.type in ("fence", "code_block", "html_block", "hr", "bullet_list_open"):
            lines.append(f"⟦{token.type}⟧{token.content}")
    return "\n".join(lines)


def _seen(token: Any) -> str:
    if token.type in ("softbreak", "hardbreak"):
        return "\n"
    return f"⟦{token.type}⟧" if token.type in ("html_inline", "image") else str(token.content)


@dataclass
class Request:
    """A callback that may be answered: `kind` is message, enter_chat or template_card_event."""

    kind: str
    chat: str
    at: float = field(default_factory=time.monotonic)
    finished: bool = False
    pending: bool = False  # an answer was sent and is not acknowledged yet
    task: str = ""
    shown: Shown | None = None
    frames: list[str] = field(default_factory=list)  # the texts of a stream, one after the other


@dataclass
class Login:
    """A connection of a bot; its requests die with it."""

    socket: ServerConnection
    subscribed: bool = False
    requests: dict[str, Request] = field(default_factory=dict)


class AibotFake:
    """The server with its people. `faults` maps a command to what goes wrong with its next calls."""

    def __init__(self, per_minute: int = 30) -> None:
        self.url = ""
        self.down = False
        self.logins: list[Login] = []
        self.shown: list[Shown] = []
        self.calls: list[tuple[str, int]] = []  # command, errcode
        self.hasty = 0  # answers sent before the one before was acknowledged
        self.greyed: dict[str, str] = {}
        self.faults: dict[str, list[str]] = {}  # command -> silent, cut, unsubscribed or a code
        self.talked: set[str] = set()
        self.requests: dict[str, Request] = {}
        self._book = Platform(person_per_minute=0)  # its task ids and media
        self._per_minute = per_minute
        self._numbers = itertools.count(int(time.time()) * 1000)  # none of an earlier run again
        self._frames: dict[str, str] = {}  # as sent, by request
        self._uploads: dict[str, tuple[Json, dict[int, bytes]]] = {}

    @contextlib.asynccontextmanager
    async def serve(self, port: int = 0) -> AsyncIterator["AibotFake"]:
        """Listen in this event loop."""
        listening = serve(
            self._attend, "127.0.0.1", port, ping_interval=None, process_request=self._refused
        )
        async with listening as server:
            self.url = f"ws://127.0.0.1:{next(iter(server.sockets)).getsockname()[1]}"
            yield self

    def break_down(self) -> None:
        """Every connection is cut, and new ones get a 502 until `down` is over."""
        self.down = True
        for login in self.logins:
            login.socket.transport.abort()

    def _refused(self, connection: ServerConnection, _request: object) -> Response | None:
        return connection.respond(HTTPStatus.BAD_GATEWAY, "") if self.down else None

    @property
    def login(self) -> Login | None:
        """The one that counts."""
        return next((one for one in reversed(self.logins) if one.subscribed), None)

    # What people do

    async def say(self, text: str, user: str = "zhangsan", group: str = "", **more: Any) -> str:
        """Somebody writes; in a group they name the bot first. Gives the request's id."""
        named = f"@答复通 {text}" if group else text
        body = {"msgtype": "text", "text": {"content": named}} | more
        return await self.send(body, user, group)

    async def send(self, body: Json, user: str = "zhangsan", group: str = "") -> str:
        """Somebody sends something else."""
        self.talked.add(group or user)
        return await self._call("aibot_msg_callback", "message", self._said(body, user, group))

    async def enter(self, user: str = "zhangsan") -> str:
        """Somebody opens the chat, for the first time today."""
        self.talked.add(user)
        return await self._event({"eventtype": "enter_chat"}, user)

    async def press(self, label: str, user: str = "zhangsan") -> str:
        """Somebody presses the newest button of that label."""
        cards = [s for s in self.shown if s.user == user and label in s.buttons]
        card = cards[-1]
        return await self.press_key(card.buttons[label], card.card["task_id"], user)

    async def press_key(self, key: str, task: str, user: str = "zhangsan") -> str:
        about = {"card_type": "button_interaction", "event_key": key, "task_id": task}
        event = {"eventtype": "template_card_event", "template_card_event": about}
        return await self._event(event, user, task)

    async def repeat(self, request: str) -> None:
        """The platform delivers a callback a second time."""
        login = self.login
        assert login
        await login.socket.send(self._frames[request])

    async def _event(self, event: Json, user: str, task: str = "") -> str:
        body = self._said({"msgtype": "event", "event": event}, user, "")
        return await self._call("aibot_event_callback", event["eventtype"], body, task)

    def _said(self, body: Json, user: str, group: str) -> Json:
        about = {
            "msgid": f"msg{next(self._numbers)}",
            "aibotid": BOT_ID,
            "create_time": int(time.time()),
            "chattype": "group" if group else "single",
            "from": {"userid": user},
        }
        return about | ({"chatid": group} if group else {}) | body

    async def _call(self, command: str, kind: str, body: Json, task: str = "") -> str:
        login = self.login
        assert login, "no bot is logged in"
        request = f"req{next(self._numbers)}"
        chat = body.get("chatid") or body["from"]["userid"]
        login.requests[request] = self.requests[request] = Request(kind, chat, task=task)
        frame = {"cmd": command, "headers": {"req_id": request}, "body": body}
        self._frames[request] = json.dumps(frame, ensure_ascii=False)
        await login.socket.send(self._frames[request])
        return request

    # What the server makes of it

    async def _attend(self, socket: ServerConnection) -> None:
        login = Login(socket)
        self.logins.append(login)
        acknowledging: set[asyncio.Task[None]] = set()
        try:
            async for words in socket:
                frame = json.loads(words)
                task = asyncio.create_task(
                    self._acknowledge(login, frame, *self._judge(login, frame))
                )
                acknowledging.add(task)
        except ConnectionClosed:
            pass
        finally:
            self.logins.remove(login)
            await asyncio.gather(*acknowledging, return_exceptions=True)

    def _judge(self, login: Login, frame: Json) -> tuple[int, Json]:
        """What the frame does, and how it is acknowledged."""
        command, request = frame["cmd"], frame["headers"]["req_id"]
        faults = self.faults.get(command, [])
        fault = faults.pop(0) if faults else ""
        known = login.requests.get(request)
        if known:
            self.hasty += known.pending
            known.pending = True
        try:
            if fault == "unsubscribed":
                login.subscribed = False
            if fault.isdigit():
                raise Refusal(int(fault), "as the test wants it")
            if fault != "lost":
                answer = self._work(login, frame, known)
            code = 0
        except Refusal as refusal:
            code, answer = refusal.code, {}
        self.calls.append((command, code))
        if fault in ("silent", "lost"):
            code, answer = -999, {}
        if fault == "cut":
            login.socket.transport.abort()
            code = -999
        return code, answer

    async def _acknowledge(self, login: Login, frame: Json, code: int, answer: Json) -> None:
        await asyncio.sleep(0.01)
        request = frame["headers"]["req_id"]
        if request in login.requests:
            login.requests[request].pending = False
        if code == -999:
            return
        words = {"headers": {"req_id": request}, "errcode": code, "errmsg": "as judged"}
        if answer:
            words["body"] = answer
        with contextlib.suppress(ConnectionClosed):
            await login.socket.send(json.dumps(words))
        if frame["cmd"] == "aibot_subscribe" and code == 0:
            await self._throw_out_others(login)

    async def _throw_out_others(self, login: Login) -> None:
        for other in [one for one in self.logins if one is not login and one.subscribed]:
            other.subscribed = False
            event = {"eventtype": "disconnected_event"}
            body = {"msgtype": "event", "event": event}
            frame = {"cmd": "aibot_event_callback", "headers": {"req_id": "x"}, "body": body}
            with contextlib.suppress(ConnectionClosed):
                await other.socket.send(json.dumps(frame))
                await asyncio.sleep(CLOSES_AFTER)
                await other.socket.close()

    def _work(self, login: Login, frame: Json, known: Request | None) -> Json:
        command, body = frame["cmd"], frame.get("body", {})
        if command == "aibot_subscribe":
            if (body.get("bot_id"), body.get("secret")) != (BOT_ID, BOT_SECRET):
                raise Refusal(853000, "invalid bot_id or secret")
            login.subscribed = True
            return {}
        if not login.subscribed:
            raise Refusal(846609, "not subscribed")
        if command == "ping":
            return {}
        if command in ANSWERS:
            kind, answer = ANSWERS[command]
            if known is None or known.kind != kind:
                raise Refusal(846605, "invalid req_id")
            answer(self, known, body)
            return {}
        return COMMANDS[command](self, body)

    def respond(self, request: Request, body: Json) -> None:
        """A frame of a stream, or its last one with pictures and a card."""
        if request.finished:
            raise Refusal(846608, "stream expired")
        _demand(body["msgtype"] in ("stream", "stream_with_template_card"), 40008)
        stream = body["stream"]
        _demand(bool(stream.get("id")), 40058)
        _demand(len(stream.get("content", "").encode()) <= STREAM_BYTES, 40058)
        _demand(stream["finish"] or not stream.get("msg_item"), 40058)
        if request.shown is None:
            request.shown = Shown(stream["id"], request.chat, "stream")
            self.shown.append(request.shown)
        _demand(request.shown.id == stream["id"], 40058)
        request.shown.text = visible(stream["content"])
        request.frames.append(request.shown.text)
        for item in stream.get("msg_item", ()):
            content = base64.b64decode(item["image"]["base64"])
            _demand(hashlib.md5(content).hexdigest() == item["image"]["md5"], 301019)
            self.shown.append(Shown("", request.chat, "image", content=content))
        if card := body.get("template_card"):
            self._show_card(request.chat, card)
        request.finished = stream["finish"]

    def welcome(self, request: Request, body: Json) -> None:
        _demand(time.monotonic() - request.at <= AT_ONCE, 846605)
        self.shown.append(Shown("", request.chat, "text", body["text"]["content"]))

    def update(self, request: Request, body: Json) -> None:
        _demand(time.monotonic() - request.at <= AT_ONCE, 846605)
        card = body["template_card"]
        _demand(body.get("response_type") == "update_template_card", 40008)
        _demand(card.get("task_id") == request.task and "card_action" in card, 42014)
        self.greyed[request.task] = card["main_title"]["title"]

    def push(self, body: Json) -> Json:
        chat, kind = body.get("chatid", ""), body.get("msgtype", "")
        _demand(chat in self.talked, 846607)
        _demand(kind in ("markdown", "template_card", "image", "file"), 40008)
        if self._book.is_flood(chat, self._per_minute):
            raise Refusal(45009, "api freq out of limit")
        if kind == "template_card":
            self._show_card(chat, body["template_card"])
        elif kind == "markdown":
            words = body["markdown"]["content"]
            _demand(0 < len(words.encode()) <= STREAM_BYTES, 40058)
            self.shown.append(Shown("", chat, "markdown", visible(words)))
        else:
            name, content = self._book.media(kind, body[kind]["media_id"])
            self.shown.append(Shown("", chat, kind, name=name, content=content))
        return {}

    def begin_upload(self, body: Json) -> Json:
        _demand(1 <= body["total_chunks"] <= 100, 40006)
        upload = f"upload{next(self._numbers)}"
        self._uploads[upload] = (body, {})
        return {"upload_id": upload}

    def take_chunk(self, body: Json) -> Json:
        content = base64.b64decode(body["base64_data"])
        _demand(len(content) <= CHUNK_BYTES, 40006)
        self._uploads[body["upload_id"]][1][body["chunk_index"]] = content
        return {}

    def end_upload(self, body: Json) -> Json:
        about, chunks = self._uploads.pop(body["upload_id"])
        content = b"".join(chunks[n] for n in range(about["total_chunks"]))
        _demand(len(content) == about["total_size"], 40006)
        _demand(hashlib.md5(content).hexdigest() == about["md5"], 301019)
        media_id = self._book.keep_media(about["type"], about["filename"], content)
        return {"type": about["type"], "media_id": media_id, "created_at": int(time.time())}

    def _show_card(self, chat: str, card: Json) -> None:
        check_card(card)
        self._book.take_task(card["task_id"])
        title = card["main_title"]["title"]
        self.shown.append(Shown("", chat, "card", title, card=card))

    # What tests look at

    def texts(self, user: str = "zhangsan") -> list[str]:
        """The words shown in the chat, in order; cards and files are not words."""
        kinds = ("stream", "markdown", "text")
        return [s.text for s in self.shown if s.user == user and s.kind in kinds]

    def count(self, command: str) -> int:
        return sum(called == command for called, _ in self.calls)


def _demand(good: bool, code: int) -> None:
    if not good:
        raise Refusal(code, "as documented")


ANSWERS: dict[str, tuple[str, Callable[[AibotFake, Request, Json], None]]] = {
    "aibot_respond_msg": ("message", AibotFake.respond),
    "aibot_respond_welcome_msg": ("enter_chat", AibotFake.welcome),
    "aibot_respond_update_msg": ("template_card_event", AibotFake.update),
}
COMMANDS: dict[str, Callable[[AibotFake, Json], Json]] = {
    "aibot_send_msg": AibotFake.push,
    "aibot_upload_media_init": AibotFake.begin_upload,
    "aibot_upload_media_chunk": AibotFake.take_chunk,
    "aibot_upload_media_finish": AibotFake.end_upload,
}
