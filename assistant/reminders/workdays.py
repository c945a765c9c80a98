"""The working calendar: which days offices work, and the last working day before one off.

Holidays and make-up working days come from the `holidays` package and, over it, from a YAML file
of the office. A year whose make-up days nobody has published is provisional, and says so.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml

from assistant.errors import SettingsFault

WEEKDAYS = "一二三四五六日"
DAY = timedelta(days=1)
EXCHANGED = "调休放假"
RANGE = re.compile(r"(\d{4}-\d{2}-\d{2})(?:\.\.(\d{4}-\d{2}-\d{2}))?\Z")


@dataclass(frozen=True, slots=True)
class Shift:
    """顺移: the working day on which something meant for `wanted` is done, and why (empty: same)."""

    wanted: date
    day: date
    why: str = ""


@dataclass(frozen=True, slots=True)
class YearOff:
    """一年的放假安排: days off by name, make-up working days, and whether they are published."""

    off: Mapping[date, str]
    working: frozenset[date]
    published: bool


@dataclass(slots=True)
class WorkCalendar:
    """工作日历; `overrides` hold what the office's own YAML says, by year."""

    overrides: Mapping[int, YearOff] = field(default_factory=dict)
    _years: dict[int, YearOff] = field(default_factory=dict)
    _shifts: dict[date, Shift] = field(default_factory=dict)

    @classmethod
    def load(cls, path: Path | None = None) -> "WorkCalendar":
        """The calendar with the office's overrides, where there is such a file."""
        if path is None or not path.exists():
            return cls()
        years = yaml.safe_load(path.read_text("utf-8")) or {}
        return cls({int(year): _year_of(year, entry or {}) for year, entry in years.items()})

    def works(self, day: date) -> bool:
        """Whether offices work: 2026-02-28 is a Saturday and a working day."""
        year = self._year(day.year)
        if day in year.working:
            return True
        return day.weekday() < 5 and day not in year.off

    def provisional(self, year: int) -> bool:
        """Whether the year's make-up days are still unpublished."""
        return not self._year(year).published

    def announced(self, years: Iterable[int]) -> list[str]:
        """A sentence for each of the years whose plan is not published yet."""
        return [
            f"{year}年放假安排尚未公布，暂按周末和法定节日推算。"
            for year in sorted(years)
            if self.provisional(year)
        ]

    def shifted(self, day: date) -> Shift:
        """The last working day on or before the day."""
        if day not in self._shifts:
            self._shifts[day] = self._shift(day)
        return self._shifts[day]

    def next_working(self, day: date) -> date:
        """The first working day on or after the day."""
        while not self.works(day):
            day += DAY
        return day

    def named(self, day: date) -> str:
        """2026-02-28 -> "2月28日（周六，调休上班）"."""
        return f"{day.month}月{day.day}日（{self._kind(day)}）"

    def _shift(self, wanted: date) -> Shift:
        day = wanted
        while not self.works(day):
            day -= DAY
        why = "" if day == wanted else f"{self.named(wanted)}休息，提前到{self.named(day)}"
        if why and self.provisional(wanted.year):
            why += f"；{wanted.year}年放假安排尚未公布，暂按周末和法定节日推算"
        return Shift(wanted, day, why)

    def _kind(self, day: date) -> str:
        weekday = f"周{WEEKDAYS[day.weekday()]}"
        year = self._year(day.year)
        if day in year.working:
            return f"{weekday}，调休上班"
        return f"{weekday}，{year.off[day]}" if day in year.off else weekday

    def _year(self, year: int) -> YearOff:
        if year not in self._years:
            self._years[year] = _merged(_known(year), self.overrides.get(year))
        return self._years[year]


def _known(year: int) -> YearOff:
    """What the package knows; a published year is one with exchanged days (调休)."""
    import holidays  # loads the rules of all countries' names: only where a day is looked up

    found = holidays.country_holidays("CN", years=year, language="zh_CN")
    off = {day: _plain(name) for day, name in found.items() if day.year == year}
    working = frozenset(day for day in found.weekend_workdays if day.year == year)
    return YearOff(off, working, EXCHANGED in off.values() or bool(working))


def _plain(name: str) -> str:
    """休息日（由 2026-01-04 调休） -> 调休放假; 春节（补假） -> 春节补假."""
    return EXCHANGED if "调休" in name else name.replace("（", "").replace("）", "")


def _merged(known: YearOff, own: YearOff | None) -> YearOff:
    """The office's word goes before the package's, day by day."""
    if own is None:
        return known
    off = {day: name for day, name in known.off.items() if day not in own.working} | dict(own.off)
    return YearOff(off, (known.working | own.working) - frozenset(own.off), own.published)


def _year_of(year: int, entry: Mapping[str, Any]) -> YearOff:
    """One year of the YAML: `rest` and `work` list days or ranges (2027-02-05..2027-02-11).

    The key is not `off`: YAML reads that word as false.
    """
    if unknown := set(entry) - {"rest", "work", "provisional"}:
        names = ", ".join(sorted(map(str, unknown)))
        raise SettingsFault([f"calendar {year}: unknown {names}; use rest, work, provisional"])
    rest = {day: "放假" for words in entry.get("rest", ()) for day in _days(words)}
    working = frozenset(day for words in entry.get("work", ()) for day in _days(words))
    return YearOff(rest, working, not entry.get("provisional", False))


def _days(words: object) -> list[date]:
    found = RANGE.match(str(words))
    if not found:
        fault = f"calendar: {words!r} is no day; write 2027-02-05 or 2027-02-05..2027-02-11"
        raise SettingsFault([fault])
    first = date.fromisoformat(found[1])
    last = date.fromisoformat(found[2]) if found[2] else first
    return [first + DAY * number for number in range((last - first).days + 1)]
