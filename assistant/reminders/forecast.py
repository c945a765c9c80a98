"""What would be sent on some days, to whom, why on that day, and what has become of it already.

Besides what the plan asks for: what stood still (late), what was put off (snoozed), Monday
summaries.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from assistant.glossary import Account
from assistant.reminders import phrasing
from assistant.reminders.ledger import Ledger
from assistant.reminders.models import CHUNK, DeliveryRow, OccurrenceRow
from assistant.reminders.packing import when_and_where, wishes_of
from assistant.reminders.planner import Occurrence, Wish
from assistant.reminders.reaching import channel_for
from assistant.reminders.register import WORDS
from assistant.reminders.schedule import LOOK_BACK, Schedule
from assistant.reminders.subscriptions import Subscriptions
from assistant.reminders.ties import Ties
from assistant.reminders.workdays import WorkCalendar
from assistant.storage import Database

PLANNED = "待排"
STILL = frozenset({PLANNED, *(WORDS[state] for state in ("pending", "held", "unknown", "sending"))})


@dataclass(frozen=True, slots=True)
class Expected:
    """预计的提醒: one line of the forecast."""

    day: date
    hour: int
    person: str
    channel: str
    subject: str
    deadline: date | None
    why: str
    state: str  # 待排, or what became of the message that carries it


class Forecast:
    """预报."""

    def __init__(
        self,
        database: Database,
        ledger: Ledger,
        subscriptions: Subscriptions,
        schedule: Schedule,
        calendar: WorkCalendar,
        ties: Ties,
    ) -> None:
        self._database = database
        self._ledger = ledger
        self._subscriptions = subscriptions
        self._schedule = schedule
        self._calendar = calendar
        self._ties = ties

    def expected(self, first: date, days: int) -> list[Expected]:
        """Everything that would go out from the first day on, so many days."""
        last, people = first + timedelta(days=days - 1), self._ties.people()
        planned = self._schedule.preview(first - LOOK_BACK, days + LOOK_BACK.days)
        with self._database.read() as session:
            states = _states(session, [found.key for found in planned])
            put_off = _put_off(session, last, [found.key for found in planned])
        sheet = Sheet(people, wishes_of(self._subscriptions.in_force(), people), first)
        lines = [*self._planned(planned, states, sheet), *self._put_off(put_off, sheet)]
        lines += self._summaries(days, sheet)
        return sorted(lines, key=lambda one: (one.day, one.hour, one.person, one.subject))

    def _planned(
        self, planned: Iterable[Occurrence], states: Mapping[str, str], sheet: "Sheet"
    ) -> Iterator[Expected]:
        titles, today = self._titles(), self._ties.clock().date()
        for one in planned:
            state = states.get(one.key, PLANNED)
            late = one.day < sheet.first
            if late and (one.day >= today or state not in STILL):
                continue
            why = self._why(one) + (f"；迟到，本应在 {one.day}" if late else "")
            title = titles.get(one.commitment, one.commitment)
            yield sheet.line(one.owner, one.day, title, one.deadline, why, state)

    def _put_off(self, rows: Iterable[OccurrenceRow], sheet: "Sheet") -> Iterator[Expected]:
        titles = self._titles()
        for row in rows:
            if row.owner in sheet.wishes:
                why = "三天后再提醒" if row.kind == "snooze" else "还没有发出"
                title = titles.get(row.commitment, row.commitment)
                yield sheet.line(row.owner, row.day, title, row.deadline, why, PLANNED)

    def _summaries(self, days: int, sheet: "Sheet") -> Iterator[Expected]:
        wanted = [one for one in self._subscriptions.in_force() if one.options.monday]
        owners = {one.owner: one.number for one in wanted if one.owner in sheet.wishes}
        for day in (sheet.first + timedelta(days=number) for number in range(days)):
            if self._calendar.next_working(day - timedelta(days=day.weekday())) == day:
                for owner, number in owners.items():
                    why = f"每周第一个工作日（订阅{number}）"
                    yield sheet.line(owner, day, "周一小结", None, why, PLANNED)

    def _titles(self) -> dict[str, str]:
        return {entry.subject.key: phrasing.title(entry) for entry in self._ledger.entries()}

    def _why(self, found: Occurrence) -> str:
        said = {
            "lead": "到期当天" if found.offset == 0 else f"提前 {found.offset} 天",
            "overdue": f"逾期第 {found.offset} 周",
            "opening": "订阅时已过提醒日，列一次",
        }[found.kind]
        why = ""
        if found.meant and found.meant != found.day:
            why = f"；{self._calendar.shifted(found.meant).why}"
        return f"{said}（订阅{found.wish.number}：{found.wish.wanted}）{why}"


@dataclass(frozen=True, slots=True)
class Sheet:
    """预报单: whose message a line goes with; nothing lies before the first day."""

    people: Mapping[int, Account]
    wishes: Mapping[int, Sequence[Wish]]
    first: date

    def line(
        self, owner: int, day: date, subject: str, deadline: date | None, why: str, state: str
    ) -> Expected:
        """One line, at the hour and on the channel of the person's digest."""
        person = self.people[owner]
        hour, wished = when_and_where(self.wishes.get(owner, ()))
        channel, day = channel_for(person, wished) or "无渠道", max(day, self.first)
        return Expected(day, hour, person.name, channel, subject, deadline, why, state)


def _states(session: Session, keys: Sequence[str]) -> dict[str, str]:
    """What became of the messages that carry these occasions, in words."""
    found: dict[str, str] = {}
    for start in range(0, len(keys), CHUNK):
        rows = (
            select(OccurrenceRow.key, DeliveryRow.state, OccurrenceRow.dropped)
            .outerjoin(DeliveryRow, OccurrenceRow.delivery_id == DeliveryRow.id)
            .where(OccurrenceRow.key.in_(keys[start : start + CHUNK]))
        )
        for key, state, dropped in session.execute(rows):
            found[key] = dropped or (WORDS[state] if state else PLANNED)
    return found


def _put_off(session: Session, last: date, planned: Iterable[str]) -> list[OccurrenceRow]:
    """Occasions that no message carries yet and the plan does not name."""
    rows = select(OccurrenceRow).where(
        OccurrenceRow.delivery_id.is_(None), OccurrenceRow.dropped == "", OccurrenceRow.day <= last
    )
    known = frozenset(planned)
    return [row for row in session.scalars(rows) if row.key not in known]
