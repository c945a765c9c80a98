"""Recurring promises: reminded of at the end of each period, on working days, until they are
closed.
"""

from datetime import date

import pytest

from assistant.glossary import Role
from assistant.reminders.calendars import ics
from assistant.reminders.rhythms import rhythm_of
from assistant.storage import Database
from knowledge import Deadline
from tests.assistant.reminders.office import Office, at, promise


def recurring(words: str, latest: date | None = None) -> Deadline:
    """A deadline as the letters have it."""
    return Deadline(words, latest, latest, "recurring", recurring=words.removesuffix("前"))


@pytest.mark.parametrize(
    ("words", "day", "end"),
    [
        ("每季度", "2022-11-28", "2022-12-31"),
        ("每季", "2022-03-31", "2022-03-31"),
        ("每个季度", "2022-04-01", "2022-06-30"),
        ("每月", "2024-02-10", "2024-02-29"),
        ("每个月", "2022-12-31", "2022-12-31"),
        ("每半年", "2022-07-01", "2022-12-31"),
        ("每年", "2022-01-01", "2022-12-31"),
        # 每半月 is no 每月, 每两个月 ends with the even months
        ("每半月", "2022-11-16", "2022-11-30"),
        ("每半个月", "2022-12-01", "2022-12-15"),
        ("每两个月", "2022-11-01", "2022-12-31"),
        ("每双月", "2023-01-01", "2023-02-28"),
        ("每旬", "2022-11-28", "2022-11-30"),
        ("每旬", "2022-12-01", "2022-12-10"),
        ("每旬", "2022-12-11", "2022-12-20"),
        # terms and school years
        ("每学期", "2022-11-28", "2023-01-15"),
        ("每学期", "2023-01-16", "2023-06-30"),
        ("每学年", "2022-11-28", "2023-06-30"),
        # the day named
        ("每月5日前", "2022-12-06", "2023-01-05"),
        ("每月31日", "2023-02-01", "2023-02-28"),
        ("每周五前", "2022-11-28", "2022-12-02"),
        # weeks end on Sunday
        ("每周", "2022-11-28", "2022-12-04"),
        ("每两周", "2022-11-28", "2022-12-11"),
        ("每两周", "2022-12-12", "2022-12-25"),
        ("按季度", "2022-11-28", "2022-12-31"),
        ("逐月", "2022-11-28", "2022-11-30"),
        # no end that is worth a reminder
        ("每天", "2022-11-28", None),
        ("每两年", "2022-11-28", None),
        ("一年两次", "2022-11-28", None),
        ("长期坚持", "2022-11-28", None),
        ("定期", "2022-11-28", None),
    ],
)
def test_the_end_of_the_running_period(words: str, day: str, end: str | None) -> None:
    rhythm = rhythm_of(promise(1, "通报一次", recurring(words))[1])

    found = rhythm.next_end(date.fromisoformat(day)) if rhythm else None
    assert (str(found) if found else None) == end


def quarterly(database: Database, words: str = "每季度", latest: date | None = None) -> Office:
    """An office whose one promise recurs, with a staff member, a deputy and a supervisor."""
    office = Office(database, [promise(1, "向代表通报进展一次", recurring(words, latest))])
    for role in (Role.STAFF, Role.DEPUTY, Role.SUPERVISOR):
        office.say(office.join(role, f"某{role}", role), "subscribe", "全部")
    return office


def told(office: Office, first: str, last: str) -> list[tuple[str, str]]:
    """Day and chat of every message, asked each morning."""
    found = []
    for ordinal in range(
        date.fromisoformat(first).toordinal(), date.fromisoformat(last).toordinal() + 1
    ):
        day = date.fromordinal(ordinal)
        before = len(office.sender().sent)
        office.pass_to(f"{day} 09:00")
        found += sorted((str(day), to.chat) for to, _, _ in office.sender().sent[before:])
    return found


