"""Fetches updates by long polling, or takes them from a webhook; stored before confirmed."""

import asyncio
import hmac
import json
import logging
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy.exc import SQLAlchemyError
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from assistant.channels.telegram.connection import UPDATES, Connection, Line
from assistant.errors import ChannelError

log = logging.getLogger(__name__)

Take = Callable[[list[dict[str, Any]]], Awaitable[None]]
# An update is a few kilobytes; a message of 4096 characters with all its entities far below this.
BODY_BYTES = 1024 * 1024
SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"


@dataclass(frozen=True, slots=True)
class Webhook:
    """Telegram calls us: at this public address, with this secret (1–256 of A-Z a-z 0-9 _ -)."""

    url: str
    secret: str = field(repr=False)
    path: str = "/telegram/webhook"

    def __post_init__(self) -> None:
        if not SECRET.fullmatch(self.secret):  # an empty one would let everybody in
            raise ChannelError("Telegram 回调口令须为 1–256 个字母、数字、_ 或 -", permanent=True)


class Poller:
    """Asks for updates for ever; each batch is confirmed by the next question, once it is stored."""

    def __init__(self, line: Line, connection: Connection, take: Take) -> None:
        self._line = line
        self._connection = connection
        self._take = take
        self.trouble = ""  # for the health page; empty when the last question was answered

    async def run(self) -> None:
        """Until cancelled. Raises ChannelError for a refused token."""
        offset = 0
        pause = 0.0
        while True:
            try:
                offset = await self._fetch(offset)
            except (TelegramError, SQLAlchemyError) as error:
                pause = self._next_pause(pause, error)
                await self._consider(error)
                await asyncio.sleep(pause)
            else:
                pause, self.trouble = 0.0, ""

    async def _fetch(self, offset: int) -> int:
        connection = self._connection
        batch = await self._line.receive(offset, connection.poll, connection.read_timeout)
        if not batch:
            return offset
        await self._take(batch)
        return int(batch[-1]["update_id"]) + 1

    def _next_pause(self, pause: float, error: Exception) -> float:
        if isinstance(error, RetryAfter):
            return error._retry_after.total_seconds()
        return min(max(pause * 2, self._connection.pause), self._connection.pause_most)

    async def _consider(self, error: Exception) -> None:
        """Say what is wrong, once for each new trouble."""
        if isinstance(error, InvalidToken):
            raise ChannelError("Telegram 不再接受这个机器人令牌", permanent=True) from None
        trouble = str(error)
        if isinstance(error, Conflict):
            trouble = "另一个程序正在用同一个令牌接收消息，请只保留一个"
            if "webhook" in str(error).lower():
                trouble = "令牌上还设着 webhook，已请求取消"
                await self._line.delete_webhook(drop_pending_updates=False)
        if trouble != self.trouble:
            log.warning("telegram: no updates: %s", trouble)
        self.trouble = trouble


def webhook_route(webhook: Webhook, take: Take) -> Route:
    """Takes updates over HTTP: 403 without a word to strangers, 200 once stored."""
    secret = webhook.secret.encode()

    async def receive(request: Request) -> Response:
        given = request.headers.get(SECRET_HEADER, "").encode()
        if not hmac.compare_digest(given, secret):
            return Response(status_code=403)
        update = await _update(request)
        if update is None:
            return Response(status_code=400)
        try:
            await take([update])
        except SQLAlchemyError:
            log.exception("an update could not be stored; Telegram will send it again")
            return Response(status_code=503)
        return Response(status_code=200)

    return Route(webhook.path, receive, methods=["POST"])


async def _update(request: Request) -> dict[str, Any] | None:
    body = b""
    async for piece in request.stream():
        body += piece
        if len(body) > BODY_BYTES:
            return None
    try:
        update = json.loads(body)
    except ValueError:
        return None
    return update if isinstance(update, dict) and isinstance(update.get("update_id"), int) else None


async def set_webhook(line: Line, webhook: Webhook) -> None:
    """Ask Telegram to call us."""
    await line.set_webhook(webhook.url, allowed_updates=UPDATES, secret_token=webhook.secret)
