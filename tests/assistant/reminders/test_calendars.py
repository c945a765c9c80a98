"""Calendar files with stable names, and the month's page."""

from datetime import date

import icalendar

from assistant.glossary import Role
from tests.assistant.reminders.office import VAGUE, Office, promise


def events(office: Office, words: str = "") -> list[icalendar.Event]:
    """What the calendar file holds."""
    staff = office.join(Role.STAFF, "某甲", "5")
    content = office.say(staff, "ics", words).files[0].content
    return list(icalendar.Calendar.from_ical(content).walk("VEVENT"))


def test_each_dated_commitment_is_one_all_day_event(office: Office) -> None:
    office.promised.append(promise(4, "长期坚持", VAGUE))

    found = events(office)

    assert [str(event["uid"]) for event in found] == [f"59-附-{n}@dafutong" for n in (1, 2, 3)]
    assert all(event["dtstart"].dt == date(2022, 12, 31) for event in found)
    assert all(event["dtend"].dt == date(2023, 1, 1) for event in found)


def test_a_moved_deadline_keeps_its_uid(office: Office) -> None:
    before = events(office, "承诺2")
    staff = office.join(Role.STAFF, "某乙", "6")
    office.say(staff, "state", "2 顺延 2023-06-30 资金未到位")

    after = events(office, "承诺2")

    assert before[0]["uid"] == after[0]["uid"]
    assert after[0]["dtstart"].dt == date(2023, 6, 30)


def test_the_month_shows_what_is_due_and_which_weekends_are_worked(office: Office) -> None:
    staff = office.join(Role.STAFF, "某甲", "5")

    december = office.say(staff, "calendar", "2022-12")
    february = office.say(staff, "calendar", "2026年2月")
    unpublished = office.say(staff, "calendar", "2031-01")

    assert december.headline == "2022年12月到期 3 项"
    assert "提前到12月30日（周五）提醒" in december.text
    assert "调休上班：2月14日（周六，调休上班）、2月28日（周六，调休上班）" in february.text
    assert "尚未公布" in unpublished.text
    assert office.press(staff, december, "下个月").headline == "2023年1月到期 0 项"
