"""One message to Telegram, once: paced, and with an honest word about what became of it."""

import logging
from dataclasses import replace
from typing import Any

from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    Message,
    ReplyParameters,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated, Forbidden, RetryAfter, TelegramError

from assistant.channels.telegram.connection import Line
from assistant.channels.telegram.outcomes import is_refusal, receipt_of
from assistant.channels.telegram.pacing import Pace
from assistant.channels.telegram.rendering import Parcel
from assistant.errors import ChannelError
from assistant.glossary import Address, Outcome, Receipt

log = logging.getLogger(__name__)

BAD_MARKUP = "can't parse entities"
NO_THREAD = "thread not found"
# Pictures the server cannot take as pictures go as files.
BAD_PICTURE = ("photo_invalid_dimensions", "image_process_failed", "photo_ext_invalid")


class Sender:
    """Sends parcels. After a failure it asks for a sign of life first: what is not sent into an
    outage is certainly not sent, and need not be called unknown.
    """

    def __init__(self, line: Line, pace: Pace) -> None:
        self._line = line
        self._pace = pace
        self._doubtful = False

    async def send(self, address: Address, parcel: Parcel) -> Receipt:
        """One try. Raises ChannelError(permanent) where the content itself is refused."""
        if self._doubtful and not await self._is_alive(address):
            return Receipt(Outcome.NOT_SENT, reason="Telegram does not answer")
        await self._pace.turn(address.chat, group=address.group)
        try:
            message = await self._post_somehow(address, parcel)
        except TelegramError as error:
            return self._settle(address, error)
        return Receipt(Outcome.SENT, message_id=str(message.message_id))

    @property
    def doubtful(self) -> bool:
        """Whether the last call broke."""
        return self._doubtful

    def _settle(self, address: Address, error: TelegramError) -> Receipt:
        if is_refusal(error):
            raise ChannelError(f"Telegram refused a message: {error}", permanent=True) from error
        receipt = receipt_of(error)
        if receipt.retry_after:
            self._pace.hold(address.chat, receipt.retry_after)
        elif receipt.outcome in (Outcome.NOT_SENT, Outcome.UNKNOWN):
            self._doubtful = True
        log.warning("sending ended %s: %s", receipt.outcome, receipt.reason)
        return receipt

    async def _is_alive(self, address: Address) -> bool:
        """Asked of the very method that broke, with a message that nobody can be shown."""
        try:
            await self._line.send_message(address.chat, "")
        except (BadRequest, Forbidden, RetryAfter, ChatMigrated):
            self._doubtful = False  # an answer, if not a friendly one
        except TelegramError:
            return False
        return True

    async def _post_somehow(self, address: Address, parcel: Parcel) -> Message:
        """As it is, or plainer where the server takes offence at the form."""
        try:
            return await self._post(address, parcel)
        except BadRequest as error:
            words = str(error).lower()
            if BAD_MARKUP in words and parcel.html:
                log.error("markup refused, sent as plain text: %s", error)
                return await self._post(address, replace(parcel, html=""))
            if NO_THREAD in words and address.thread:
                return await self._post(replace(address, thread=""), parcel)
            if parcel.is_photo and any(bad in words for bad in BAD_PICTURE):
                return await self._post(address, parcel, as_photo=False)
            raise

    async def _post(self, address: Address, parcel: Parcel, *, as_photo: bool = True) -> Message:
        manner: dict[str, Any] = {
            "chat_id": address.chat,
            "message_thread_id": int(address.thread) if address.thread else None,
            "parse_mode": ParseMode.HTML if parcel.html else None,
            "reply_markup": _keyboard(parcel),
            "reply_parameters": _quoting(parcel),
        }
        words = parcel.html or parcel.text
        if parcel.file is None:
            quiet = LinkPreviewOptions(is_disabled=True)
            return await self._line.send_message(text=words, link_preview_options=quiet, **manner)
        name, content = parcel.file.name, parcel.file.content
        if parcel.is_photo and as_photo:
            return await self._line.send_photo(
                photo=content, filename=name, caption=words, **manner
            )
        return await self._line.send_document(
            document=content, filename=name, caption=words, **manner
        )


def _keyboard(parcel: Parcel) -> InlineKeyboardMarkup | None:
    rows = [[InlineKeyboardButton(label, callback_data=data)] for label, data in parcel.buttons]
    return InlineKeyboardMarkup(rows) if rows else None


def _quoting(parcel: Parcel) -> ReplyParameters | None:
    if not parcel.answers:
        return None
    return ReplyParameters(parcel.answers, allow_sending_without_reply=True)
