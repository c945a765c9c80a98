"""The wired house over the shipped letter, with chats at hand and a clock set by hand."""

import asyncio
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import bot
from assistant.glossary import Address, Attachment, Message, Outcome, Receipt, Reply, Role
from assistant.storage.moments import SHANGHAI


def at(words: str) -> datetime:
    """ "2022-11-28 08:00" in Shanghai."""
    return datetime.fromisoformat(words).replace(tzinfo=SHANGHAI)


@dataclass(slots=True)
class Hall:
    """A channel that shows everything and remembers it."""

    shown: list[tuple[Address, Reply]] = field(default_factory=list)

    async def send(self, address: Address, reply: Reply, key: str = "") -> Receipt:
        """Show it."""
        self.shown.append((address, reply))
        return Receipt(Outcome.SENT, f"m{len(self.shown)}")


class Theatre:
    """剧场: say something as somebody, let a day come, see what is shown."""

    def __init__(self, folder: Path, now: str = "2022-11-28 08:00") -> None:
        self.now = at(now)
        self.house = bot.House(bot.HERE / "config.yaml", folder, self.now)
        self.house.clock = lambda: self.now
        self.house.fill()
        # the machine's own time goes with the clock: no leap of days is taken for a wrong clock
        self.house.reminders.schedule._brake.machine = lambda: self.now.timestamp()
        self.halls: dict[str, Hall] = {}

    def join(
        self, role: Role, chat: str, name: str = "某甲", unit: str = "", channel: str = "telegram"
    ) -> Address:
        """A new person in a private chat."""
        address = Address(channel, chat, chat)
        self.say(address, f"/join {self.house.people.console.invite(role, name, unit).code}")
        return address

    def say(self, address: Address, text: str, files: tuple[Attachment, ...] = ()) -> Reply:
        """As a channel asks."""
        return self.house.reply_to(Message(address, text, self.now, files))

    def press(self, address: Address, reply: Reply, label: str) -> Reply:
        """A button of a reply."""
        return self.say(address, next(c.words for c in reply.suggestions if c.label == label))

    def pass_to(self, words: str, channel: str = "telegram") -> list[Reply]:
        """Set the clock, plan, send; what was shown on the channel."""
        self.now = at(words)
        hall = self.halls.setdefault(channel, Hall())
        before = len(hall.shown)
        self.house.reminders.delivery.tick()
        asyncio.run(self.house.reminders.delivery.empty(channel, hall))
        return [reply for _, reply in hall.shown[before:]]
