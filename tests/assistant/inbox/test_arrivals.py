"""Updates are stored once, kept until finished, and known again for a week."""

from datetime import UTC, datetime, timedelta

import pytest

from assistant.inbox import Arrival, Inbox
from assistant.storage import Database


class Clock:
    """A clock set by hand."""

    def __init__(self) -> None:
        self.now = datetime(2022, 10, 1, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def inbox(database: Database, clock: Clock) -> Inbox:
    return Inbox(database, "telegram", clock)


def arrivals(*keys: str) -> list[Arrival]:
    return [Arrival(key, "chat", f"body {key}") for key in keys]


def test_new_ones_are_given_back_in_order(inbox: Inbox) -> None:
    stored = inbox.store(arrivals("1", "2", "3"))

    assert [item.arrival.key for item in stored] == ["1", "2", "3"]
    assert inbox.unfinished() == stored


def test_one_delivered_twice_is_stored_once(inbox: Inbox) -> None:
    inbox.store(arrivals("1", "1", "2"))

    assert inbox.store(arrivals("2", "1")) == []
    assert [item.arrival.key for item in inbox.unfinished()] == ["1", "2"]


def test_one_already_handled_is_not_taken_again(inbox: Inbox) -> None:
    (item,) = inbox.store(arrivals("1"))
    inbox.done(item)

    assert inbox.store(arrivals("1")) == []
    assert inbox.unfinished() == []


def test_two_platforms_may_use_the_same_number(inbox: Inbox, database: Database) -> None:
    inbox.store(arrivals("1"))

    assert len(Inbox(database, "wecom", Clock()).store(arrivals("1"))) == 1


def test_an_interrupted_one_says_how_far_it_came(inbox: Inbox) -> None:
    (item,) = inbox.store(arrivals("1"))
    inbox.begin(item)
    inbox.answering(item)

    (left,) = inbox.unfinished()
    assert (left.tries, left.answered_before) == (1, True)


def test_a_week_later_it_is_forgotten(inbox: Inbox, clock: Clock) -> None:
    handled, waiting = inbox.store(arrivals("1", "2"))
    inbox.done(handled)
    clock.now += timedelta(days=8)
    inbox.forget()

    assert [item.arrival.key for item in inbox.store(arrivals("1", "2"))] == ["1"]
    assert waiting in inbox.unfinished()
