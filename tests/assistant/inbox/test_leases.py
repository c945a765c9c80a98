"""One leader at a time; a dead one is followed, a restarted one goes on."""

import asyncio

import pytest
from sqlalchemy.exc import OperationalError

from assistant.inbox import Lease, lead
from assistant.storage import Database


def replicas(database: Database, now: list[float], lasts: float = 30.0) -> tuple[Lease, Lease]:
    one, other = (
        Lease(database, "poller", lambda: now[0], lasts, holder=holder) for holder in "ab"
    )
    return one, other


def test_one_of_two_leads(database: Database) -> None:
    one, other = replicas(database, [0.0])

    assert [one.take(), other.take(), one.take()] == [True, False, True]


def test_a_dead_leader_is_followed_when_its_time_is_over(database: Database) -> None:
    now = [0.0]
    one, other = replicas(database, now)
    one.take()
    now[0] = 29.0
    before = other.take()
    now[0] = 31.0

    assert (before, other.take(), one.take()) == (False, True, False)


def test_a_restarted_leader_goes_on_at_once(database: Database) -> None:
    one, _ = replicas(database, [0.0])
    one.take()
    again, _ = replicas(database, [1.0])

    assert again.take()


def test_who_leaves_makes_room_at_once_but_only_its_own(database: Database) -> None:
    one, other = replicas(database, [0.0])
    one.take()
    other.release()
    still = other.take()
    one.release()

    assert (still, other.take()) == (False, True)


async def test_only_the_leader_works_and_the_next_follows(database: Database) -> None:
    now, working = [0.0], []
    one, other = replicas(database, now, lasts=0.06)

    async def work(name: str) -> None:
        working.append(name)
        await asyncio.Event().wait()

    first = asyncio.create_task(lead(one, lambda: work("a")))
    while not working:
        await asyncio.sleep(0.01)
    second = asyncio.create_task(lead(other, lambda: work("b")))
    await asyncio.sleep(0.1)
    alone = list(working)
    first.cancel()
    while len(working) < 2:
        await asyncio.sleep(0.01)
    second.cancel()
    await asyncio.gather(first, second, return_exceptions=True)

    assert (alone, working) == (["a"], ["a", "b"])


async def test_a_fault_in_the_work_is_raised(database: Database) -> None:
    one, _ = replicas(database, [0.0])

    async def work() -> None:
        raise ValueError("refused")

    with pytest.raises(ValueError, match="refused"):
        await lead(one, work)
    assert replicas(database, [0.0])[1].take()


async def test_a_full_disk_does_not_stop_the_leader(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, _ = replicas(database, [0.0], lasts=0.06)
    working = asyncio.Event()

    async def work() -> None:
        working.set()
        await asyncio.sleep(0.2)

    def fail() -> bool:
        raise OperationalError("insert", {}, Exception("database or disk is full"))

    leading = asyncio.create_task(lead(one, work))
    await working.wait()
    monkeypatch.setattr(one, "take", fail)

    await leading
