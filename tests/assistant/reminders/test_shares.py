"""A tick inserts no more than a share, so that nobody else waits long; no digest is torn by it."""

import asyncio

import pytest

from assistant.glossary import Role
from assistant.people import OPERATOR
from assistant.reminders import Brake, schedule
from assistant.storage import Database
from tests.assistant.reminders.office import Office, at, promise


def test_a_heap_is_planned_in_shares_that_leave_every_digest_whole(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schedule, "SHARE", 5)
    office = Office(database)
    for number in range(4):
        office.say(office.join(Role.STAFF, f"某{number}", f"c{number}"), "subscribe", "全部")
    office.clock.now = at("2022-12-01 09:00")

    planned = [office.reminders.delivery.tick() for _ in range(3)]

    assert [(one.occurrences, one.left) for one in planned] == [(6, 6), (6, 0), (0, 0)]
    assert [reply.headline for reply in office.send()] == ["今日提醒 3 项：3 项将到期"] * 4


def test_the_last_share_of_a_burst_is_held_like_the_first(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schedule, "SHARE", 36)
    office = Office(database, [promise(n, f"第{n}件事") for n in range(12)], Brake(floor=10))
    office.reminders.schedule._brake.machine = lambda: office.clock.now.timestamp()
    for number in range(4):
        office.say(office.join(Role.STAFF, f"某{number}", f"c{number}"), "subscribe", "全部")
    office.clock.now = at("2022-12-01 09:00")

    planned = [office.reminders.delivery.tick() for _ in range(2)]

    assert [(one.occurrences, one.left) for one in planned] == [(36, 12), (12, 0)]
    assert office.send() == []
    office.reminders.register.release(OPERATOR)
    assert len(office.send()) == 4


async def test_what_a_tick_leaves_is_planned_at_once(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schedule, "SHARE", 3)
    office = Office(database)
    for number in range(4):
        office.say(office.join(Role.STAFF, f"某{number}", f"c{number}"), "subscribe", "全部")
    office.clock.now = at("2022-12-01 09:00")

    serving = asyncio.create_task(office.reminders.postman({"telegram": office.sender()}).run())
    for _ in range(500):
        if len(office.sender().sent) == 4:
            break
        await asyncio.sleep(0.01)
    serving.cancel()
    await asyncio.gather(serving, return_exceptions=True)

    assert len(office.sender().sent) == 4
