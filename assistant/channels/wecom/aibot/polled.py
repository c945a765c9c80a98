"""The AI bot by JSON callback: WeCom calls us, then asks again and again until the answer is there.

Nothing can be pushed in this mode. An answer nobody came back for, and what a stream has no room
for, go to the callback's `response_url`, which takes one message within the hour.
"""

import asyncio
import contextlib
import hashlib
import json
import logging
import re
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from starlette.routing import Route

from assistant.bridge import APOLOGY, Bridge
from assistant.channels.wecom.aibot.channel import Options
from assistant.channels.wecom.aibot.files import Files
from assistant.channels.wecom.aibot.incoming import CHANNEL, address_of, event_of, hear, key_of
from assistant.channels.wecom.aibot.listening import Listener
from assistant.channels.wecom.aibot.rendering import (
    CONTENT_BYTES,
    Json,
    Parcel,
    greyed,
    last_body,
    render,
    stream_body,
    streamed,
)
from assistant.channels.wecom.asking import as_json, ask, open_http
from assistant.channels.wecom.callbacks import IN_JSON, Callbacks
from assistant.channels.wecom.cards import chosen
from assistant.channels.wecom.envelope import Envelope, Forged
from assistant.channels.wecom.failures import Broken
from assistant.channels.wecom.markup import escaped
from assistant.errors import ChannelError
from assistant.glossary import Address, Outcome, Receipt, Reply, ReplyTo
from assistant.inbox import (
    Arrival,
    Buttons,
    Chats,
    Inbox,
    Lanes,
    Occasion,
    Pauses,
    Stored,
    keep_tidy,
    marked_repeated,
)
from assistant.splitting import shorten, utf8_bytes
from assistant.storage import Database

log = logging.getLogger(__name__)

WAITING = "正在查阅答复函……"
FIRST_WAIT = 1.5  # seconds until the first answer to a callback; the platform gives five
GOOD_FOR = 3600.0  # seconds in which a response_url takes its message
KEPT = 1000  # streams remembered
TOO_LONG = "\n\n（答案太长，余下的放不下；请分开问，或者到网页上看）"
NO_FILE = "（附件“{}”在这里发不了，请到网页上取）"
HALF_ESCAPE = re.compile(r"(?<!\\)((?:\\\\)*)\\…$")
NO_PUSH = "智能机器人的回调方式不能主动推送；请改用长连接，或订阅到自建应用"


@dataclass(frozen=True, slots=True)
class Callback:
    """What stands in the bot's callback settings; seconds where it says nothing else."""

    token: str = field(repr=False)
    aes_key: str = field(repr=False)
    path: str = "/wecom/aibot"
    timeout: float = 10.0
    patience: float = 10.0  # without a question for the stream: nobody comes back for it
    pause: float = 1.0


@dataclass(slots=True)
class Stream:
    """流: one answer on its way; `last` is there once it is ready."""

    last: Json | None = None
    ready: asyncio.Event = field(default_factory=asyncio.Event)
    fetched: asyncio.Event = field(default_factory=asyncio.Event)
    asked_at: float = field(default_factory=time.monotonic)


