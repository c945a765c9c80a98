"""A whole reply to an address: its buttons kept, its parts in order, each outcome acted upon."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import replace

from assistant.channels.telegram.connection import Connection
from assistant.channels.telegram.rendering import Parcel, render
from assistant.channels.telegram.sending import Sender
from assistant.errors import ChannelError
from assistant.glossary import Address, Outcome, Receipt, Reply
from assistant.inbox import Buttons, Chats

log = logging.getLogger(__name__)

REPEATED = "（重发，如已收到请忽略）"
SETTLED = (Outcome.SENT, Outcome.GONE)


class Delivery:
    """Shows replies; remembers chats that are gone or have moved."""

    def __init__(
        self,
        sender: Sender,
        buttons: Buttons,
        chats: Chats,
        connection: Connection,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._sender = sender
        self._buttons = buttons
        self._chats = chats
        self._pause = connection.pause
        self._pause_most = connection.pause_most
        self._sleep = sleep

    async def send(self, address: Address, reply: Reply) -> Receipt:
        """One try, as the caller keeps the ledger; once a part is shown the rest follows."""
        here, gone = await asyncio.to_thread(self._whereabouts, address)
        if gone:
            return Receipt(Outcome.GONE, reason=gone)
        first, *rest = await self._parcels(here, reply)
        receipt = Receipt(Outcome.NOT_SENT)
        try:
            receipt = await self._once(here, first)
            if receipt.outcome is Outcome.SENT:
                await self._all(here, rest)
        except ChannelError as error:  # refused for what it is; the ledger decides
            log.error("%s", error)
            receipt = replace(receipt, reason=str(error))
        return receipt

    async def answer(self, address: Address, reply: Reply, *, answers: int = 0) -> Receipt:
        """Until it is settled: through floods and outages; what is unknown is repeated once."""
        here, _gone = await asyncio.to_thread(self._whereabouts, address)
        return await self._all(here, await self._parcels(here, reply, answers))

    def _whereabouts(self, address: Address) -> tuple[Address, str]:
        """The address as it is now, and why nobody is there, if so."""
        known = self._chats.known(address.chat)
        return replace(address, chat=known.chat), known.gone

    async def _parcels(self, address: Address, reply: Reply, answers: int = 0) -> list[Parcel]:
        words = [choice.words for choice in reply.suggestions]
        handles = await asyncio.to_thread(self._buttons.keep, address.chat, words)
        return render(reply, handles, answers)

    async def _all(self, address: Address, parcels: list[Parcel]) -> Receipt:
        receipt = Receipt(Outcome.SENT)
        for parcel in parcels:
            receipt = await self._insist(address, parcel)
            if receipt.outcome is Outcome.GONE:
                break
        return receipt

    async def _insist(self, address: Address, parcel: Parcel) -> Receipt:
        pause = self._pause
        unknown = 0
        while True:
            receipt = await self._once(address, _repeated(parcel) if unknown else parcel)
            unknown += receipt.outcome is Outcome.UNKNOWN
            if receipt.outcome in SETTLED or unknown > 1:
                return receipt
            if receipt.outcome is Outcome.MOVED:
                address = replace(address, chat=receipt.new_chat)
                continue
            await self._sleep(receipt.retry_after or pause)
            pause = min(pause * 2, self._pause_most)

    async def _once(self, address: Address, parcel: Parcel) -> Receipt:
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


def _repeated(parcel: Parcel) -> Parcel:
    html = f"{parcel.html}\n\n{REPEATED}" if parcel.html else ""
    return replace(parcel, text=f"{parcel.text}\n\n{REPEATED}", html=html)
