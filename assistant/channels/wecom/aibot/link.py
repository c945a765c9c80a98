"""The long connection of an AI bot: login, pings, each call with its acknowledgement.

A later login throws us out (`disconnected_event`): whoever then came back would start an endless
mutual kick, so `run` ends for good. So it does on a wrong secret, which leaves the connection open.
"""

import asyncio
import contextlib
import json
import logging
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any
from weakref import WeakValueDictionary

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException

from assistant.channels.wecom.failures import NOT_SUBSCRIBED, WRONG_SECRET, Broken, Refused
from assistant.channels.wecom.outcomes import sentence
from assistant.errors import ChannelError

log = logging.getLogger(__name__)

Json = dict[str, Any]
Hear = Callable[[Json], Awaitable[None]]
PINGS_MISSED = 2  # so many unanswered ones and the connection counts as lost
FRAME_BYTES = 1 << 20
REPLACED = "智能机器人在别处登录了（同一 BotID 只能有一个连接）；请只留一处，然后重新启动"


@dataclass(frozen=True, slots=True)
class Connection:
    """Where and as which bot to log in; seconds where it says nothing else."""

    bot_id: str
    secret: str = field(repr=False)
    url: str = "wss://openws.work.weixin.qq.com"
    ping: float = 30.0
    timeout: float = 10.0  # of the login and of each acknowledgement
    pause: float = 1.0  # after a lost connection; doubles up to pause_most
    pause_most: float = 60.0


class Link:
    """One bot's connection, made anew whenever it is lost; `hear` gets what WeCom says."""

    def __init__(self, connection: Connection, hear: Hear) -> None:
        self._connection = connection
        self._hear = hear
        self._socket: ClientConnection | None = None
        self._answers: dict[str, asyncio.Future[Json]] = {}
        self._turns: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        self.epoch = ""  # names this connection; ids of requests die with it
        self.ready = False  # logged in
        self.trouble = "还没有连上"

    async def run(self) -> None:
        """Stay connected until cancelled. Raises ChannelError when thrown out or not let in."""
        pause = self._connection.pause
        while True:
            try:
                await self._live()
            except (OSError, WebSocketException, TimeoutError, Broken) as error:
                known = self.ready
                self._forget(error)
                if known:  # it had worked: begin again with short pauses
                    pause = self._connection.pause
                await asyncio.sleep(pause)
                pause = min(pause * 2, self._connection.pause_most)
            except ChannelError as error:
                self._forget(error)
                self.trouble = str(error)
                raise
            except asyncio.CancelledError as error:
                self._forget(error)
                raise

    async def call(self, command: str, body: Json, request: str = "") -> Json:
        """Send and wait for the acknowledgement. Raises Refused or Broken.

        Calls that answer the same request go one after the other.
        """
        request = request or f"{command}-{secrets.token_hex(8)}"
        turn = self._turns.get(request) or asyncio.Lock()
        self._turns[request] = turn
        try:
            async with turn:
                return await self._exchange(command, request, body)
        except Refused as error:
            if error.code == NOT_SUBSCRIBED:
                await self._hang_up()
                raise Broken("the connection was not subscribed any more", sent=False) from None
            raise

    async def _live(self) -> None:
        """One connection, from login to loss."""
        connecting = connect(
            self._connection.url,
            open_timeout=self._connection.timeout,
            close_timeout=1,
            ping_interval=None,  # the platform has pings of its own
            max_size=FRAME_BYTES,
        )
        async with connecting as socket:
            self._socket, self.epoch = socket, secrets.token_hex(8)
            reading = asyncio.create_task(self._read(socket))
            keeping = asyncio.create_task(self._keep(socket))
            try:
                done, _ = await asyncio.wait(
                    (reading, keeping), return_when=asyncio.FIRST_COMPLETED
                )
            finally:
                for task in (reading, keeping):
                    task.cancel()
                await asyncio.gather(reading, keeping, return_exceptions=True)
                self._socket = None
            for task in (reading, keeping):  # in this order: being thrown out outweighs the rest
                if task in done:
                    task.result()

    async def _keep(self, socket: ClientConnection) -> None:
        """Log in, then ping for ever."""
        await self._subscribe()
        missed = 0
        while missed < PINGS_MISSED:
            await asyncio.sleep(self._connection.ping)
            try:
                await self._exchange("ping", f"ping-{secrets.token_hex(8)}")
                missed = 0
            except Broken as error:
                missed += 1
                log.info("wecom_aibot: a ping was not answered: %s", error)
        raise Broken("no answer to pings", sent=False)

    async def _subscribe(self) -> None:
        who = {"bot_id": self._connection.bot_id, "secret": self._connection.secret}
        try:
            await self._exchange("aibot_subscribe", f"aibot_subscribe-{secrets.token_hex(8)}", who)
        except Refused as error:
            if error.code == WRONG_SECRET:
                raise ChannelError(sentence(error), permanent=True) from None
            raise Broken(str(error), sent=False) from None
        self.ready, self.trouble = True, ""
        log.info("wecom_aibot: connected")

    async def _read(self, socket: ClientConnection) -> None:
        async for words in socket:
            frame = _frame(words)
            if frame is None:
                continue
            waiting = self._answers.get(str(frame.get("headers", {}).get("req_id", "")))
            if "errcode" in frame and waiting and not waiting.done():
                waiting.set_result(frame)
            elif _event(frame) == "disconnected_event":
                raise ChannelError(REPLACED, permanent=True)
            elif frame.get("cmd") in ("aibot_msg_callback", "aibot_event_callback"):
                await self._hear(frame)
        raise Broken("the connection was closed", sent=False)

    async def _exchange(self, command: str, request: str, body: Json | None = None) -> Json:
        socket = self._socket
        if socket is None:
            raise Broken("智能机器人的连接断开了", sent=False)
        frame: Json = {"cmd": command, "headers": {"req_id": request}}
        if body is not None:
            frame["body"] = body
        answer: asyncio.Future[Json] = asyncio.get_running_loop().create_future()
        self._answers[request] = answer
        try:
            await socket.send(json.dumps(frame, ensure_ascii=False))
            acknowledged = await asyncio.wait_for(answer, self._connection.timeout)
        except (WebSocketException, OSError, TimeoutError) as error:
            raise Broken(f"{command}: {type(error).__name__}", sent=True) from None
        finally:
            self._answers.pop(request, None)
        if code := int(acknowledged.get("errcode", 0)):
            raise Refused(code, str(acknowledged.get("errmsg", ""))[:200])
        return acknowledged

    def _forget(self, error: BaseException) -> None:
        """The connection is gone, and with it every request we were still to answer."""
        self.epoch, self.ready, self._socket = "", False, None
        for answer in self._answers.values():
            if not answer.done():
                answer.set_exception(Broken("the connection was lost", sent=True))
        trouble = f"智能机器人的连接断开了，正在重连（{type(error).__name__}）"
        if trouble != self.trouble and not isinstance(error, asyncio.CancelledError):
            log.warning("wecom_aibot: the connection was lost: %s", error)
        self.trouble = trouble

    async def _hang_up(self) -> None:
        if self._socket is not None:
            with contextlib.suppress(WebSocketException, OSError):
                await self._socket.close()


def _frame(words: str | bytes) -> Json | None:
    try:
        frame = json.loads(words)
    except ValueError:
        return None
    if isinstance(frame, dict) and isinstance(frame.get("headers", {}), dict):
        return frame
    return None


def _event(frame: Json) -> str:
    body = frame.get("body")
    event = body.get("event") if isinstance(body, dict) else None
    return str(event.get("eventtype", "")) if isinstance(event, dict) else ""
