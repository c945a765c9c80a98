"""Recurring promises (每季度, 每月5日前 …): the ends of their periods, of which people are reminded. Pure.

每季度 -> 31 March, 30 June, 30 September, 31 December. 长期, 定期, 持续 and 每天 have no ends worth a
reminder: they stay among those without a clear deadline.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from knowledge import Commitment

DAY, WEEK = timedelta(days=1), timedelta(days=7)
LAST = 31  # the last day of a month, whatever its length
ALL_YEAR = range(1, 13)
# Terms end at different days in different places: rather too early a reminder than too late a one.
TERMS = ((1, 15), (6, 30))
# The first that fits: 每半年 is no 每年, 每半月 no 每月.
MARKS: tuple[tuple[str, tuple[tuple[int, int], ...]], ...] = (
    (r"[两二三四五]年", ()),  # of which year, nobody knows
    (r"学期", TERMS),
    (r"学年", TERMS[1:]),
    (r"半年", ((6, LAST), (12, LAST))),
    (r"季", ((3, LAST), (6, LAST), (9, LAST), (12, LAST))),
    (r"半个?月", tuple((month, day) for month in ALL_YEAR for day in (15, LAST))),
    (r"旬", tuple((month, day) for month in ALL_YEAR for day in (10, 20, LAST))),
    (r"[双两二]个?月", tuple((month, LAST) for month in ALL_YEAR if month % 2 == 0)),
    (r"月", tuple((month, LAST) for month in ALL_YEAR)),
    (r"年", ((12, LAST),)),
)
EACH = re.compile(r"每|^[按逐]")
OF_MONTH = re.compile(r"每个?月(?:的)?([0-9]{1,2})[日号]")
FORTNIGHT = re.compile(r"每(?:两|二|隔)个?(?:周|星期)|双周")
WEEKLY = re.compile(r"每个?(?:周|星期)([一二三四五六日天])?")
WEEKDAYS = {name: number for number, name in enumerate("一二三四五六日")} | {"天": 6}
SUNDAY = 6


@dataclass(frozen=True, slots=True)
class Rhythm:
    """节奏: a period ends on these days of the year, or every so many weeks on a weekday."""

    words: str
    marks: tuple[tuple[int, int], ...] = ()  # month, day
    weeks: int = 0
    weekday: int = SUNDAY

    @property
    def longest_lead(self) -> int:
        """Days before an end from which a reminder would fall into the first half of its period."""
        return (self.weeks * 7 or 365 // len(self.marks)) // 2

    def ends(self, first: date, last: date) -> Iterator[date]:
        """The ends of periods from the first to the last of these days."""
        end = self.next_end(first)
        while end <= last:
            yield end
            end = self.next_end(end + DAY)

    def next_end(self, day: date) -> date:
        """The end of the period in which the day lies."""
        if self.weeks:
            end = day + timedelta(days=(self.weekday - day.weekday()) % 7)
            return end + WEEK * (-(end.toordinal() // 7) % self.weeks)
        ahead = (_mark(year, *mark) for year in (day.year, day.year + 1) for mark in self.marks)
        return next(end for end in ahead if end >= day)


def rhythm_of(commitment: Commitment) -> Rhythm | None:
    """The rhythm a promise names; None where it names none that ends."""
    deadline = commitment.deadline
    words = deadline.recurring if deadline else None
    if deadline is None or not words or not EACH.search(words):
        return None
    if found := OF_MONTH.search(deadline.words):
        day = min(max(int(found[1]), 1), LAST)
        return Rhythm(words, tuple((month, day) for month in ALL_YEAR))
    if FORTNIGHT.search(words):
        return Rhythm(words, weeks=2)
    if found := WEEKLY.search(deadline.words) or WEEKLY.search(words):
        return Rhythm(words, weeks=1, weekday=WEEKDAYS.get(found[1] or "日", SUNDAY))
    marks = next((marks for name, marks in MARKS if re.search(name, words)), ())
    return Rhythm(words, marks) if marks else None


def _mark(year: int, month: int, day: int) -> date:
    return date(year, month, min(day, monthrange(year, month)[1]))
