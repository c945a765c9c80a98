"""What was said, put to the dialogue; alike for both modes of the AI bot."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from assistant.bridge import Bridge
from assistant.channels.wecom.aibot.files import Files
from assistant.channels.wecom.aibot.incoming import Heard
from assistant.glossary import Address, Message, Reply
from assistant.inbox import Buttons

EXPIRED = "这个按钮已经失效，请重新提问。"


@dataclass(frozen=True, slots=True)
class Listener:
    """听话人: turns a button back into its words, fetches a file, asks."""

    bridge: Bridge
    files: Files
    buttons: Buttons
    clock: Callable[[], datetime]

    async def reply(self, heard: Heard) -> Reply:
        """What the dialogue says to it, or why it could not be asked."""
        text = heard.text
        if heard.handle:
            words = await asyncio.to_thread(self.buttons.words, heard.handle, heard.address.chat)
            if words is None:
                return Reply("help", EXPIRED, EXPIRED)
            text = words
        fetched = await self.files.fetch(heard)
        if isinstance(fetched, str):
            return Reply("help", fetched, fetched)
        return await self.bridge.ask(
            Message(heard.address, text, self.clock(), fetched, heard.kind)
        )

    async def welcome(self, address: Address) -> Reply:
        """What is said to whoever opens the chat."""
        return await self.bridge.ask(Message(address, "/start", self.clock()))