def test_each_quarter_is_reminded_of_before_and_on_its_last_working_day(database: Database) -> None:
    office = quarterly(database)

    found = told(office, "2022-11-29", "2023-04-02")

    assert found == [
        ("2022-12-01", "staff"),
        ("2022-12-23", "staff"),
        ("2022-12-30", "deputy"),  # the 31st is a Saturday
        ("2022-12-30", "staff"),
        ("2023-03-01", "staff"),
        ("2023-03-24", "staff"),
        ("2023-03-30", "staff"),
        ("2023-03-31", "deputy"),
        ("2023-03-31", "staff"),
    ]


def test_a_month_is_too_short_for_a_reminder_thirty_days_before(database: Database) -> None:
    office = quarterly(database, "每月")

    days = [day for day, chat in told(office, "2023-02-20", "2023-03-31") if chat == "staff"]

    found = [day for day in days if day > "2023-03-01"]
    assert found == ["2023-03-24", "2023-03-30", "2023-03-31"]


def test_with_an_end_it_ends(database: Database) -> None:
    office = quarterly(database, "每月", date(2022, 12, 31))

    found = told(office, "2023-01-10", "2023-02-28")

    assert all("逾期" in reply.headline for _, reply, _ in office.sender().sent)
    assert {chat for _, chat in found} == {"staff", "deputy", "supervisor"}


def test_once_closed_nobody_is_reminded(database: Database) -> None:
    office = quarterly(database)
    staff = office.join(Role.STAFF, "某乙", "9")

    office.say(staff, "close", "1 已按季通报 佐证：通报四份")

    assert told(office, "2022-12-20", "2023-01-05") == []


def test_it_stands_in_a_group_of_its_own_with_its_running_period(database: Database) -> None:
    office = quarterly(database)
    staff = office.join(Role.STAFF, "某乙", "9")

    listed = office.say(staff, "ledger").text
    month = office.say(staff, "calendar", "2022-12").text
    single = office.pass_to("2022-12-01 09:00")[0].text

    assert "【定期进行】" in listed
    assert "定期，本期到12月31日，还有 33 天；每季度" in listed
    assert "2022年12月到期 1 项" in month
    assert "本期截止：2022年12月31日" in single


def test_the_calendar_file_repeats_it_at_the_end_of_each_period(database: Database) -> None:
    office = quarterly(database)

    text = ics(office.reminders.ledger.entries(), at("2022-12-01 09:00")).decode()

    assert "DTSTART;VALUE=DATE:20221231" in text
    assert "RRULE:FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1" in text


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("每周", "RRULE:FREQ=WEEKLY;INTERVAL=1"),
        ("每月5日前", "RRULE:FREQ=MONTHLY;INTERVAL=1;BYMONTHDAY=5"),
        ("每旬", "RRULE:FREQ=MONTHLY;INTERVAL=1;BYMONTHDAY=10,20,-1"),
        ("每半年", "RRULE:FREQ=MONTHLY;INTERVAL=6;BYMONTHDAY=-1"),
        ("每年", "RRULE:FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=-1"),
        # 15 January, and 30 June counted from the end of the year
        ("每学期", "RRULE:FREQ=YEARLY;BYYEARDAY=15,-185"),
    ],
)
def test_the_rule_of_the_calendar_file_names_the_same_days(
    database: Database, words: str, rule: str
) -> None:
    office = quarterly(database, words)

    text = ics(office.reminders.ledger.entries(), at("2022-12-01 09:00")).decode()

    assert rule in text


def test_each_term_and_each_ten_days_are_reminded_of(database: Database) -> None:
    terms = Office(database, [promise(1, "抽检校园食堂", recurring("每学期"))])
    staff = terms.join(Role.STAFF, "某甲", "5")
    terms.say(staff, "subscribe", "全部")

    assert [day for day, _ in told(terms, "2022-12-01", "2023-01-20")] == [
        "2022-12-16", "2023-01-06", "2023-01-13",
    ]  # fmt: skip

    terms.promised = [promise(2, "检查农贸市场", recurring("每旬"))]
    terms.clock.now = at("2023-02-01 08:00")
    days = [day for day, _ in told(terms, "2023-02-01", "2023-02-21")]
    assert days == ["2023-02-09", "2023-02-10", "2023-02-17", "2023-02-20"]
