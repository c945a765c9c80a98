"""The Telegram channel: long polling or webhook, a durable inbox, each chat in order."""

import asyncio
import json
import logging
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from starlette.routing import Route
from telegram import Update
from telegram.error import TelegramError

from assistant.bridge import Bridge
from assistant.channels.telegram.attending import Attendant
from assistant.channels.telegram.connection import Connection, open_line
from assistant.channels.telegram.delivery import TelegramDelivery
from assistant.channels.telegram.incoming import CHANNEL, hear, lane_of
from assistant.channels.telegram.menu import Menu
from assistant.channels.telegram.pacing import Pace, Rates
from assistant.channels.telegram.probing import faults_of
from assistant.channels.telegram.receiving import Poller, Webhook, set_webhook, webhook_route
from assistant.channels.telegram.secrecy import kept_out_of_logs
from assistant.channels.telegram.sending import Sender
from assistant.glossary import AccountOf, Address, Command, Receipt, Reply, ReplyTo
from assistant.inbox import (
    Arrival,
    Buttons,
    Chats,
    Inbox,
    Lanes,
    Lease,
    Pauses,
    Stored,
    keep_tidy,
    lead,
)
from assistant.storage import Database

log = logging.getLogger(__name__)

# The Bot API hands out files up to 20 MB.
FILE_BYTES = 20 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Options:
    """How the channel behaves, beyond where it connects."""

    rates: Rates = Rates()
    parallel: int = 64  # chats at a time
    threads: int = 4  # answers computed at a time
    file_bytes: int = FILE_BYTES
    webhook: Webhook | None = None