class WeComAibotPolled:
    """企业微信智能机器人（回调）. `routes()` are for the house's web server."""

    name = CHANNEL
    trouble = ""

    def __init__(
        self,
        callback: Callback,
        reply_to: ReplyTo,
        database: Database,
        clock: Callable[[], datetime],
        options: Options | None = None,
    ) -> None:
        options = options or Options()
        self._callback = callback
        self._envelope = Envelope(callback.token, callback.aes_key, "")
        self._bridge = Bridge(reply_to, options.threads)
        self._inbox = Inbox(database, CHANNEL, clock)
        self._buttons = Buttons(database, CHANNEL, clock)
        self._chats = Chats(database, CHANNEL, clock)
        files = Files(options.file_bytes, callback.timeout, callback.aes_key)
        self._listener = Listener(self._bridge, files, self._buttons, clock)
        self._lanes = Lanes(self._inbox, self._attend, options.parallel, self._apologise)
        self._http = open_http(callback.timeout, callback.timeout)
        self._pauses = Pauses(callback.pause)
        self._streams: dict[str, Stream] = {}

    async def run(self) -> None:
        """Serve until cancelled."""
        try:
            await self._lanes.start()
            await keep_tidy(self._inbox, self._buttons)
        finally:
            await self._lanes.stop()
            await self.close()

    async def close(self) -> None:
        """Let the connections go."""
        await self._http.aclose()
        await asyncio.to_thread(self._bridge.close)

    async def send(self, address: Address, reply: Reply, key: str = "") -> Receipt:
        """Not in this mode."""
        return Receipt(Outcome.NOT_SENT, reason=NO_PUSH)

    def routes(self) -> list[Route]:
        """Where WeCom calls us."""
        return [Callbacks(self._envelope, self._take, IN_JSON).route(self._callback.path)]

    async def _take(self, message: str) -> bytes:
        """Store what was said; the answer says as much as is ready."""
        body = _json(message)
        if body.get("msgtype") == "stream":
            return self._sealed(self._shown(str(_part(body, "stream").get("id", ""))))
        if event_of(body) == "enter_chat":
            reply = await self._listener.welcome(address_of(body))
            return self._sealed({"msgtype": "text", "text": {"content": reply.text}})
        heard = hear(body)
        if heard is None:
            return b""
        key = key_of(body)
        await self._lanes.put([Arrival(key, heard.address.chat, message)])
        if heard.kind == "button":
            return self._sealed(greyed(heard.task, chosen(heard.text)))
        stream = self._stream(_stream_id(key))
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(stream.ready.wait(), FIRST_WAIT)
        return self._sealed(self._shown(_stream_id(key)))

    def _stream(self, name: str) -> Stream:
        stream = self._streams.get(name)
        if stream is None:
            stream = self._streams[name] = Stream()
            while len(self._streams) > KEPT:
                del self._streams[next(iter(self._streams))]
        return stream

    def _shown(self, name: str) -> Json:
        """What there is of a stream; one of an earlier run is being worked on again."""
        stream = self._stream(name)
        stream.asked_at = time.monotonic()
        if stream.last is None:
            return stream_body(name, WAITING, finish=False)
        stream.fetched.set()
        return stream.last

    async def _attend(self, stored: Stored) -> None:
        body = _json(stored.arrival.body)
        heard = hear(body)
        if heard is None:
            return
        await asyncio.to_thread(self._chats.revive, heard.address.chat)
        reply = await self._listener.reply(heard)
        if stored.answered_before:
            reply = marked_repeated(reply)
        await asyncio.to_thread(self._inbox.answering, stored)
        await self._answer(stored, body, reply)

    async def _apologise(self, stored: Stored) -> None:
        await self._answer(stored, _json(stored.arrival.body), APOLOGY)

    async def _answer(self, stored: Stored, body: Json, reply: Reply) -> None:
        """Into the stream; where nobody comes back for it, to the response_url."""
        chat = address_of(body).chat
        choices = [choice.words for choice in reply.suggestions]
        handles = await asyncio.to_thread(self._buttons.keep, chat, choices)
        words, pictures, card, rest = streamed(render(reply, handles, Occasion()))
        late = "\n\n".join(map(_in_words, rest))
        if not event_of(body):
            name = _stream_id(stored.arrival.key)
            stream = self._stream(name)
            stream.last = last_body(name, words, pictures, card)
            stream.ready.set()
            if not await self._is_fetched(stream):
                late = "\n\n".join(filter(None, (words, late)))
        else:
            late = "\n\n".join(filter(None, (words, late)))
        if late:
            await self._post(body, _fitting(late, _offered(reply)))

    async def _is_fetched(self, stream: Stream) -> bool:
        """Whether somebody comes for it, as long as somebody keeps asking."""
        while time.monotonic() - stream.asked_at < self._callback.patience:
            try:
                await asyncio.wait_for(stream.fetched.wait(), self._callback.patience)
            except TimeoutError:
                continue
            return True
        return stream.fetched.is_set()

    async def _post(self, body: Json, words: str) -> None:
        url = str(body.get("response_url") or "")
        if not url:
            log.warning("wecom_aibot: an answer has nowhere to go: no response_url came along")
            return
        message = as_json({"msgtype": "markdown", "markdown": {"content": words}})
        pause, waited = self._pauses.first, 0.0
        while waited < GOOD_FOR:  # it takes one message only, so a second try shows nothing twice
            try:
                await ask(self._http, "POST", url, message)
                return
            except Broken as error:
                log.info("wecom_aibot: a late answer is tried again: %s", error)
            except ChannelError as error:
                log.warning("wecom_aibot: a late answer was not taken: %s", error)
                return
            await self._pauses.sleep(pause)
            waited, pause = waited + pause, min(pause * 2, self._pauses.most)

    def _sealed(self, body: Json) -> bytes:
        """The body as WeCom wants an answer: sealed and signed as its own calls are."""
        sealed = self._envelope.seal(json.dumps(body, ensure_ascii=False))
        timestamp, nonce = str(int(time.time())), secrets.token_hex(8)
        signature = self._envelope.signature(timestamp, nonce, sealed)
        outer = {
            "encrypt": sealed,
            "msgsignature": signature,
            "timestamp": int(timestamp),
            "nonce": nonce,
        }
        return json.dumps(outer).encode()


def _in_words(parcel: Parcel) -> str:
    return parcel.markdown or NO_FILE.format(escaped(parcel.file.name) if parcel.file else "")


def _fitting(words: str, offered: str) -> str:
    """Within the limit of one message; what had to be left out is said."""
    room = CONTENT_BYTES - utf8_bytes(offered)
    if utf8_bytes(words) <= room:
        return words + offered
    cut = shorten(words, room - utf8_bytes(TOO_LONG), utf8_bytes)
    return HALF_ESCAPE.sub(r"\1…", cut) + TOO_LONG + offered


def _offered(reply: Reply) -> str:
    """The buttons in words: a message there has none."""
    labels = "；".join(choice.label for choice in reply.suggestions)
    return f"\n\n接着可以问：{escaped(labels)}" if labels else ""


def _stream_id(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()[:32]


def _json(message: str) -> Json:
    try:
        body = json.loads(message)
    except (ValueError, RecursionError):
        raise Forged("JSON") from None
    if not isinstance(body, dict):
        raise Forged("JSON")
    return body


def _part(body: Json, name: str) -> Json:
    found = body.get(name)
    return found if isinstance(found, dict) else {}
