"""One message pushed over the long connection, once; files go up in chunks before."""

import base64
import hashlib
import logging

from assistant.channels.wecom.aibot.link import Link
from assistant.channels.wecom.aibot.rendering import Parcel, media_body, pushed
from assistant.channels.wecom.failures import Broken
from assistant.channels.wecom.outcomes import is_refusal, receipt_of
from assistant.channels.wecom.pacing import Pace
from assistant.errors import ChannelError
from assistant.glossary import Address, Attachment, Outcome, Receipt

log = logging.getLogger(__name__)

CHUNK_BYTES = 512 * 1024
MOST_CHUNKS = 100


class Pusher:
    """Sends parcels to chats that have talked to the bot. Pushes are scarce; see the limits."""

    def __init__(self, link: Link, pace: Pace) -> None:
        self._link = link
        self._pace = pace

    async def send(self, address: Address, parcel: Parcel) -> Receipt:
        """One try. Raises ChannelError(permanent) where the content itself is refused."""
        if not self._link.ready:
            return Receipt(Outcome.NOT_SENT, reason=self._link.trouble)
        await self._pace.turn(address.chat)
        try:
            await self._push(address.chat, parcel)
        except ChannelError as error:
            return self._settle(error)
        return Receipt(Outcome.SENT)

    def _settle(self, error: ChannelError) -> Receipt:
        if is_refusal(error):
            raise ChannelError(f"WeCom refused a message: {error}", permanent=True) from error
        receipt = receipt_of(error)
        if receipt.retry_after:
            self._pace.hold(receipt.retry_after)
        log.warning("wecom_aibot: sending ended %s: %s", receipt.outcome, receipt.reason)
        return receipt

    async def _push(self, chat: str, parcel: Parcel) -> None:
        if parcel.file is None:
            await self._link.call("aibot_send_msg", pushed(chat, parcel))
            return
        kind = "image" if parcel.is_image else "file"
        try:
            media_id = await self._uploaded(kind, parcel.file)
        except Broken as error:  # an upload shows nothing
            raise Broken(str(error), sent=False) from None
        await self._link.call("aibot_send_msg", media_body(chat, kind, media_id))

    async def _uploaded(self, kind: str, file: Attachment) -> str:
        content = file.content
        chunks = [content[n : n + CHUNK_BYTES] for n in range(0, len(content), CHUNK_BYTES)]
        if not 1 <= len(chunks) <= MOST_CHUNKS:
            raise ChannelError(f"文件“{file.name}”的大小不合企业微信的限制", permanent=True)
        about = {
            "type": kind,
            "filename": file.name,
            "total_size": len(content),
            "total_chunks": len(chunks),
            "md5": hashlib.md5(content, usedforsecurity=False).hexdigest(),
        }
        begun = await self._link.call("aibot_upload_media_init", about)
        upload = {"upload_id": begun.get("body", {}).get("upload_id", "")}
        for number, chunk in enumerate(chunks):
            piece = {"chunk_index": number, "base64_data": base64.b64encode(chunk).decode()}
            await self._link.call("aibot_upload_media_chunk", upload | piece)
        finished = await self._link.call("aibot_upload_media_finish", upload)
        return str(finished.get("body", {}).get("media_id", ""))
