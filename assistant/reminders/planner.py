"""Which reminders should exist by a day: commitments x subscriptions x calendar x today. Pure.

Level-triggered: asked again and again, it says the same; what is missing is inserted by
`schedule`. It looks back to `reach`, so that days on which nothing ran are made good.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from assistant.glossary import Role
from assistant.reminders.matching import Subject, Wanted, matching
from assistant.reminders.rhythms import Rhythm
from assistant.reminders.workdays import WorkCalendar

LEADS = (30, 7, 1, 0)  # days before the deadline, unless a subscription says otherwise
WEEK = 7
DAY = timedelta(days=1)
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
    renewed: date | None = None  # resumed, or given other leads, from this day on

    @property
    def first(self) -> date:
        """The day before which nothing is made good."""
        return max(self.since, self.renewed or self.since)


class Occurrence(NamedTuple):
    """一次提醒: one commitment, one person, one occasion; `key` is the same however it is planned.

    `kind` is lead, overdue, opening (the window had passed before the subscription began) or
    snooze; `offset` days before the deadline, or weeks after it.
    """

    key: str
    owner: int
    commitment: str
    deadline: date
    kind: str
    offset: int
    day: date
    wish: Wish

    @property
    def meant(self) -> date | None:
        """The calendar day it was meant for, before days off moved it; None for an opening."""
        return meant(self.deadline, self.kind, self.offset)


def meant(deadline: date, kind: str, offset: int) -> date | None:
    """The day of an occasion as if every day were a working day."""
    days = {"lead": -offset, "overdue": WEEK * offset}.get(kind)
    return None if days is None else deadline + timedelta(days=days)


class Occasion(NamedTuple):
    """时机: a day on which a deadline is to be reminded of, for whoever; `name` ends its key."""

    kind: str
    offset: int
    day: date
    name: str


def plan(
    subjects: Sequence[Subject],
    wishes: Iterable[Wish],
    calendar: WorkCalendar,
    today: date,
    reach: date,
    ladder: Ladder = LADDER,
) -> dict[str, Occurrence]:
    """The occurrences with a day from `reach` to `today`, by key; each once, whatever matched it."""
    dated = [one for one in subjects if one.open and (one.deadline or one.rhythm)]
    agenda = Agenda(dated, Timetable(calendar, today, reach))
    found: dict[str, Occurrence] = {}
    for wish in wishes:
        rungs = ladder.get(wish.role, frozenset())
        for commitment, deadline, (kind, offset, day, name) in agenda.of(wish):
            key = f"{wish.owner}|{commitment}|{name}"
            if key not in found and _rung(kind, offset, day, deadline) in rungs:
                planned = Occurrence(key, wish.owner, commitment, deadline, kind, offset, day, wish)
                found[key] = planned
    return found


Due = tuple[str, date, Occasion]  # a commitment's key, its deadline, the occasion


class Agenda:
    """待办: what is due to a subscription; worked out once for all that ask for the same."""

    def __init__(self, subjects: Sequence[Subject], timetable: "Timetable") -> None:
        self._subjects = subjects
        self._timetable = timetable
        self._matched: dict[Wanted, list[Subject]] = {}
        self._known: dict[tuple[Wanted, tuple[int, ...], bool, date, date], list[Due]] = {}

    def of(self, wish: Wish) -> list[Due]:
        """The commitments it covers, each with its occasions."""
        profile = (wish.wanted, wish.leads, wish.workdays, wish.since, wish.first)
        if profile not in self._known:
            self._known[profile] = list(self._worked_out(wish))
        return self._known[profile]

    def _worked_out(self, wish: Wish) -> Iterator[Due]:
        if wish.wanted not in self._matched:
            self._matched[wish.wanted] = list(matching(wish.wanted, self._subjects))
        for subject in self._matched[wish.wanted]:
            since = max(wish.since, subject.since)
            if deadline := subject.deadline:
                for occasion in self._timetable.due(deadline, wish, since):
                    yield subject.key, deadline, occasion
            if rhythm := subject.rhythm:
                for end, occasion in self._timetable.recurring(rhythm, deadline, wish, since):
                    yield subject.key, end, occasion


class Timetable:
    """时刻表: the days on which a deadline is to be reminded of; computed once for all who share it."""

    def __init__(self, calendar: WorkCalendar, today: date, reach: date) -> None:
        self._calendar = calendar
        self._today = today
        self._reach = reach
        self._known: dict[tuple[date, tuple[int, ...], bool, date, date], tuple[Occasion, ...]] = {}

    def due(self, deadline: date, wish: Wish, since: date) -> tuple[Occasion, ...]:
        """The occasions from `reach` to today for whoever watches since that day."""
        profile = (deadline, wish.leads, wish.workdays, since, wish.first)
        if profile not in self._known:
            first = max(since, wish.first, self._reach)
            self._known[profile] = tuple(
                occasion
                for occasion in self._occasions(deadline, wish, since)
                if first <= occasion.day <= self._today
            )
        return self._known[profile]

    def recurring(
        self, rhythm: Rhythm, until: date | None, wish: Wish, since: date
    ) -> Iterator[tuple[date, Occasion]]:
        """The ends of periods with their occasions; one that is past is not repeated every week."""
        first = max(since, wish.first, self._reach)
        leads = [lead for lead in wish.leads if lead <= rhythm.longest_lead]
        last = self._today + timedelta(days=max(leads, default=0)) + WEEK * SLACK * DAY
        for end in rhythm.ends(first, min(last, until or last)):
            for lead in leads:
                occasion = self._occasion(end, "lead", lead, -lead, wish)
                if first <= occasion.day <= self._today:
                    yield end, occasion

    def _occasions(self, deadline: date, wish: Wish, since: date) -> Iterator[Occasion]:
        """Leads and weekly repeats, and an opening where every lead lies before `since`.

        What was overdue before that beginning is not repeated every week: old letters flood nobody.
        """
        leads = [self._occasion(deadline, "lead", lead, -lead, wish) for lead in wish.leads]
        yield from leads
        if since <= self._today and all(lead.day < since for lead in leads):
            opening = max(since, wish.first)
            opening = self._calendar.next_working(opening) if wish.workdays else opening
            yield Occasion("opening", 0, opening, f"{deadline}|opening0")
        if deadline >= since:
            first = max(1, (self._reach - deadline).days // WEEK)
            for week in range(first, (self._today - deadline).days // WEEK + SLACK):
                yield self._occasion(deadline, "overdue", week, WEEK * week, wish)

    def _occasion(self, deadline: date, kind: str, offset: int, days: int, wish: Wish) -> Occasion:
        day = self._on(deadline, days, wish)
        return Occasion(kind, offset, day, f"{deadline}|{kind}{offset}")

    def _on(self, deadline: date, days: int, wish: Wish) -> date:
        """So many days from the deadline, or the last working day before."""
        day = deadline + timedelta(days=days)
        return self._calendar.shifted(day).day if wish.workdays else day


def _rung(kind: str, offset: int, day: date, deadline: date) -> str:
    """Which step of the ladder an occasion stands on."""
    if kind == "overdue" or day > deadline:
        return "after"
    return "on" if offset == 0 and kind == "lead" else "before"
