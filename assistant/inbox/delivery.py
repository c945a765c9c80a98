"""A whole reply to an address: its buttons kept, its parts in order, each outcome acted upon.

Knows no platform: a channel says how a reply is worded (`render`), how a part says that it is a
repeat (`repeated`), and sends one part once (`Sender`).
"""

import asyncio
import logging
from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from typing import Generic, Protocol, TypeVar

from assistant.errors import ChannelError
from assistant.glossary import Address, Outcome, Receipt, Reply
from assistant.inbox.buttons import Buttons
from assistant.inbox.chats import Chats

log = logging.getLogger(__name__)

REPEATED = "（重发，如已收到请忽略）"
SETTLED = (Outcome.SENT, Outcome.GONE)

P = TypeVar("P")
P_in = TypeVar("P_in", contravariant=True)


class Sender(Protocol[P_in]):
    """寄出: one part to one address, once."""

    async def send(self, address: Address, parcel: P_in) -> Receipt:
        """One try. Raises ChannelError where the content itself is refused."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """缘由: the message a reply answers, or the key under which a delivery is tried again."""

    answers: int = 0
    key: str = ""


@dataclass(frozen=True, slots=True)
class Pauses:
    """停顿, in seconds: after a first failure; doubles up to `most`."""

    first: float = 1.0
    most: float = 30.0
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep


class Delivery(ABC, Generic[P]):
    """Shows replies; remembers chats that are gone or have moved."""

    def __init__(self, sender: Sender[P], buttons: Buttons, chats: Chats, pauses: Pauses) -> None:
        self._sender = sender
        self._buttons = buttons
        self._chats = chats
        self._pauses = pauses

    @abstractmethod
    def render(self, reply: Reply, handles: Sequence[str], occasion: Occasion) -> list[P]:
        """The parts that show the reply, in order."""

    @abstractmethod
    def repeated(self, parcel: P) -> P:
        """The part as it is sent again after a try of which nothing is known."""

    async def send(self, address: Address, reply: Reply, key: str = "") -> Receipt:
        """One try, as the caller keeps the ledger; once a part is shown the rest follows."""
        here, gone = await asyncio.to_thread(self._whereabouts, address)
        if gone:
            return Receipt(Outcome.GONE, reason=gone)
        first, *rest = await self.parcels(here, reply, Occasion(key=key))
        receipt = Receipt(Outcome.NOT_SENT)
        try:
            receipt = await self._once(here, first)
            if receipt.outcome is Outcome.SENT:
                await self.deliver(here, rest)
        except ChannelError as error:  # refused for what it is; the ledger decides
            log.error("%s", error)
            receipt = replace(receipt, reason=str(error))
        return receipt

    async def answer(self, address: Address, reply: Reply, *, answers: int = 0) -> Receipt:
        """Until it is settled: through floods and outages; what is unknown is repeated once."""
        here, _gone = await asyncio.to_thread(self._whereabouts, address)
        return await self.deliver(here, await self.parcels(here, reply, Occasion(answers)))

    async def parcels(self, address: Address, reply: Reply, occasion: Occasion) -> list[P]:
        """The parts of a reply, its buttons kept."""
        words = [choice.words for choice in reply.suggestions]
        handles = await asyncio.to_thread(self._buttons.keep, address.chat, words, occasion.key)
        return self.render(reply, handles, occasion)

    async def deliver(self, address: Address, parcels: Sequence[P]) -> Receipt:
        """The parts in order, each until it is settled."""
        receipt = Receipt(Outcome.SENT)
        for parcel in parcels:
            receipt = await self._insist(address, parcel)
            if receipt.outcome is Outcome.GONE:
                break
        return receipt

    def _whereabouts(self, address: Address) -> tuple[Address, str]:
        """The address as it is now, and why nobody is there, if so."""
        known = self._chats.known(address.chat)
        return replace(address, chat=known.chat), known.gone

    async def _insist(self, address: Address, parcel: P) -> Receipt:
        pause = self._pauses.first
        unknown = 0
        while True:
            again = self.repeated(parcel) if unknown else parcel
            receipt = await self._once(address, again)
            unknown += receipt.outcome is Outcome.UNKNOWN
            if receipt.outcome in SETTLED or unknown > 1:
                return receipt
            if receipt.outcome is Outcome.MOVED:
                address = replace(address, chat=receipt.new_chat)
                continue
            await self._pauses.sleep(receipt.retry_after or pause)
            pause = min(pause * 2, self._pauses.most)

    async def _once(self, address: Address, parcel: P) -> Receipt:
        """One try; what the platform says of the chat is remembered."""
        receipt = await self._sender.send(address, parcel)
        if receipt.outcome is Outcome.MOVED:
            await asyncio.to_thread(self._chats.move, address.chat, receipt.new_chat)
        if receipt.outcome is Outcome.GONE:
            log.info("a chat cannot be reached any more: %s", receipt.reason)
            await asyncio.to_thread(self._chats.mark_gone, address.chat, receipt.reason)
        return receipt


def marked_repeated(reply: Reply) -> Reply:
    """The reply with a word that it may have been shown before."""
    return replace(reply, text=f"{reply.text}\n\n{REPEATED}")
