"""The people of an office over an empty database, and a clock set by hand."""

from datetime import datetime, timedelta

import pytest

from assistant.glossary import Address, Message, Reply, Request, Role
from assistant.people import People, open_people
from assistant.storage import Database
from assistant.storage.moments import SHANGHAI


class Front:
    """The door of the office: who comes in on which chat, and what they say."""

    def __init__(self, database: Database) -> None:
        self.now = datetime(2026, 1, 5, 9, 0, tzinfo=SHANGHAI)
        self.people: People = open_people(database, lambda: self.now)
        self.commands = {command.name: command for command in self.people.commands}

    def later(self, **time: float) -> None:
        """Let time pass."""
        self.now += timedelta(**time)

    def say(self, address: Address, name: str, words: str = "") -> Reply:
        """A command, as the dialogue would dispatch it."""
        account = self.people.accounts.account_of(address)
        request = Request(account, words, Message(address, f"/{name} {words}", self.now))
        return self.commands[name].run(request)

    def join(self, role: Role, name: str, chat: str) -> Address:
        """A new person."""
        address = chat_of(chat)
        self.say(address, "join", self.people.console.invite(role, name).code)
        return address


def chat_of(chat: str, channel: str = "telegram") -> Address:
    """A private chat."""
    return Address(channel, chat, chat)


@pytest.fixture
def front(database: Database) -> Front:
    """Nobody is bound yet."""
    return Front(database)
