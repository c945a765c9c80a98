"""Attends to one stored update: hears it, asks the dialogue, delivers what it says."""

import asyncio
import contextlib
import json
import logging
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from datetime import datetime

from telegram import Chat, ChatMemberUpdated, Document, InlineQuery, PhotoSize, Update
from telegram.constants import ChatAction
from telegram.error import TelegramError

from assistant.bridge import APOLOGY, Bridge
from assistant.channels.telegram.connection import Line
from assistant.channels.telegram.delivery import TelegramDelivery
from assistant.channels.telegram.incoming import CHANNEL, Heard, hear
from assistant.channels.telegram.inline import (
    ASK_IN_CHAT,
    CACHE_SECONDS,
    articles,
    inline_address,
)
from assistant.glossary import Address, Attachment, Message, Reply
from assistant.inbox import Buttons, Chats, Inbox, Stored, marked_repeated

log = logging.getLogger(__name__)

TYPING_AFTER = 0.7  # seconds; most answers are there sooner
TYPING_LASTS = 4.5  # Telegram shows it for five seconds
GONE_STATES = ("kicked", "left")
GREETING = (
    "大家好，我是答复通。在群里请 @我 提问，或者回复我的消息、用 /ask 开头，其他的话我看不到。"
)


@dataclass(frozen=True, slots=True)
class Attendant:
    """Handles stored updates one by one; who calls keeps the order."""

    line: Line
    bridge: Bridge
    delivery: TelegramDelivery
    inbox: Inbox
    buttons: Buttons
    chats: Chats
    clock: Callable[[], datetime]
    is_command: Callable[[str], bool]
    file_bytes: int

    async def attend(self, stored: Stored) -> None:
        """One update, whatever it is."""
        update = Update.de_json(json.loads(stored.arrival.body), self.line)
        if update.inline_query:
            await self._suggest(update.inline_query)
        elif update.my_chat_member:
            await self._note_membership(update.my_chat_member)
        elif not await self._note_move(update):
            heard = hear(update, self.line.bot)
            if heard:
                await self._converse(stored, heard)

    async def apologise(self, stored: Stored) -> None:
        """Say that this one will not be answered."""
        heard = hear(Update.de_json(json.loads(stored.arrival.body), self.line), self.line.bot)
        if heard:
            await self.delivery.answer(heard.address, APOLOGY, answers=heard.answers)

    async def acknowledge(self, update: Update) -> None:
        """Stop a pressed button from spinning, at once: its id dies within seconds."""
        query = update.callback_query
        if query is None:
            return
        chat = str(update.effective_chat.id) if update.effective_chat else ""
        words = await asyncio.to_thread(self.buttons.words, query.data or "", chat)
        expired = None if words else "这个按钮已经失效，请重新提问"
        try:
            await self.line.answer_callback_query(query.id, text=expired)
        except TelegramError as error:
            log.info("a button could not be acknowledged: %s", error)

    async def _converse(self, stored: Stored, heard: Heard) -> None:
        await asyncio.to_thread(self.chats.revive, heard.address.chat)
        async with self._typing(heard.address):
            reply = await self._reply(heard)
        if reply is None:
            return
        if stored.answered_before:
            reply = marked_repeated(reply)
        await asyncio.to_thread(self.inbox.answering, stored)
        await self.delivery.answer(heard.address, reply, answers=heard.answers)

    async def _reply(self, heard: Heard) -> Reply | None:
        text, kind = heard.text, heard.kind
        if heard.handle:
            words = await asyncio.to_thread(self.buttons.words, heard.handle, heard.address.chat)
            if words is None:
                return None  # said so when it was acknowledged
            text = words
        if heard.edited and self.is_command(text):
            return _line("修改过的命令不会再执行；需要的话，请重新发送。")
        files: tuple[Attachment, ...] = ()
        if heard.file is not None:
            if (heard.file.file_size or 0) > self.file_bytes:
                return _line(f"文件超过 {self.file_bytes // 2**20} MB，收不下。请拆小后再发。")
            files = await self._download(heard.file)
            if not files:
                return _line("文件没有取到，请再发一次。")
        return await self.bridge.ask(Message(heard.address, text, self.clock(), files, kind))

    async def _download(self, sent: Document | PhotoSize) -> tuple[Attachment, ...]:
        try:
            file = await sent.get_file()
            content = bytes(await file.download_as_bytearray())
        except TelegramError as error:
            log.warning("a document could not be fetched: %s", error)
            return ()
        if isinstance(sent, PhotoSize):  # the server makes each of them a JPEG
            return (Attachment("图片.jpg", content, "image/jpeg"),)
        media = sent.mime_type or "application/octet-stream"
        return (Attachment(sent.file_name or "文件", content, media),)

    @contextlib.asynccontextmanager
    async def _typing(self, address: Address) -> AsyncIterator[None]:
        """Show "typing" while the answer takes its time."""
        showing = asyncio.create_task(self._show_typing(address))
        try:
            yield
        finally:
            showing.cancel()

    async def _show_typing(self, address: Address) -> None:
        thread = int(address.thread) if address.thread else None
        await asyncio.sleep(TYPING_AFTER)
        with contextlib.suppress(TelegramError):
            while True:
                await self.line.send_chat_action(
                    address.chat, ChatAction.TYPING, message_thread_id=thread
                )
                await asyncio.sleep(TYPING_LASTS)

    async def _suggest(self, query: InlineQuery) -> None:
        """Answer an inline query; commands are not run by half-typed words."""
        found = []
        if query.query.strip() and not self.is_command(query.query):
            address = inline_address(CHANNEL, str(query.from_user.id))
            message = Message(address, query.query, self.clock(), kind="inline")
            found = articles(await self.bridge.ask(message))
        try:
            await self.line.answer_inline_query(
                query.id,
                found,
                cache_time=CACHE_SECONDS,
                is_personal=True,
                button=None if found else ASK_IN_CHAT,
            )
        except TelegramError as error:  # too late, mostly: the words have changed meanwhile
            log.info("an inline query could not be answered: %s", error)

    async def _note_membership(self, change: ChatMemberUpdated) -> None:
        """We were thrown out, let in again, or taken into a group."""
        chat, state = str(change.chat.id), change.new_chat_member.status
        if state in GONE_STATES:
            await asyncio.to_thread(self.chats.mark_gone, chat, f"the bot was {state}")
            return
        await asyncio.to_thread(self.chats.revive, chat)
        if change.chat.type != Chat.PRIVATE and change.old_chat_member.status in GONE_STATES:
            address = Address(CHANNEL, chat, group=True)
            await self.delivery.answer(address, _line(GREETING))

    async def _note_move(self, update: Update) -> bool:
        """Whether the update only says that a group has a new id."""
        message = update.message
        if message is None or not (message.migrate_to_chat_id or message.migrate_from_chat_id):
            return False
        old = message.migrate_from_chat_id or message.chat.id
        new = message.migrate_to_chat_id or message.chat.id
        await asyncio.to_thread(self.chats.move, str(old), str(new))
        return True


def _line(words: str) -> Reply:
    return Reply(kind="help", headline=words, text=words)
