"""Deadlines as calendars: a month's page for the chat, and .ics files for calendar programs."""

import calendar as months
from collections.abc import Sequence
from datetime import date, datetime, timedelta

import icalendar

from assistant.reminders import phrasing
from assistant.reminders.ledger import Entry
from assistant.reminders.rhythms import LAST, Rhythm
from assistant.reminders.workdays import WorkCalendar

DOMAIN = "dafutong"  # the right side of every UID; a commitment keeps its UID for good


def month_page(
    year: int, month: int, entries: Sequence[Entry], calendar: WorkCalendar
) -> list[str]:
    """The month day by day, as far as something is due, then its days off that matter."""
    due = [(day, entry) for entry in entries for day in _due_days(entry, year, month)]
    lines = [f"{year}年{month}月到期 {len(due)} 项"]
    for day, entry in sorted(due, key=lambda pair: (pair[0], pair[1].number)):
        moved = calendar.shifted(day)
        lines.append(f"{calendar.named(day)}　{phrasing.title(entry)}（{entry.standing.label}）")
        if moved.why:
            lines.append(f"   {moved.why}提醒")
    worked = [calendar.named(day) for day in _days(year, month) if _made_up(day, calendar)]
    if worked:
        lines.append(f"调休上班：{'、'.join(worked)}")
    return lines + calendar.announced([year])


def ics(entries: Sequence[Entry], stamp: datetime) -> bytes:
    """An .ics file: one all-day event a commitment, under a UID that never changes.

    A recurring one repeats at the end of each period.
    """
    book = icalendar.Calendar()
    book.add("prodid", "-//Dafutong//commitments//ZH")
    book.add("version", "2.0")
    book.add("x-wr-calname", "承诺事项时限")
    for entry in entries:
        day = entry.standing.deadline or entry.standing.period
        if day is not None:
            book.add_component(_event(entry, day, stamp))
    return bytes(book.to_ical())


def _event(entry: Entry, day: date, stamp: datetime) -> icalendar.Event:
    event = icalendar.Event()
    event.add("uid", f"{entry.subject.key}@{DOMAIN}")
    event.add("dtstamp", stamp)
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("summary", f"到期：{phrasing.title(entry)}")
    place = entry.commitment.place
    title = entry.head.letter.title or entry.head.name
    said = [
        f"时限：{phrasing.when(entry)}",
        f"责任单位：{phrasing.unit(entry)}",
        f"状态：{entry.standing.state}",
        f"出处：〔{place.code}〕{title}",
    ]
    event.add("description", "\n".join(said))
    rhythm = entry.subject.rhythm
    if rhythm and entry.standing.deadline is None:
        event.add("rrule", _rule(rhythm))
    event.add("transp", "TRANSPARENT")  # a deadline does not make its day busy
    return event


def _rule(rhythm: Rhythm) -> dict[str, object]:
    """Every so many weeks, or on the same days of some months; on days of the year where they
    differ.
    """
    if rhythm.weeks:
        return {"freq": "weekly", "interval": rhythm.weeks}
    days = {month: sorted(d for m, d in rhythm.marks if m == month) for month, _ in rhythm.marks}
    each = next(iter(days.values()))
    if any(other != each for other in days.values()):
        return {"freq": "yearly", "byyearday": [_year_day(*mark) for mark in rhythm.marks]}
    return {
        "freq": "monthly",
        "interval": 12 // len(days),
        "bymonthday": [-1 if day == LAST else day for day in each],
    }


def _year_day(month: int, day: int) -> int:
    """Counted from the end of the year after February, so that leap years make no difference."""
    fixed = date(2023, month, min(day, months.monthrange(2023, month)[1]))
    return fixed.timetuple().tm_yday - (366 if month > 2 else 0)


def _due_days(entry: Entry, year: int, month: int) -> list[date]:
    """The days of the month on which the entry falls due: its deadline, the ends of its periods."""
    return [day for day in _days(year, month) if entry.subject.due_on(day)]


def _days(year: int, month: int) -> list[date]:
    return [date(year, month, day + 1) for day in range(months.monthrange(year, month)[1])]


def _made_up(day: date, calendar: WorkCalendar) -> bool:
    return day.weekday() >= 5 and calendar.works(day)
