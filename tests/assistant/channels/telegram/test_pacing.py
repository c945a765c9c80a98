"""Turns by a clock set by hand."""

import pytest

from assistant.channels.telegram.pacing import Pace, Rates


class Time:
    """Sleeping is what moves it."""

    def __init__(self) -> None:
        self.now = 100.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.slept.append(round(seconds, 3))
        self.now += seconds


@pytest.fixture
def time() -> Time:
    return Time()


async def test_a_chat_gets_one_a_second_other_chats_do_not_wait(time: Time) -> None:
    pace = Pace(Rates(per_second=0, chat_pause=1.0), time, time.sleep)
    for chat in ("1", "2", "3", "1", "1"):
        await pace.turn(chat, group=False)

    assert time.slept == [1.0, 1.0]


async def test_all_chats_together_get_thirty_a_second(time: Time) -> None:
    pace = Pace(Rates(per_second=30), time, time.sleep)
    for chat in range(31):
        await pace.turn(str(chat), group=False)

    assert sum(time.slept) == pytest.approx(1.0, abs=0.02)


async def test_a_group_gets_twenty_a_minute(time: Time) -> None:
    pace = Pace(Rates(per_second=0, chat_pause=0.0, group_per_minute=20), time, time.sleep)
    for _message in range(21):
        await pace.turn("-1", group=True)

    assert time.slept == [60.0]


async def test_a_flood_holds_that_chat_only(time: Time) -> None:
    pace = Pace(Rates(per_second=0), time, time.sleep)
    pace.hold("1", 7.0)
    await pace.turn("2", group=False)
    await pace.turn("1", group=False)

    assert time.slept == [7.0]


async def test_old_chats_are_forgotten(time: Time) -> None:
    pace = Pace(Rates(per_second=0), time, time.sleep)
    for chat in range(1500):
        await pace.turn(str(chat), group=False)
        time.now += 2

    assert len(pace._chats) <= 1001
