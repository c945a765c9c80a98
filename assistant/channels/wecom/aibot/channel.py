"""The channel of a WeCom AI bot (智能机器人) by long connection: nothing of ours need be public."""

import asyncio
import json
import logging
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.exc import SQLAlchemyError

from assistant.bridge import Bridge
from assistant.channels.wecom.aibot.attending import Attendant
from assistant.channels.wecom.aibot.delivery import AibotDelivery
from assistant.channels.wecom.aibot.files import Files
from assistant.channels.wecom.aibot.incoming import CHANNEL, address_of, event_of, hear, key_of
from assistant.channels.wecom.aibot.link import Connection, Link
from assistant.channels.wecom.aibot.listening import Listener
from assistant.channels.wecom.aibot.sending import Pusher
from assistant.channels.wecom.envelope import Forged
from assistant.channels.wecom.pacing import HOUR, PERSON, Limits, Pace
from assistant.glossary import Address, Receipt, Reply, ReplyTo
from assistant.inbox import (
    Arrival,
    Buttons,
    Chats,
    Inbox,
    Lanes,
    Lease,
    Pauses,
    Turns,
    keep_tidy,
    lead,
)
from assistant.storage import Database

log = logging.getLogger(__name__)

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Options:
    """How the channel behaves, beyond where it connects."""

    limits: Limits = PERSON
    parallel: int = 64  # chats at a time
    threads: int = 4  # answers computed at a time
    file_bytes: int = 20 * 2**20


class WeComAibot:
    """企业微信智能机器人（长连接）. A later login throws the earlier one out, so of several replicas
    over one database only the one that holds the lease logs in.
    """

    name = CHANNEL

    def __init__(
        self,
        connection: Connection,
        reply_to: ReplyTo,
        database: Database,
        clock: Callable[[], datetime],
        options: Options = Options(),
    ) -> None:
        self._link = Link(connection, self._hear)
        self._bridge = Bridge(reply_to, options.threads)
        self._inbox = Inbox(database, CHANNEL, clock)
        self._buttons = Buttons(database, CHANNEL, clock)
        chats = Chats(database, CHANNEL, clock)
        pusher = Pusher(self._link, Pace(options.limits, noted=Turns(database, CHANNEL, HOUR)))
        pauses = Pauses(connection.pause, connection.pause_most)
        self._delivery = AibotDelivery(pusher, self._buttons, chats, pauses)
        files = Files(options.file_bytes, connection.timeout)
        self._attendant = Attendant(
            self._link,
            Listener(self._bridge, files, self._buttons, clock),
            self._delivery,
            self._inbox,
            chats,
        )
        attendant = self._attendant
        self._lanes = Lanes(self._inbox, attendant.attend, options.parallel, attendant.apologise)
        self._lease = Lease(database, f"connection of {CHANNEL} {connection.bot_id}")
        self._leads = False
        self._errands: set[asyncio.Task[None]] = set()

    async def run(self) -> None:
        """Serve until cancelled. Raises ChannelError when thrown out or not let in."""
        self._run_errand(keep_tidy(self._inbox, self._buttons))
        try:
            await lead(self._lease, self._serve)
        finally:
            await self.close()

    async def close(self) -> None:
        """End what still runs beside; the threads end when their work is done."""
        for errand in self._errands:
            errand.cancel()
        await asyncio.gather(*self._errands, return_exceptions=True)
        await asyncio.to_thread(self._bridge.close)

    async def send(self, address: Address, reply: Reply, key: str = "") -> Receipt:
        """Push the reply to a chat that has talked to the bot; repeats are not told apart."""
        return await self._delivery.send(address, reply, key)

    @property
    def trouble(self) -> str:
        """What keeps the channel from working, for the health page; empty when nothing does, as
        while another replica leads.
        """
        return self._link.trouble if self._leads else ""

    async def _serve(self) -> None:
        """While leading; at the end the connection still carries what is under way."""
        self._leads = True
        await self._lanes.start()
        linked = asyncio.create_task(self._link.run())
        try:
            await asyncio.wait({linked})
            linked.result()
        except asyncio.CancelledError:
            self._leads = False
            raise
        finally:
            await self._lanes.stop()
            linked.cancel()
            await asyncio.gather(linked, return_exceptions=True)

    async def _hear(self, frame: Json) -> None:
        """Store messages and clicks; what must be answered within five seconds is, beside."""
        request, body = str(frame.get("headers", {}).get("req_id", "")), frame.get("body")
        try:
            if not isinstance(body, dict):
                raise Forged("no body")
            event = event_of(body)
            if event == "enter_chat":
                self._run_errand(self._attendant.welcome(request, address_of(body)))
                return
            heard = hear(body)
            if heard is None:
                log.debug("wecom_aibot: %s is not for us", event)
                return
            kept = {"request": request, "epoch": self._link.epoch, "body": body}
            arrival = Arrival(key_of(body), heard.address.chat, json.dumps(kept))
            fresh = await self._lanes.put([arrival])
            if fresh and heard.kind == "button":
                self._run_errand(self._attendant.grey(request, heard))
        except Forged as error:
            log.warning("wecom_aibot: a frame could not be read: %s", error)
        except SQLAlchemyError:
            log.exception("wecom_aibot: a message could not be stored and is lost")

    def _run_errand(self, work: Coroutine[Any, Any, None]) -> None:
        errand = asyncio.create_task(work)
        self._errands.add(errand)
        errand.add_done_callback(self._errands.discard)
