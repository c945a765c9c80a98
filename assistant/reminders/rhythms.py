"""Recurring promises (每季度, 每月 …): the ends of their periods, of which people are reminded. Pure.

每季度 -> 31 March, 30 June, 30 September, 31 December. 长期, 定期, 持续 and 每天 have no ends worth a
reminder: they stay among those without a clear deadline.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from knowledge import Commitment

DAY, WEEK = timedelta(days=1), timedelta(days=7)
MONTHS = (("半年", 6), ("季", 3), ("月", 1), ("年", 12))
FORTNIGHT = re.compile(r"每(?:两|二|隔)个?(?:周|星期)|双周")
WEEKLY = re.compile(r"每个?(?:周|星期)")


@dataclass(frozen=True, slots=True)
class Rhythm:
    """节奏: a period ends every so many months, or every so many weeks on a Sunday."""

    words: str
    months: int = 0
    weeks: int = 0

    @property
    def longest_lead(self) -> int:
        """Days before an end from which a reminder would fall into the first half of its period."""
        return (self.months * 30 or self.weeks * 7) // 2

    def ends(self, first: date, last: date) -> Iterator[date]:
        """The ends of periods from the first to the last of these days."""
        end = self.next_end(first)
        while end <= last:
            yield end
            end = self.next_end(end + DAY)

    def next_end(self, day: date) -> date:
        """The end of the period in which the day lies."""
        if self.weeks:
            sunday = day + timedelta(days=6 - day.weekday())
            return sunday + WEEK * (-(sunday.toordinal() // 7) % self.weeks)
        month = -(-day.month // self.months) * self.months
        return date(day.year + month // 12, month % 12 + 1, 1) - DAY


def rhythm_of(commitment: Commitment) -> Rhythm | None:
    """The rhythm a promise names; None where it names none that ends."""
    words = commitment.deadline.recurring if commitment.deadline else None
    if not words or "每" not in words:
        return None
    if FORTNIGHT.search(words):
        return Rhythm(words, weeks=2)
    if WEEKLY.search(words):
        return Rhythm(words, weeks=1)
    months = next((months for name, months in MONTHS if name in words), 0)
    return Rhythm(words, months) if months else None
