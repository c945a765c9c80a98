"""Within a chat in order, other chats not waiting, nothing lost by a stop or a fault."""

import asyncio
from datetime import UTC, datetime

import pytest
from sqlalchemy.exc import OperationalError

from assistant.inbox import Arrival, Inbox, Lanes, Stored
from assistant.storage import Database


@pytest.fixture
def inbox(database: Database) -> Inbox:
    return Inbox(database, "telegram", lambda: datetime(2022, 10, 1, tzinfo=UTC))


class Handler:
    """Remembers what it finished; waits where a gate is shut; fails where told."""

    def __init__(self) -> None:
        self.finished: list[str] = []
        self.gates: dict[str, asyncio.Event] = {}
        self.faulty: set[str] = set()

    async def __call__(self, stored: Stored) -> None:
        key = stored.arrival.key
        if key in self.gates:
            await self.gates[key].wait()
        if key in self.faulty:
            raise ValueError(key)
        self.finished.append(key)


def arrivals(*keys: str) -> list[Arrival]:
    """Keys like "a1": lane and number."""
    return [Arrival(key, key[0], "") for key in keys]


async def settled(lanes: Lanes) -> None:
    async with asyncio.timeout(10):
        while lanes._lanes:
            await asyncio.sleep(0.01)


async def test_a_slow_chat_keeps_its_order_and_holds_up_no_other(inbox: Inbox) -> None:
    handler = Handler()
    handler.gates["a1"] = asyncio.Event()
    lanes = Lanes(inbox, handler)
    await lanes.start()
    await lanes.put(arrivals("a1", "a2", "b1", "b2"))
    async with asyncio.timeout(10):
        while len(handler.finished) < 2:
            await asyncio.sleep(0.01)
    handler.gates["a1"].set()
    await settled(lanes)

    assert handler.finished == ["b1", "b2", "a1", "a2"]


async def test_what_an_earlier_run_left_comes_first(inbox: Inbox) -> None:
    inbox.store(arrivals("a1", "a2"))
    handler = Handler()
    lanes = Lanes(inbox, handler)
    await lanes.put(arrivals("a3"))
    await lanes.start()
    await settled(lanes)

    assert handler.finished == ["a1", "a2", "a3"]
    assert inbox.unfinished() == []


async def test_a_stop_leaves_the_rest_in_the_inbox(inbox: Inbox) -> None:
    handler = Handler()
    handler.gates["a1"] = asyncio.Event()
    lanes = Lanes(inbox, handler)
    await lanes.start()
    await lanes.put(arrivals("a1", "a2"))
    await asyncio.sleep(0.05)
    await lanes.stop(grace=0.05)

    assert handler.finished == []
    assert [left.arrival.key for left in inbox.unfinished()] == ["a1", "a2"]


async def test_a_fault_ends_one_update_only(inbox: Inbox) -> None:
    handler = Handler()
    handler.faulty.add("a1")
    lanes = Lanes(inbox, handler)
    await lanes.start()
    await lanes.put(arrivals("a1", "a2"))
    await settled(lanes)

    assert handler.finished == ["a2"]
    assert inbox.unfinished() == []


async def test_what_ends_the_program_each_time_is_given_up(inbox: Inbox) -> None:
    (item,) = inbox.store(arrivals("a1"))
    for _crash in range(3):
        inbox.begin(item)
    handler, farewell = Handler(), Handler()
    lanes = Lanes(inbox, handler, give_up=farewell)
    await lanes.start()
    await settled(lanes)

    assert handler.finished == []
    assert farewell.finished == ["a1"]
    assert inbox.unfinished() == []


async def test_a_failing_database_keeps_the_update_and_the_lane(
    inbox: Inbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin = inbox.begin

    def failing(stored: Stored) -> None:
        if stored.arrival.key == "a1":
            raise OperationalError("UPDATE", {}, Exception("database or disk is full"))
        begin(stored)

    monkeypatch.setattr(inbox, "begin", failing)
    handler = Handler()
    lanes = Lanes(inbox, handler)
    await lanes.start()
    await lanes.put(arrivals("a1", "a2"))
    await settled(lanes)

    assert handler.finished == ["a2"]
    assert [left.arrival.key for left in inbox.unfinished()] == ["a1"]


async def test_what_comes_while_it_starts_is_not_left_lying(
    inbox: Inbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    handler, loop = Handler(), asyncio.get_running_loop()
    lanes, unfinished = Lanes(inbox, handler), inbox.unfinished

    def looked_up_slowly() -> list[Stored]:
        left = unfinished()
        asyncio.run_coroutine_threadsafe(lanes.put(arrivals("a2")), loop).result()
        return left

    inbox.store(arrivals("a1"))
    monkeypatch.setattr(inbox, "unfinished", looked_up_slowly)
    await lanes.start()
    await settled(lanes)

    assert handler.finished == ["a1", "a2"]
