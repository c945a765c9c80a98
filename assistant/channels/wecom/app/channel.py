"""The channel of a self-built WeCom app (自建应用): callbacks in, message/send out."""

import asyncio
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from starlette.routing import Route

from assistant.bridge import Bridge
from assistant.channels.wecom.app.attending import Attendant
from assistant.channels.wecom.app.client import Client, Connection
from assistant.channels.wecom.app.delivery import AppDelivery
from assistant.channels.wecom.app.incoming import CHANNEL, fields_of, key_of
from assistant.channels.wecom.app.menu import menu
from assistant.channels.wecom.app.sending import Sender
from assistant.channels.wecom.callbacks import Callbacks
from assistant.channels.wecom.envelope import Envelope, Forged
from assistant.channels.wecom.failures import Refused
from assistant.channels.wecom.outcomes import sentence
from assistant.channels.wecom.pacing import HOUR, PERSON, Limits, Pace, Rush
from assistant.errors import ChannelError
from assistant.glossary import Address, Command, Receipt, Reply, ReplyTo
from assistant.inbox import Arrival, Buttons, Chats, Inbox, Lanes, Pauses, Turns, keep_tidy
from assistant.storage import Database

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Options:
    """How the channel behaves, beyond where it connects."""

    token: str = field(repr=False)  # of the callback settings, as the AES key
    aes_key: str = field(repr=False)
    path: str = "/wecom/callback"
    markdown: bool = False  # people who read in the WeChat plug-in do not see it
    limits: Limits = PERSON
    parallel: int = 64  # persons at a time
    threads: int = 4  # answers computed at a time


class WeComApp:
    """企业微信应用. `routes()` are for the house's web server: WeCom calls there."""

    name = CHANNEL

    def __init__(
        self,
        connection: Connection,
        options: Options,
        reply_to: ReplyTo,
        database: Database,
        clock: Callable[[], datetime],
        *,
        commands: Sequence[Command] = (),
    ) -> None:
        self._connection = connection
        self._commands = [command.name for command in commands]
        self._client = Client(connection)
        self._bridge = Bridge(reply_to, options.threads)
        self._inbox = Inbox(database, CHANNEL, clock)
        self._buttons = Buttons(database, CHANNEL, clock)
        chats = Chats(database, CHANNEL, clock)
        pauses = Pauses(connection.pause, connection.pause_most)
        pace = Pace(options.limits, noted=Turns(database, CHANNEL, HOUR))
        self._rush = Rush(clock)
        self._sender = Sender(self._client, connection.agent_id, pace)
        self._delivery = AppDelivery(
            self._sender, self._buttons, chats, pauses, markdown=options.markdown
        )
        attendant = Attendant(
            self._client,
            connection.agent_id,
            self._bridge,
            self._delivery,
            self._inbox,
            self._buttons,
            chats,
            clock,
        )
        self._lanes = Lanes(self._inbox, attendant.attend, options.parallel, attendant.apologise)
        envelope = Envelope(options.token, options.aes_key, connection.corp_id)
        self._route = Callbacks(envelope, self._take).route(options.path)

    async def run(self) -> None:
        """Serve until cancelled."""
        try:
            await self._lanes.start()
            await asyncio.gather(self._publish_menu(), keep_tidy(self._inbox, self._buttons))
        finally:
            await self._lanes.stop()
            await self.close()

    async def close(self) -> None:
        """Let the connections go; `run` does it at its end, who only sends has to do it."""
        await self._client.close()
        await asyncio.to_thread(self._bridge.close)

    async def send(self, address: Address, reply: Reply, key: str = "") -> Receipt:
        """Show the reply; what is sent again under the same key is shown once."""
        if key:  # nobody waits for it: sent by the hour, not asked for
            await self._rush.turn()
        return await self._delivery.send(address, reply, key)

    def routes(self) -> list[Route]:
        """Where WeCom calls us."""
        return [self._route]

    @property
    def trouble(self) -> str:
        """What keeps the channel from working, for the health page; empty when nothing does."""
        return self._sender.trouble

    async def probe(self) -> str:
        """What is wrong with id, secret, agent or trusted address; empty when nothing is."""
        try:
            await self._client.look("agent/get", {"agentid": self._connection.agent_id})
        except Refused as error:
            return sentence(error)
        except ChannelError as error:
            return f"连不上企业微信接口（{error}）"
        return ""

    async def _take(self, message: str) -> bytes:
        """Store what was said; durable on return."""
        fields = fields_of(message)
        if fields.get("AgentID") != str(self._connection.agent_id):
            raise Forged("agent")
        await self._lanes.put([Arrival(key_of(fields), fields.get("FromUserName", ""), message)])
        return b""

    async def _publish_menu(self) -> None:
        """Until it is taken; a menu that cannot be shown is no reason to stay silent."""
        pause = self._connection.pause
        body, query = menu(self._commands), {"agentid": self._connection.agent_id}
        told = ""
        while True:
            try:
                await self._client.call("menu/create", body, query)
            except ChannelError as error:
                words = sentence(error) if isinstance(error, Refused) else str(error)
                if words != told:
                    log.warning("wecom: the menu was not taken: %s", words)
                self._sender.trouble = told = words
                await asyncio.sleep(pause)
                pause = min(pause * 2, self._connection.pause_most)
            else:
                self._sender.trouble = ""
                return
