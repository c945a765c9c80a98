"""A dialogue over the shipped letter, and a way to ask it in one line."""

from collections.abc import Callable
from datetime import datetime, timedelta, timezone

import pytest

from assistant.dialogue import Dialogue
from assistant.glossary import Address, Message, Reply
from knowledge import Library

NOW = datetime(2022, 10, 1, 9, tzinfo=timezone(timedelta(hours=8)))
SOMEBODY = Address("console", "chat", "somebody")

Ask = Callable[..., Reply]


def message(text: str, now: datetime = NOW, address: Address = SOMEBODY) -> Message:
    """A message typed by somebody on the day most tests play."""
    return Message(address, text, now)


@pytest.fixture
def dialogue(shipped: Library) -> Dialogue:
    """A dialogue with a memory of its own."""
    return Dialogue(shipped)


@pytest.fixture
def ask(dialogue: Dialogue) -> Ask:
    """Ask one thing after the other; the turns share the memory."""

    def asked(text: str, now: datetime = NOW, address: Address = SOMEBODY) -> Reply:
        return dialogue.reply_to(message(text, now, address))

    return asked
