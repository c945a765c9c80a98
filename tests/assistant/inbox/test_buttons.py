"""A button's handle is worth something in its own chat only, and not for ever."""

from datetime import UTC, datetime, timedelta

from assistant.inbox import Buttons
from assistant.storage import Database

NOW = datetime(2022, 10, 1, tzinfo=UTC)


def test_words_come_back_in_the_chat_they_were_shown_in(database: Database) -> None:
    buttons = Buttons(database, "telegram", lambda: NOW)
    first, second = buttons.keep("1001", ["谁负责？", "何时完成？"])

    assert buttons.words(second, "1001") == "何时完成？"
    assert buttons.words(first, "1002") is None
    assert buttons.words("made up", "1001") is None
    assert Buttons(database, "wecom", lambda: NOW).words(first, "1001") is None


def test_a_handle_fits_into_64_bytes(database: Database) -> None:
    (handle,) = Buttons(database, "telegram", lambda: NOW).keep("1", ["长" * 500])

    assert len(handle.encode()) <= 64


def test_half_a_year_later_it_has_expired(database: Database) -> None:
    (handle,) = Buttons(database, "telegram", lambda: NOW).keep("1", ["谁负责？"])
    later = Buttons(database, "telegram", lambda: NOW + timedelta(days=181))

    assert later.words(handle, "1") is None

    later.forget()
    assert Buttons(database, "telegram", lambda: NOW).words(handle, "1") is None
