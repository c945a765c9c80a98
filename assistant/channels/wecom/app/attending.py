"""Attends to one stored callback: hears it, asks the dialogue, delivers what it says."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from assistant.bridge import APOLOGY, Bridge
from assistant.channels.wecom.app.client import Client
from assistant.channels.wecom.app.delivery import AppDelivery
from assistant.channels.wecom.app.incoming import Heard, fields_of, hear
from assistant.channels.wecom.cards import chosen
from assistant.errors import ChannelError
from assistant.glossary import Attachment, Message, Reply
from assistant.inbox import Buttons, Chats, Inbox, Stored, marked_repeated

log = logging.getLogger(__name__)

EXPIRED = "这个按钮已经失效，请重新提问。"
NOT_FETCHED = "图片没有取到，请再发一次。"


@dataclass(frozen=True, slots=True)
class Attendant:
    """Handles stored callbacks one by one; who calls keeps the order."""

    client: Client
    agent_id: int
    bridge: Bridge
    delivery: AppDelivery
    inbox: Inbox
    buttons: Buttons
    chats: Chats
    clock: Callable[[], datetime]

    async def attend(self, stored: Stored) -> None:
        """One callback, whatever it is."""
        fields = fields_of(stored.arrival.body)
        heard = hear(fields)
        if fields.get("Event") == "unsubscribe":
            await asyncio.to_thread(self.chats.mark_gone, stored.arrival.lane, "已取消关注应用")
        elif heard:
            await self._converse(stored, heard)

    async def apologise(self, stored: Stored) -> None:
        """Say that this one will not be answered."""
        heard = hear(fields_of(stored.arrival.body))
        if heard:
            await self.delivery.answer(heard.address, APOLOGY)

    async def _converse(self, stored: Stored, heard: Heard) -> None:
        await asyncio.to_thread(self.chats.revive, heard.user)
        if heard.code:
            await self._grey(heard)
        reply = await self._reply(heard)
        if stored.answered_before:
            reply = marked_repeated(reply)
        await asyncio.to_thread(self.inbox.answering, stored)
        await self.delivery.answer(heard.address, reply)

    async def _reply(self, heard: Heard) -> Reply:
        text = heard.text
        if heard.handle:
            words = await asyncio.to_thread(self.buttons.words, heard.handle, heard.user)
            if words is None:
                return Reply("help", EXPIRED, EXPIRED)
            text = words
        try:
            files = await self._fetched(heard)
        except ChannelError as error:
            log.warning("wecom: a picture could not be fetched: %s", error)
            return Reply("help", NOT_FETCHED, NOT_FETCHED)
        message = Message(heard.address, text, self.clock(), files, heard.kind)
        return await self.bridge.ask(message)

    async def _fetched(self, heard: Heard) -> tuple[Attachment, ...]:
        if not heard.media_id:
            return ()
        content, media = await self.client.download(heard.media_id)
        return (Attachment("图片.jpg", content, media),)

    async def _grey(self, heard: Heard) -> None:
        """The card shows what was chosen; its code is good once, and nothing depends on it."""
        update = {
            "userids": [heard.user],
            "agentid": self.agent_id,
            "response_code": heard.code,
            "button": {"replace_name": chosen(heard.text)},
        }
        try:
            await self.client.call("message/update_template_card", update)
        except ChannelError as error:
            log.info("wecom: a card could not be updated: %s", error)
