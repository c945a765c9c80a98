"""One message to one person, once: paced, and with an honest word about what became of it."""

import hashlib
import logging

from assistant.channels.wecom.app.client import Client
from assistant.channels.wecom.app.rendering import Parcel
from assistant.channels.wecom.asking import Json
from assistant.channels.wecom.failures import Broken
from assistant.channels.wecom.outcomes import SEEN, is_refusal, receipt_for, receipt_of
from assistant.channels.wecom.pacing import Pace
from assistant.errors import ChannelError
from assistant.glossary import Address, Outcome, Receipt

log = logging.getLogger(__name__)

SAME_BODY_SECONDS = 4 * 60 * 60  # the longest memory the platform offers


class Sender:
    """Sends parcels. After a failure it asks for a sign of life first: what is not sent into an
    outage is certainly not sent, and need not be called unknown.
    """

    def __init__(self, client: Client, agent_id: int, pace: Pace) -> None:
        self._client = client
        self._agent_id = agent_id
        self._pace = pace
        self._doubtful = False
        self.trouble = ""  # for the health page; empty after a message went out

    async def send(self, address: Address, parcel: Parcel) -> Receipt:
        """One try. Raises ChannelError(permanent) where the content itself is refused."""
        if self._doubtful and not await self._is_alive():
            return Receipt(Outcome.NOT_SENT, reason="企业微信接口没有回应")
        await self._pace.turn(address.chat)
        try:
            answer = await self._client.call("message/send", await self._body(address, parcel))
        except ChannelError as error:
            return self._settle(parcel, error)
        self.trouble = ""
        return receipt_for(address.chat, answer)

    def _settle(self, parcel: Parcel, error: ChannelError) -> Receipt:
        if parcel.key and getattr(error, "code", 0) == SEEN:
            return Receipt(Outcome.SENT, reason="shown before")
        if is_refusal(error):
            raise ChannelError(f"WeCom refused a message: {error}", permanent=True) from error
        receipt = receipt_of(error)
        if receipt.retry_after:
            self._pace.hold(receipt.retry_after)
        self._doubtful = isinstance(error, Broken)
        if receipt.outcome is not Outcome.GONE:
            self.trouble = receipt.reason
        log.warning("wecom: sending ended %s: %s", receipt.outcome, receipt.reason)
        return receipt

    async def _is_alive(self) -> bool:
        """Asked of the very method that broke, with a message to nobody."""
        nobody = {"touser": "", "agentid": self._agent_id, "msgtype": "text"}
        try:
            await self._client.call("message/send", nobody | {"text": {"content": ""}})
        except Broken:
            return False
        except ChannelError:
            pass  # an answer, if not the one hoped for
        self._doubtful = False
        return True

    async def _body(self, address: Address, parcel: Parcel) -> Json:
        body: Json = {"touser": address.chat, "agentid": self._agent_id}
        body |= await self._content(parcel)
        if parcel.key:  # nothing in it may differ from one try to the next
            body["enable_duplicate_check"] = 1
            body["duplicate_check_interval"] = SAME_BODY_SECONDS
        return body

    async def _content(self, parcel: Parcel) -> Json:
        if parcel.card is not None:
            return {"msgtype": "template_card", "template_card": parcel.card}
        if parcel.file is not None:
            kind = "image" if parcel.is_image else "file"
            return {"msgtype": kind, kind: {"media_id": await self._uploaded(kind, parcel)}}
        if parcel.markdown:
            return {"msgtype": "markdown", "markdown": {"content": parcel.markdown}}
        return {"msgtype": "text", "text": {"content": parcel.text}}

    async def _uploaded(self, kind: str, parcel: Parcel) -> str:
        """An upload shows nothing: what breaks here has not been sent."""
        assert parcel.file is not None
        name = parcel.file.name or hashlib.sha256(parcel.file.content).hexdigest()[:8]
        try:
            return await self._client.upload(kind, name, parcel.file.content, parcel.file.media)
        except Broken as error:
            raise Broken(str(error), sent=False) from None
