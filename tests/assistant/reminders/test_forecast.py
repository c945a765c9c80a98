"""The dry run: everything that would go out, why on that day, and what has become of it already."""

import pytest

from assistant.glossary import Address, Role
from tests.assistant.reminders.office import Office, at


@pytest.fixture
def staff(office: Office) -> Address:
    """Subscribed to one commitment, with a summary on Mondays."""
    address = office.join(Role.STAFF, "某甲", "5")
    office.say(address, "subscribe", "承诺2 周报")
    return address


def told(office: Office, first: str, days: int = 1) -> list[tuple[str, str, str]]:
    """Day, reason and state of each line."""
    rows = office.reminders.console.dry_run(at(f"{first} 00:00").date(), days)
    return [(row["日期"], row["事由"].split("（")[0], row["情况"]) for row in rows]


def test_it_says_what_is_planned_with_the_mondays(office: Office, staff: Address) -> None:
    assert told(office, "2022-12-01", 12) == [
        ("2022-12-01", "提前 30 天", "待排"),
        ("2022-12-05", "每周第一个工作日", "待排"),
        ("2022-12-12", "每周第一个工作日", "待排"),
    ]


def test_it_says_what_was_sent_and_what_was_put_off(office: Office, staff: Address) -> None:
    first = office.pass_to("2022-12-01 09:00")[0]
    office.press(staff, first, "三天后再提醒")

    assert told(office, "2022-12-01", 2) == [
        ("2022-12-01", "提前 30 天", "已送达"),
        ("2022-12-02", "三天后再提醒", "待排"),
    ]


def test_it_says_what_waits_for_its_hour_and_what_is_late(office: Office, staff: Address) -> None:
    office.pass_to("2022-12-01 07:00")
    waiting = told(office, "2022-12-01")
    office.clock.now = at("2022-12-02 08:00")
    late = told(office, "2022-12-02")

    assert waiting == [("2022-12-01", "提前 30 天", "待发")]
    assert late == [("2022-12-02", "提前 30 天", "待发")]


def test_what_will_have_been_sent_by_then_is_not_late(office: Office, staff: Address) -> None:
    assert told(office, "2022-12-02") == []


def test_what_nobody_planned_in_time_is_late(office: Office, staff: Address) -> None:
    office.clock.now = at("2022-12-02 08:00")

    (row,) = office.reminders.console.dry_run(at("2022-12-02 00:00").date())

    assert row["情况"] == "待排"
    assert row["事由"].endswith("；迟到，本应在 2022-12-01")