class TelegramChannel:
    """电报渠道. `routes()` are for the house's web server, when a webhook is set."""

    name = CHANNEL

    def __init__(
        self,
        connection: Connection,
        reply_to: ReplyTo,
        database: Database,
        clock: Callable[[], datetime],
        *,
        commands: Sequence[Command] = (),
        account_of: AccountOf | None = None,
        options: Options | None = None,
    ) -> None:
        self._connection = connection
        self._options = options or Options()
        self._commands = commands
        self._account_of = account_of
        self._line = open_line(connection)
        self._bridge = Bridge(reply_to, self._options.threads)
        self._inbox = Inbox(database, CHANNEL, clock)
        self._buttons = Buttons(database, CHANNEL, clock)
        chats = Chats(database, CHANNEL, clock)
        self._sender = Sender(self._line, Pace(self._options.rates))
        pauses = Pauses(connection.pause, connection.pause_most)
        self._delivery = TelegramDelivery(self._sender, self._buttons, chats, pauses)
        self._attendant = Attendant(
            self._line,
            self._bridge,
            self._delivery,
            self._inbox,
            self._buttons,
            chats,
            clock,
            self._is_command,
            self._options.file_bytes,
        )
        self._lanes = Lanes(
            self._inbox, self._attend, self._options.parallel, self._attendant.apologise
        )
        self._menu = Menu(self._line, commands)
        self._lease = Lease(database, f"poller of {CHANNEL}")
        self._poller = Poller(self._line, connection, self._take)
        self._errands: set[asyncio.Task[None]] = set()

    async def run(self) -> None:
        """Serve until cancelled. Raises ChannelError for a refused token."""
        with kept_out_of_logs(self._connection.token):
            try:
                await self._connect()
                self._run_errand(keep_tidy(self._inbox, self._buttons))
                await self._receive()
            finally:
                await self.close()

    async def close(self) -> None:
        """Let the connections go; `run` does it at its end, who only sends has to do it."""
        await self._end_errands()
        await self._line.hang_up()
        await asyncio.to_thread(self._bridge.close)

    async def send(self, address: Address, reply: Reply, key: str = "") -> Receipt:
        """Show the reply. Telegram cannot drop repeats: `key` is of no use here."""
        return await self._delivery.send(address, reply)

    def routes(self) -> list[Route]:
        """Where Telegram calls us; none with long polling."""
        webhook = self._options.webhook
        return [webhook_route(webhook, self._take)] if webhook else []

    async def probe(self) -> list[str]:
        """What is wrong with token, network or webhook."""
        with kept_out_of_logs(self._connection.token):
            return await faults_of(self._line, self._options.webhook)

    @property
    def trouble(self) -> str:
        """What keeps the channel from working, for the health page; empty when nothing does."""
        return self._poller.trouble or ("发送失败，正在重试" if self._sender.doubtful else "")

    async def _connect(self) -> None:
        """Until the platform answers; a menu that cannot be shown is no reason to stay silent."""
        await self._patiently(self._line.introduce)
        log.info("telegram: here as @%s", self._line.username)
        try:
            await self._menu.publish()
        except TelegramError as error:
            log.warning("telegram: the menu was not taken: %s", error)

    async def _receive(self) -> None:
        webhook = self._options.webhook
        if webhook is None:
            await self._patiently(self._line.delete_webhook)
            await lead(self._lease, lambda: self._working(self._poller.run()))
        else:
            await self._patiently(lambda: set_webhook(self._line, webhook))
            await self._working(asyncio.Event().wait())

    async def _working(self, receiving: Coroutine[Any, Any, Any]) -> None:
        """What an earlier run or another leader left comes first; what is under way is finished."""
        try:
            await self._lanes.start()
            await receiving
        finally:
            receiving.close()
            await self._lanes.stop()

    async def _patiently(self, call: Callable[[], Any]) -> None:
        pause = self._connection.pause
        while True:
            try:
                await call()
            except TelegramError as error:
                log.warning("telegram: cannot connect: %s", error)
                await asyncio.sleep(pause)
                pause = min(pause * 2, self._connection.pause_most)
            else:
                return

    async def _take(self, batch: list[dict[str, Any]]) -> None:
        """Store updates; what must be acknowledged at once is, beside the lanes."""
        updates = {update["update_id"]: self._read(update) for update in batch}
        arrivals = [self._arrival(update, updates[update["update_id"]]) for update in batch]
        for stored in await self._lanes.put(arrivals):
            update = updates[int(stored.arrival.key.rpartition(":")[2])]
            if update and update.callback_query:
                self._run_errand(self._attendant.acknowledge(update))

    def _run_errand(self, work: Coroutine[Any, Any, None]) -> None:
        errand = asyncio.create_task(work)
        self._errands.add(errand)
        errand.add_done_callback(self._errands.discard)

    async def _end_errands(self) -> None:
        for errand in self._errands:
            errand.cancel()
        await asyncio.gather(*self._errands, return_exceptions=True)

    def _read(self, update: dict[str, Any]) -> Update | None:
        try:
            return Update.de_json(update, self._line)
        except (KeyError, TypeError, ValueError, AttributeError):
            log.exception("an update could not be read")
            return None

    def _arrival(self, raw: dict[str, Any], update: Update | None) -> Arrival:
        """Numbered by the bot as well: another bot in this place counts its updates anew."""
        bot = self._connection.token.partition(":")[0]
        lane = lane_of(update) if update else ""
        return Arrival(f"{bot}:{raw['update_id']}", lane, json.dumps(raw))

    async def _attend(self, stored: Stored) -> None:
        await self._attendant.attend(stored)
        await self._offer_menu(stored)

    async def _offer_menu(self, stored: Stored) -> None:
        """Show a person the commands of their role."""
        update = self._read(json.loads(stored.arrival.body))
        heard = hear(update, self._line.bot) if update and not update.inline_query else None
        if self._account_of is None or heard is None or heard.address.group:
            return
        account = await asyncio.to_thread(self._account_of, heard.address)
        try:
            await self._menu.offer(heard.address.chat, account.role)
        except TelegramError as error:
            log.info("telegram: a menu was not taken: %s", error)

    def _is_command(self, text: str) -> bool:
        """Whether the dialogue would take it for an order: "/close 3", "订阅 59", "订阅59"."""
        words = [word for command in self._commands for word in command.words]
        return text.startswith("/") or any(
            text.startswith(word) and not text[len(word) :][:1].isalpha() for word in words
        )
