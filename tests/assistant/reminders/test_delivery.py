"""The engine running: it sends, survives a fault, stops when told, and finds the dead at its start."""

import asyncio
from collections.abc import Collection

import pytest

from assistant.glossary import Role
from assistant.reminders import Planned, Postman
from tests.assistant.reminders.office import FakeSender, Office, at


@pytest.fixture
def due(office: Office) -> Office:
    """A digest is due."""
    office.say(office.join(Role.STAFF, "某甲", "5"), "subscribe", "全部")
    office.clock.now = at("2022-12-01 09:00")
    return office


async def until(sender: FakeSender, count: int = 1) -> None:
    """Wait until so many were sent, five seconds at most."""
    for _ in range(500):
        if len(sender.sent) >= count:
            return
        await asyncio.sleep(0.01)
    raise AssertionError("nothing was sent")


async def test_the_postman_plans_sends_and_stops(due: Office) -> None:
    sender = FakeSender()
    postman = Postman(due.reminders.delivery, {"telegram": sender}, tick=0.05, idle=0.02)

    running = asyncio.create_task(postman.run())
    await until(sender)
    postman.stop()
    await asyncio.wait_for(running, 5)

    assert len(sender.sent) == 1


async def test_a_round_that_fails_is_not_the_last(
    due: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    sender, plan, failures = FakeSender(), due.reminders.schedule.plan, [OSError("disk full")]

    def failing(served: Collection[str]) -> Planned:
        if failures:
            raise failures.pop()
        return plan(served)

    monkeypatch.setattr(due.reminders.schedule, "plan", failing)
    postman = Postman(due.reminders.delivery, {"telegram": sender}, tick=0.05, idle=0.02)
    running = asyncio.create_task(postman.run())
    await until(sender)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)

    assert len(sender.sent) == 1


async def test_what_a_dead_process_held_is_repeated_with_its_mark(due: Office) -> None:
    due.reminders.delivery.tick()
    assert due.reminders.delivery.claim("telegram", 0.0) is not None  # and then it died
    successor, sender = Office(due.database), FakeSender()
    successor.clock.now = due.clock.now

    postman = Postman(successor.reminders.delivery, {"telegram": sender}, tick=0.05, idle=0.02)
    running = asyncio.create_task(postman.run())
    await until(sender)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)

    assert sender.texts[0].startswith("（重发，如已收到请忽略）")
