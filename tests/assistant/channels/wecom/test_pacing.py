"""Turns are handed out below the limits, per receiver, in order."""

import asyncio
from datetime import datetime

from assistant.channels.wecom.pacing import HOUR, PERSON, Limits, Pace, Rush
from assistant.inbox import Turns
from assistant.storage import Database


class Time:
    """A clock that only moves while somebody sleeps."""

    def __init__(self) -> None:
        self.now = 100.0

    async def sleep(self, seconds: float) -> None:
        self.now += seconds


async def turns(count: int, limits: Limits, hold: float = 0.0) -> list[float]:
    """When each of so many messages to one person may go, in seconds from the first."""
    time = Time()
    pace = Pace(limits, lambda: time.now, time.sleep)
    if hold:
        pace.hold(hold)
    given = []
    for _ in range(count):
        await pace.turn("zhangsan")
        given.append(time.now - 100.0)
    return given


async def test_the_twenty_ninth_message_waits_for_the_minute_to_pass() -> None:
    given = await turns(60, PERSON)

    assert given[:28] == [0.0] * 28
    assert given[28:56] == [60.0] * 28
    assert given[56] == 120.0


async def test_within_any_minute_there_are_fewer_than_thirty() -> None:
    given = await turns(1200, PERSON)

    assert max(sum(0 <= other - one < 60 for other in given) for one in given) < 30
    assert max(sum(0 <= other - one < 3600 for other in given) for one in given) < 1000


async def test_one_person_waits_and_another_does_not() -> None:
    time = Time()
    pace = Pace(((1, 60.0),), lambda: time.now, time.sleep)
    await pace.turn("zhangsan")
    await pace.turn("lisi")

    assert time.now == 100.0


async def test_after_a_flood_nobody_is_sent_anything_until_it_is_over() -> None:
    assert await turns(2, PERSON, hold=60.0) == [60.0, 60.0]


async def test_many_receivers_are_forgotten_once_they_are_free_again() -> None:
    time = Time()
    pace = Pace(((1, 60.0),), lambda: time.now, time.sleep)
    for number in range(1001):
        await pace.turn(f"u{number}")
    time.now += 61
    await pace.turn("zhangsan")

    assert len(pace._turns) == 1


async def test_a_restart_does_not_forget_what_went_out(database: Database) -> None:
    time = Time()
    noted = Turns(database, "wecom", HOUR, lambda: time.now)
    before = Pace(PERSON, lambda: time.now, time.sleep, noted)
    for _ in range(28):
        await before.turn("zhangsan")
    time.now += 20
    after = Pace(PERSON, lambda: time.now, time.sleep, noted)
    await asyncio.gather(after.turn("zhangsan"), after.turn("zhangsan"))
    waited = time.now
    await after.turn("lisi")

    assert waited == 160.0  # a minute after the burst, not after the restart
    assert time.now == waited


async def test_a_clock_set_back_does_not_make_anybody_wait_for_hours(database: Database) -> None:
    time = Time()
    noted = Turns(database, "wecom", HOUR, lambda: time.now)
    pace = Pace(PERSON, lambda: time.now, time.sleep, noted)
    for _ in range(28):
        await pace.turn("zhangsan")
    time.now -= 90
    await Pace(PERSON, lambda: time.now, time.sleep, noted).turn("zhangsan")

    assert time.now == 70.0


async def test_the_rushed_minutes_take_a_share_and_the_rest_waits_for_the_next() -> None:
    nine = datetime(2026, 11, 25, 9, 0, 40)
    slept: list[float] = []

    async def sleep(seconds: float) -> None:
        slept.append(seconds)

    rush = Rush(lambda: nine, sleep, most=2)
    for _ in range(4):
        await rush.turn()

    assert slept == [20, 20]


async def test_in_other_minutes_nothing_waits() -> None:
    rush = Rush(lambda: datetime(2026, 11, 25, 9, 1), most=0)

    await asyncio.wait_for(rush.turn(), 1)
