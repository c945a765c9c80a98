"""Which reminders should exist by a day: commitments x subscriptions x calendar x today. Pure.

Level-triggered: asked again and again, it says the same; what is missing is inserted by
`schedule`. It looks back to `reach`, so that days on which nothing ran are made good.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from assistant.glossary import Role
from assistant.reminders.matching import Subject, Wanted, matching
from assistant.reminders.workdays import WorkCalendar

LEADS = (30, 7, 1, 0)  # days before the deadline, unless a subscription says otherwise
WEEK = 7
SLACK = 3  # weeks ahead to look for repeats that a long holiday moves forward

# Who is reminded when: of days before, of the day itself, of days after.
Ladder = Mapping[Role, frozenset[str]]
LADDER: Ladder = {
    Role.STAFF: frozenset({"before", "on", "after"}),
    Role.ADMIN: frozenset({"before", "on", "after"}),
    Role.DEPUTY: frozenset({"on", "after"}),
    Role.SUPERVISOR: frozenset({"after"}),
    Role.VISITOR: frozenset(),
}


@dataclass(frozen=True, slots=True)
class Wish:
    """提醒意愿: a subscription in force, as the planner needs it."""

    number: int
    owner: int
    role: Role
    wanted: Wanted
    since: date
    leads: tuple[int, ...] = LEADS
    hour: int = 9
    channel: str = ""  # empty: wherever the person is reached first
    workdays: bool = True
    digest: bool = True


@dataclass(frozen=True, slots=True)
class Occurrence:
    """一次提醒: one commitment, one person, one occasion; `key` is the same however it is planned.

    `kind` is lead, overdue, opening (the window had passed before the subscription began) or
    snooze; `offset` days before the deadline, or weeks after it.
    """

    owner: int
    commitment: str
    deadline: date
    kind: str
    offset: int
    day: date
    wish: Wish

    @property
    def key(self) -> str:
        """The unique name of the occasion."""
        return f"{self.owner}|{self.commitment}|{self.deadline}|{self.kind}{self.offset}"

    @property
    def meant(self) -> date | None:
        """The calendar day it was meant for, before days off moved it; None for an opening."""
        return meant(self.deadline, self.kind, self.offset)


def meant(deadline: date, kind: str, offset: int) -> date | None:
    """The day of an occasion as if every day were a working day."""
    days = {"lead": -offset, "overdue": WEEK * offset}.get(kind)
    return None if days is None else deadline + timedelta(days=days)


Occasion = tuple[str, int, date]  # kind, offset, day


def plan(
    subjects: Sequence[Subject],
    wishes: Iterable[Wish],
    calendar: WorkCalendar,
    today: date,
    reach: date,
    ladder: Ladder = LADDER,
) -> dict[str, Occurrence]:
    """The occurrences with a day from `reach` to `today`, by key; each once, whatever matched it."""
    timetable = Timetable(calendar, today, reach)
    dated = [subject for subject in subjects if subject.open and subject.deadline]
    matched: dict[Wanted, list[Subject]] = {}
    found: dict[str, Occurrence] = {}
    for wish in wishes:
        if wish.wanted not in matched:
            matched[wish.wanted] = list(matching(wish.wanted, dated))
        rungs = ladder.get(wish.role, frozenset())
        for subject in matched[wish.wanted]:
            for planned in _occurrences(wish, subject, timetable, rungs):
                found.setdefault(planned.key, planned)
    return found


def _occurrences(
    wish: Wish, subject: Subject, timetable: "Timetable", rungs: frozenset[str]
) -> Iterator[Occurrence]:
    deadline = subject.deadline
    assert deadline is not None
    for kind, offset, day in timetable.due(deadline, wish, max(wish.since, subject.since)):
        if _rung(kind, offset, day, deadline) in rungs:
            yield Occurrence(wish.owner, subject.key, deadline, kind, offset, day, wish)


class Timetable:
    """时刻表: the days on which a deadline is to be reminded of; computed once for all who share it."""

    def __init__(self, calendar: WorkCalendar, today: date, reach: date) -> None:
        self._calendar = calendar
        self._today = today
        self._reach = reach
        self._known: dict[tuple[date, tuple[int, ...], bool, date], tuple[Occasion, ...]] = {}

    def due(self, deadline: date, wish: Wish, since: date) -> tuple[Occasion, ...]:
        """The occasions from `reach` to today for whoever watches since that day."""
        profile = (deadline, wish.leads, wish.workdays, since)
        if profile not in self._known:
            first = max(since, self._reach)
            self._known[profile] = tuple(
                occasion
                for occasion in self._occasions(deadline, wish, since)
                if first <= occasion[2] <= self._today
            )
        return self._known[profile]

    def _occasions(self, deadline: date, wish: Wish, since: date) -> Iterator[Occasion]:
        """Leads and weekly repeats, and an opening where every lead lies before `since`.

        What was overdue before that beginning is not repeated every week: old letters flood nobody.
        """
        leads = [("lead", lead, self._on(deadline, -lead, wish)) for lead in wish.leads]
        yield from leads
        if since <= self._today and all(day < since for _, _, day in leads):
            opening = self._calendar.next_working(since) if wish.workdays else since
            yield ("opening", 0, opening)
        if deadline >= since:
            first = max(1, (self._reach - deadline).days // WEEK)
            for week in range(first, (self._today - deadline).days // WEEK + SLACK):
                yield ("overdue", week, self._on(deadline, WEEK * week, wish))

    def _on(self, deadline: date, days: int, wish: Wish) -> date:
        """So many days from the deadline, or the last working day before."""
        day = deadline + timedelta(days=days)
        return self._calendar.shifted(day).day if wish.workdays else day


def _rung(kind: str, offset: int, day: date, deadline: date) -> str:
    """Which step of the ladder an occasion stands on."""
    if kind == "overdue" or day > deadline:
        return "after"
    return "on" if offset == 0 and kind == "lead" else "before"
