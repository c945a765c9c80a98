"""Chats that are gone or have moved are remembered."""

from datetime import UTC, datetime

import pytest

from assistant.inbox import Buttons, Chats, Known
from assistant.storage import Database


def now() -> datetime:
    return datetime(2022, 10, 1, tzinfo=UTC)


@pytest.fixture
def chats(database: Database) -> Chats:
    return Chats(database, "telegram", now)


def test_an_unknown_chat_is_where_it_is(chats: Chats) -> None:
    assert chats.known("1") == Known("1", "")


def test_a_gone_chat_comes_back_when_it_speaks(chats: Chats) -> None:
    chats.mark_gone("1", "blocked")

    assert chats.known("1").gone == "blocked"
    assert chats.revive("1")
    assert chats.known("1").gone == ""
    assert not chats.revive("1")


def test_a_moved_chat_takes_its_buttons_along(chats: Chats, database: Database) -> None:
    buttons = Buttons(database, "telegram", now)
    (handle,) = buttons.keep("-5", ["谁负责？"])
    chats.move("-5", "-1005")

    assert chats.known("-5") == Known("-1005", "")
    assert buttons.words(handle, "-1005") == "谁负责？"
