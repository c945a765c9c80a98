"""Group robots (群机器人): addresses that only receive, for digests; one key a group.

The key in the address is a secret: who has it can write into the group.
"""

import asyncio
import base64
import hashlib
import logging
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from assistant.channels.wecom.asking import Json, as_json, ask, open_http
from assistant.channels.wecom.failures import Broken, Refused
from assistant.channels.wecom.outcomes import ADVICE, is_refusal, receipt_of, sentence
from assistant.channels.wecom.pacing import Pace
from assistant.errors import ChannelError
from assistant.glossary import Address, Attachment, Outcome, Receipt, Reply
from assistant.inbox import REPEATED, Buttons, Chats, Delivery, Occasion, Pauses
from assistant.splitting import printable, split, utf8_bytes
from assistant.storage import Database

log = logging.getLogger(__name__)

CHANNEL = "wecom_robot"
ONLY_GROUP = "群"  # the name of a group whose key stands alone
PER_MINUTE = ((19, 60.0),)  # below the published 20
TEXT_BYTES = 2048 - utf8_bytes(f"\n\n{REPEATED}")
IMAGE_BYTES = 2 * 2**20
IMAGES = ("image/png", "image/jpeg")


@dataclass(frozen=True, slots=True)
class Connection:
    """Where to call, and the key of each group; seconds where it says nothing else."""

    keys: Mapping[str, str] = field(repr=False)
    url: str = "https://qyapi.weixin.qq.com/cgi-bin/webhook/send"
    timeout: float = 20.0
    pause: float = 1.0
    pause_most: float = 30.0


@dataclass(frozen=True, slots=True)
class Parcel:
    """One message on its way out: a text, or a picture."""

    text: str = ""
    image: Attachment | None = None


def keys_from(words: str) -> dict[str, str]:
    """The groups of the variable: "办公室=KEY1 督办=KEY2", or one key alone."""
    keys = {}
    for part in re.split(r"[\s,，;；]+", words.strip()):
        name, equals, key = part.rpartition("=")
        if key:
            keys[name if equals and name else ONLY_GROUP] = key
    return keys


class RobotSender:
    """Sends parcels to groups. After a failure it asks for a sign of life first, as nothing is
    unknown of what is not sent into an outage.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._http = open_http(connection.timeout, connection.timeout)
        self._paces = {name: Pace(PER_MINUTE) for name in connection.keys}
        self._doubtful = False
        self.trouble = ""

    async def send(self, address: Address, parcel: Parcel) -> Receipt:
        """One try. Raises ChannelError(permanent) where the content itself is refused."""
        key = self._connection.keys.get(address.chat)
        if key is None:
            return Receipt(Outcome.GONE, reason=f"没有名为“{address.chat}”的群机器人")
        if self._doubtful and not await self._is_alive():
            return Receipt(Outcome.NOT_SENT, reason=self.trouble)
        await self._paces[address.chat].turn(address.chat)
        try:
            await self._ask(key, _body(parcel))
        except ChannelError as error:
            return self._settle(address, error)
        self.trouble = ""
        return Receipt(Outcome.SENT)

    async def _ask(self, key: str, body: Json) -> None:
        what = {"params": {"key": key}, **as_json(body)}
        await ask(self._http, "POST", self._connection.url, what)

    async def _is_alive(self) -> bool:
        """Asked without a key, so that nobody is shown anything."""
        try:
            await self._ask("", {})
        except Broken:
            return False
        except ChannelError:
            pass  # an answer, if not the one hoped for
        self._doubtful = False
        return True

    async def probe(self) -> str:
        """What is wrong with a key, or the way there; empty when nothing is. Nobody is shown
        anything: a message without words is refused for that where the key is right.
        """
        for group, key in self._connection.keys.items():
            try:
                await self._ask(key, {"msgtype": "text", "text": {"content": ""}})
            except Broken as error:
                return f"连不上群机器人的地址（{error}）"
            except Refused as error:
                if error.code in ADVICE:
                    return f"群“{group}”：{sentence(error)}"
        return ""

    async def close(self) -> None:
        """Let the connections go."""
        await self._http.aclose()

    def _settle(self, address: Address, error: ChannelError) -> Receipt:
        if is_refusal(error):
            raise ChannelError(f"WeCom refused a message: {error}", permanent=True) from error
        receipt = receipt_of(error)
        self._doubtful = isinstance(error, Broken)
        if receipt.retry_after:
            self._paces[address.chat].hold(receipt.retry_after)
        self.trouble = receipt.reason
        log.warning("wecom_robot: sending ended %s: %s", receipt.outcome, receipt.reason)
        return receipt


class RobotDelivery(Delivery[Parcel]):
    """Shows replies in groups; without buttons, as nobody would hear them."""

    def render(self, reply: Reply, handles: Sequence[str], occasion: Occasion) -> list[Parcel]:
        """Texts, then pictures; of another file only its name."""
        text = reply.text
        others = [file.name for file in reply.files if not _is_image(file)]
        if others:
            text += f"\n\n（附件不能发到群里：{'、'.join(others)}）"
        texts = split(printable(text), TEXT_BYTES, utf8_bytes) or ["（没有内容）"]
        images = [Parcel(image=file) for file in reply.files if _is_image(file)]
        return [*map(Parcel, texts), *images]

    def repeated(self, parcel: Parcel) -> Parcel:
        """Marked; the platform cannot tell a repeat."""
        return replace(parcel, text=f"{parcel.text}\n\n{REPEATED}") if parcel.text else parcel


class WeComRobot:
    """企业微信群机器人: only sends; `chat` of its addresses is the group's name in the variable."""

    name = CHANNEL

    def __init__(
        self, connection: Connection, database: Database, clock: Callable[[], datetime]
    ) -> None:
        self._sender = RobotSender(connection)
        buttons, chats = Buttons(database, CHANNEL, clock), Chats(database, CHANNEL, clock)
        pauses = Pauses(connection.pause, connection.pause_most)
        self._delivery = RobotDelivery(self._sender, buttons, chats, pauses)

    async def probe(self) -> str:
        """What is wrong with a key, or the way there; empty when nothing is."""
        return await self._sender.probe()

    async def run(self) -> None:
        """Until cancelled; there is nothing to hear."""
        try:
            await asyncio.Event().wait()
        finally:
            await self.close()

    async def close(self) -> None:
        """Let the connections go."""
        await self._sender.close()

    async def send(self, address: Address, reply: Reply, key: str = "") -> Receipt:
        """Show the reply in the group."""
        return await self._delivery.send(address, replace(reply, suggestions=()), key)

    @property
    def trouble(self) -> str:
        """What keeps the channel from working, for the health page; empty when nothing does."""
        return self._sender.trouble


def _is_image(file: Attachment) -> bool:
    return file.media in IMAGES and len(file.content) <= IMAGE_BYTES


def _body(parcel: Parcel) -> Json:
    if parcel.image is None:
        return {"msgtype": "text", "text": {"content": parcel.text}}
    content = parcel.image.content
    digest = hashlib.md5(content, usedforsecurity=False).hexdigest()
    encoded = base64.b64encode(content).decode()
    return {"msgtype": "image", "image": {"base64": encoded, "md5": digest}}
