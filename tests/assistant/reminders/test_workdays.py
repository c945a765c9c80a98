"""The working calendar: holidays, make-up days, the day before, the office's own word."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from assistant.errors import SettingsFault
from assistant.reminders.workdays import WorkCalendar

# State Council notice of 4 November 2025, day by day.
OFF_2026 = [
    ("2026-01-01", "2026-01-03"), ("2026-02-15", "2026-02-23"), ("2026-04-04", "2026-04-06"),
    ("2026-05-01", "2026-05-05"), ("2026-06-19", "2026-06-21"), ("2026-09-25", "2026-09-27"),
    ("2026-10-01", "2026-10-07"),
]  # fmt: skip
WORKED_2026 = [
    "2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10",
]  # fmt: skip


def test_every_day_of_2026_is_as_published() -> None:
    calendar, day = WorkCalendar(), date(2026, 1, 1)
    while day.year == 2026:
        off = any(first <= day.isoformat() <= last for first, last in OFF_2026)
        weekend = day.weekday() >= 5 and day.isoformat() not in WORKED_2026

        assert calendar.works(day) is not (off or weekend), day
        day += timedelta(days=1)


@pytest.mark.parametrize(
    ("meant", "sent"),
    [
        # a Saturday that is worked stays
        ("2026-02-28", "2026-02-28"),
        ("2026-10-10", "2026-10-10"),
        # a Sunday whose Saturday is worked
        ("2026-05-10", "2026-05-09"),
        # within the Spring Festival: the worked Saturday before
        ("2026-02-18", "2026-02-14"),
        # a Sunday that is worked
        ("2026-09-20", "2026-09-20"),
        # over the turn of the year
        ("2026-01-01", "2025-12-31"),
        # a plain weekend
        ("2026-03-01", "2026-02-28"),
    ],
)
def test_a_day_off_gives_way_to_the_last_working_day_before(meant: str, sent: str) -> None:
    shift = WorkCalendar().shifted(date.fromisoformat(meant))

    assert shift.day == date.fromisoformat(sent)
    assert bool(shift.why) is (meant != sent)


def test_a_shift_says_why() -> None:
    shift = WorkCalendar().shifted(date(2026, 2, 18))

    assert shift.why == "2月18日（周三，春节）休息，提前到2月14日（周六，调休上班）"


def test_a_year_without_published_days_is_provisional_and_says_so() -> None:
    calendar = WorkCalendar()

    assert not calendar.provisional(2026)
    assert calendar.provisional(2031)
    assert "2031年放假安排尚未公布" in calendar.shifted(date(2031, 1, 1)).why


def test_the_offices_own_yaml_goes_before_the_package(tmp_path: Path) -> None:
    path = tmp_path / "calendar.yaml"
    path.write_text("2031:\n  rest: [2031-03-03..2031-03-04]\n  work: [2031-03-08, 2031-01-01]\n")

    calendar = WorkCalendar.load(path)

    assert not calendar.provisional(2031)
    assert not calendar.works(date(2031, 3, 3))
    assert calendar.works(date(2031, 3, 8))
    assert calendar.works(date(2031, 1, 1))
    assert calendar.works(date(2026, 2, 28))


def test_a_day_that_is_none_is_named(tmp_path: Path) -> None:
    path = tmp_path / "calendar.yaml"
    path.write_text("2031:\n  rest: [春节]\n")

    with pytest.raises(SettingsFault, match="春节"):
        WorkCalendar.load(path)


def test_without_a_file_the_package_alone_counts(tmp_path: Path) -> None:
    assert WorkCalendar.load(tmp_path / "none.yaml").works(date(2026, 2, 28))


def test_a_key_that_is_none_is_named(tmp_path: Path) -> None:
    path = tmp_path / "calendar.yaml"
    path.write_text("2031:\n  holidays: [2031-03-03]\n")

    with pytest.raises(SettingsFault, match="unknown holidays"):
        WorkCalendar.load(path)
