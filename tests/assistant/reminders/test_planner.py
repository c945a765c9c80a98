"""The planner: which occasions exist by a day; the same however often and wherever it is asked."""

import os
import random
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from assistant.glossary import Role
from assistant.reminders.matching import Subject, Wanted
from assistant.reminders.planner import Occurrence, Wish, plan
from assistant.reminders.workdays import WorkCalendar
from assistant.storage.moments import SHANGHAI
from knowledge import Deadline
from tests.assistant.reminders.office import promise, three

CALENDAR = WorkCalendar()
EARLY = date(2022, 1, 1)


def subject(number: int, deadline: date | None, since: date = EARLY) -> Subject:
    """A commitment of the ledger."""
    head, commitment = promise(
        number, f"第{number}件事", Deadline("某日", deadline, deadline, "day")
    )
    return Subject(number, head, commitment, deadline, since)


def wish(role: Role = Role.STAFF, since: date = EARLY, **options: object) -> Wish:
    """A subscription to everything."""
    return replace(Wish(1, 1, role, Wanted("all"), since), **options)  # type: ignore[arg-type]


def days(found: dict[str, Occurrence]) -> list[str]:
    """What was planned, in short."""
    shown = sorted(found.values(), key=lambda one: (one.day, one.kind, -one.offset))
    return [f"{one.day:%m-%d} {one.kind}{one.offset}" for one in shown]


def test_leads_then_weekly_repeats_until_today() -> None:
    found = plan([subject(1, date(2026, 6, 10))], [wish()], CALENDAR, date(2026, 6, 30), EARLY)

    assert days(found) == [
        "05-11 lead30", "06-03 lead7", "06-09 lead1", "06-10 lead0", "06-17 overdue1",
        "06-24 overdue2",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("role", "planned"),
    [
        (Role.STAFF, ["06-09 lead1", "06-10 lead0", "06-17 overdue1"]),
        (Role.ADMIN, ["06-09 lead1", "06-10 lead0", "06-17 overdue1"]),
        (Role.DEPUTY, ["06-10 lead0", "06-17 overdue1"]),
        (Role.SUPERVISOR, ["06-17 overdue1"]),
        (Role.VISITOR, []),
    ],
)
def test_each_role_has_its_rungs_of_the_ladder(role: Role, planned: list[str]) -> None:
    only = wish(role, leads=(1, 0))

    found = plan([subject(1, date(2026, 6, 10))], [only], CALENDAR, date(2026, 6, 17), EARLY)

    assert days(found) == planned


def test_one_commitment_matched_by_several_subscriptions_is_planned_once() -> None:
    wishes = [wish(), wish(number=2, wanted=Wanted("unit", "区市场监管局"))]

    found = plan([subject(1, date(2026, 6, 10))], wishes, CALENDAR, date(2026, 6, 10), EARLY)

    assert len(found) == 4


@pytest.mark.parametrize(
    ("since", "planned"),
    [
        # before every lead: nothing special
        ("2026-05-01", ["05-11 lead30", "06-03 lead7", "06-09 lead1", "06-10 lead0"]),
        # between leads: what is left
        ("2026-06-05", ["06-09 lead1", "06-10 lead0"]),
        # long after the deadline: told once, not every week
        ("2026-06-11", ["06-11 opening0"]),
        # ... and on a working day
        ("2026-06-13", ["06-15 opening0"]),
    ],
)
def test_a_subscription_begins_with_what_is_ahead_of_it(since: str, planned: list[str]) -> None:
    late = wish(since=date.fromisoformat(since))

    found = plan([subject(1, date(2026, 6, 10))], [late], CALENDAR, date(2026, 6, 16), EARLY)

    assert days(found) == planned


def test_nothing_closed_vague_or_ahead_is_planned() -> None:
    closed = replace(subject(1, date(2026, 6, 10)), open=False)

    found = plan(
        [closed, subject(2, None), subject(3, date(2027, 6, 10))],
        [wish()],
        CALENDAR,
        date(2026, 6, 30),
        EARLY,
    )

    assert found == {}


def test_every_day_may_be_asked_for() -> None:
    sunday = subject(1, date(2026, 6, 14))

    shifted = plan([sunday], [wish(leads=(0,))], CALENDAR, date(2026, 6, 14), EARLY)
    daily = plan([sunday], [wish(leads=(0,), workdays=False)], CALENDAR, date(2026, 6, 14), EARLY)

    assert days(shifted) == ["06-12 lead0"]
    assert days(daily) == ["06-14 lead0"]


@pytest.fixture(params=["UTC", "Asia/Shanghai", "America/Los_Angeles", "Pacific/Kiritimati"])
def host_zone(request: pytest.FixtureRequest) -> Iterator[str]:
    """The time zone of the host, put back afterwards."""
    before = os.environ.get("TZ")
    os.environ["TZ"] = request.param
    time.tzset()
    yield request.param
    os.environ.pop("TZ") if before is None else os.environ.update(TZ=before)
    time.tzset()


def test_400_days_are_the_same_in_every_time_zone_of_the_host(host_zone: str) -> None:
    """Asked day by day with a week's look back, or once at the end: the same occasions."""
    subjects = _three_and_two_hundred()
    wishes = [wish(since=date(2022, 8, 1)), wish(Role.DEPUTY, date(2022, 9, 1), owner=2, number=2)]
    stamp = datetime(2022, 8, 1, 16, 30, tzinfo=UTC).timestamp()  # already the 2nd in Shanghai

    simulated: dict[str, Occurrence] = {}
    for number in range(400):
        today = datetime.fromtimestamp(stamp + number * 86400, SHANGHAI).date()
        found = plan(subjects, wishes, CALENDAR, today, today - timedelta(days=7))
        simulated.update(found)

    at_once = plan(subjects, wishes, CALENDAR, today, date(2022, 8, 1))
    assert simulated == at_once
    assert len(simulated) > 4000
    assert all(CALENDAR.works(one.day) for one in simulated.values())


def _three_and_two_hundred() -> list[Subject]:
    """The letter's three, and a table of 200 deadlines spread over 400 days."""
    chance = random.Random(59)
    found = [
        Subject(number, head, commitment, commitment.deadline.latest, EARLY)
        for number, (head, commitment) in enumerate(three(), start=1)
        if commitment.deadline
    ]
    for number in range(4, 204):
        found.append(subject(number, date(2022, 8, 15) + timedelta(days=chance.randrange(400))))
    return found
