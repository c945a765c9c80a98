"""The register: seen, snoozed, not delivered; each only by whom it concerns."""

from datetime import timedelta

import pytest

from assistant.errors import AssistantError, NotAllowed
from assistant.glossary import Account, Outcome, Receipt, Role
from assistant.reminders.register import Delivered, Register
from tests.assistant.reminders.office import Office, at


def account(office: Office, role: Role, chat: str) -> Account:
    return office.people.accounts.account_of(office.join(role, f"某{chat}", chat))


@pytest.fixture
def owner(office: Office) -> Account:
    """Somebody who was reminded on 1 December 2022; the message is R1."""
    address = office.join(Role.STAFF, "某甲", "5")
    office.say(address, "subscribe", "全部")
    office.pass_to("2022-12-01 09:00")
    return office.people.accounts.account_of(address)


@pytest.fixture
def register(office: Office) -> Register:
    return office.reminders.register


def test_a_reminder_is_acknowledged_by_its_owner_only(
    office: Office, register: Register, owner: Account
) -> None:
    register.acknowledge(owner, 1)

    with pytest.raises(NotAllowed):
        register.acknowledge(account(office, Role.STAFF, "6"), 1)
    with pytest.raises(AssistantError, match="没有这条提醒"):
        register.acknowledge(owner, 99)


@pytest.mark.parametrize(
    ("now", "day"),
    [
        ("2022-12-01 09:30", "2022-12-02"),  # three days later is a Sunday: the working day before
        ("2022-12-05 09:30", "2022-12-08"),
        # a long holiday: the first working day behind it
        ("2023-01-20 09:30", "2023-01-28"),
    ],
)
def test_a_snoozed_reminder_comes_on_a_working_day(
    office: Office, register: Register, owner: Account, now: str, day: str
) -> None:
    office.clock.now = at(now)

    assert [str(part) for part in register.snooze(owner, 1, 3)] == [day, "3"]


def test_snoozing_twice_reminds_once(office: Office, register: Register, owner: Account) -> None:
    office.clock.now = at("2022-12-05 09:30")
    register.snooze(owner, 1, 3)
    register.snooze(owner, 1, 3)

    assert len(office.pass_to("2022-12-08 09:00")) == 1


def failed(office: Office) -> None:
    """The next message is not shown to somebody who is gone."""
    address = office.join(Role.STAFF, "某乙", "7")
    office.say(address, "subscribe", "全部")
    office.sender().outcomes = [Receipt(Outcome.GONE, reason="blocked")]
    office.pass_to("2022-12-01 09:00")


def test_what_did_not_arrive_is_listed_and_queued_again(office: Office, register: Register) -> None:
    failed(office)
    admin = account(office, Role.ADMIN, "8")

    (row,) = register.undelivered()
    again = register.retry(admin, row.id)

    assert row.words.startswith("未送达")
    assert again == 1
    assert register.undelivered() == []


def test_only_an_admin_queues_again_or_releases(office: Office, register: Register) -> None:
    failed(office)
    staff = account(office, Role.STAFF, "9")

    for order in (register.retry, register.release):
        with pytest.raises(NotAllowed):
            order(staff)


def test_what_arrived_is_not_queued_again(
    office: Office, register: Register, owner: Account
) -> None:
    admin = account(office, Role.ADMIN, "8")

    with pytest.raises(AssistantError, match="R1 不在未送达清单中"):
        register.retry(admin, 1)
    assert register.retry(admin) == 0
    assert register.release(admin) == 0


def test_the_state_is_told_in_sentences(office: Office, register: Register, owner: Account) -> None:
    lines = register.status_lines()

    assert register.counts() == {"sent": 1}
    assert "已送达 1" in lines
    assert any(line.startswith("最近一次排程：2022-12-01 09:00") for line in lines)


def test_before_the_first_tick_that_is_said(office: Office, register: Register) -> None:
    assert "还没有排程过。" in register.status_lines()
    assert register.oldest_waiting() is None


def test_what_waits_longest_is_known(office: Office, register: Register) -> None:
    office.say(office.join(Role.STAFF, "某甲", "5"), "subscribe", "全部")
    office.clock.now = at("2022-12-01 09:05")
    office.reminders.delivery.tick()

    assert register.oldest_waiting() == office.clock.now - timedelta(minutes=5)


def test_the_reason_stands_behind_the_state() -> None:
    day = at("2022-12-01 09:00").date()

    assert Delivered(1, 1, day, "telegram", "failed", "对方已停用").words == "未送达，对方已停用"
    assert Delivered(1, 1, day, "telegram", "sent", "").words == "已送达"
