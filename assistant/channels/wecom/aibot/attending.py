"""Attends to one stored callback of the long connection: asks the dialogue, streams what it says.

Whoever asked is answered in the stream of that request; when the connection has changed meanwhile
(or the program was started anew) the request's id is dead, and the answer is pushed.
"""

import asyncio
import contextlib
import json
import logging
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

from assistant.bridge import APOLOGY
from assistant.channels.wecom.aibot.delivery import AibotDelivery
from assistant.channels.wecom.aibot.incoming import Heard, hear
from assistant.channels.wecom.aibot.link import Link
from assistant.channels.wecom.aibot.listening import Listener
from assistant.channels.wecom.aibot.rendering import (
    greyed,
    last_body,
    repeated,
    stream_body,
    streamed,
)
from assistant.channels.wecom.cards import chosen
from assistant.channels.wecom.markup import escaped
from assistant.errors import ChannelError
from assistant.glossary import Address, Reply
from assistant.inbox import Chats, Inbox, Occasion, Stored, marked_repeated

log = logging.getLogger(__name__)

Json = dict[str, Any]

WAITING = "正在查阅答复函……"
WAITING_AFTER = 0.7  # seconds; most answers are there sooner
STREAMED_FROM = 200  # characters; a short answer comes whole at once


@dataclass(frozen=True, slots=True)
class Ticket:
    """回条: the request an answer belongs to; good only on the connection it came by."""

    request: str
    epoch: str
    stream: str


@dataclass(frozen=True, slots=True)
class Attendant:
    """Handles stored callbacks one by one; who calls keeps the order."""

    link: Link
    listener: Listener
    delivery: AibotDelivery
    inbox: Inbox
    chats: Chats

    async def attend(self, stored: Stored) -> None:
        """One message or click."""
        ticket, heard = _read(stored)
        if heard is None:
            return
        await asyncio.to_thread(self.chats.revive, heard.address.chat)
        async with self._waiting(ticket if heard.kind != "button" else None):
            reply = await self.listener.reply(heard)
        if stored.answered_before:
            reply = marked_repeated(reply)
        await asyncio.to_thread(self.inbox.answering, stored)
        # a click's request takes only the update of its card
        await self._show(heard.address, reply, ticket if heard.kind != "button" else None)

    async def apologise(self, stored: Stored) -> None:
        """Say that this one will not be answered."""
        _, heard = _read(stored)
        if heard:
            await self.delivery.answer(heard.address, APOLOGY)

    async def welcome(self, request: str, address: Address) -> None:
        """Who opens the chat is greeted, within five seconds or not at all."""
        reply = await self.listener.welcome(address)
        body = {"msgtype": "text", "text": {"content": reply.text}}
        await self._at_once("aibot_respond_welcome_msg", body, request)

    async def grey(self, request: str, heard: Heard) -> None:
        """The card shows what was chosen; within five seconds or not at all."""
        body = greyed(heard.task, chosen(heard.text))
        await self._at_once("aibot_respond_update_msg", body, request)

    async def _at_once(self, command: str, body: Json, request: str) -> None:
        try:
            await self.link.call(command, body, request)
        except ChannelError as error:
            log.info("wecom_aibot: %s came to nothing: %s", command, error)

    async def _show(self, address: Address, reply: Reply, ticket: Ticket | None) -> None:
        parcels = await self.delivery.parcels(address, reply, Occasion())
        if ticket and self._is_alive(ticket):
            words, pictures, card, rest = streamed(parcels)
            try:
                await self._stream(
                    ticket, reply.headline, last_body(ticket.stream, words, pictures, card)
                )
                parcels = rest
            except ChannelError as error:
                log.info("wecom_aibot: a stream ended early, its answer is pushed: %s", error)
                if getattr(error, "sent", False):
                    parcels = [repeated(parcel) for parcel in parcels]
        await self.delivery.deliver(address, parcels)

    async def _stream(self, ticket: Ticket, headline: str, last: Json) -> None:
        """The answer itself first, then all of it; each frame replaces the one before."""
        if headline and len(last["stream"]["content"]) > STREAMED_FROM:
            first = stream_body(ticket.stream, escaped(headline), finish=False)
            await self.link.call("aibot_respond_msg", first, ticket.request)
        await self.link.call("aibot_respond_msg", last, ticket.request)

    def _is_alive(self, ticket: Ticket) -> bool:
        return bool(ticket.epoch) and ticket.epoch == self.link.epoch

    @contextlib.asynccontextmanager
    async def _waiting(self, ticket: Ticket | None) -> AsyncIterator[None]:
        """Say that we are at it while the answer takes its time."""
        if ticket is None or not self._is_alive(ticket):
            yield
            return
        showing = asyncio.create_task(self._show_waiting(ticket))
        try:
            yield
        finally:
            showing.cancel()
            await asyncio.gather(showing, return_exceptions=True)

    async def _show_waiting(self, ticket: Ticket) -> None:
        await asyncio.sleep(WAITING_AFTER)
        body = stream_body(ticket.stream, WAITING, finish=False)
        await self._at_once("aibot_respond_msg", body, ticket.request)


def _read(stored: Stored) -> tuple[Ticket, Heard | None]:
    kept = json.loads(stored.arrival.body)
    stream = f"s{stored.id}-{kept['epoch']}"
    return Ticket(kept["request"], kept["epoch"], stream), hear(kept["body"])
