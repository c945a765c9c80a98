"""What could not be delivered goes out once its person is reached again; what may have been shown
says so.
"""

from dataclasses import dataclass

import pytest

from assistant.glossary import Address, Outcome, Receipt, Role
from assistant.people import OPERATOR
from assistant.reminders.models import DeliveryRow
from assistant.reminders.reaching import REPEAT
from assistant.storage import Database
from tests.assistant.reminders.office import Office, at, promise
from tests.assistant.reminders.test_outbox import GONE, UNKNOWN, states, subscribed


def bound_on_wecom(office: Office, staff: Address) -> Address:
    """The same person on a second channel."""
    code = office.say(staff, "link").text.split("\n")[0]
    address = Address("wecom", "w5", "w5")
    office.say(address, "join", code)
    return address


def test_who_unblocks_the_bot_gets_what_was_missed_and_it_says_that_it_is_late(
    office: Office,
) -> None:
    staff = subscribed(office)
    office.sender().outcomes = [GONE]
    office.pass_to("2022-12-01 09:00")

    office.people.accounts.heard(staff)
    again = office.pass_to("2022-12-01 15:00")

    assert [reply.text[:4] for reply in again] == ["【迟到】"]
    assert states(office) == ["sent"]


def test_weeks_of_failures_come_as_one_message(office: Office) -> None:
    staff = subscribed(office)
    office.sender().outcomes = [GONE]
    for day in ("2022-12-01", "2022-12-23", "2022-12-30", "2023-01-06"):
        office.pass_to(f"{day} 09:00")

    office.people.accounts.heard(staff)
    again = office.pass_to("2023-01-09 09:00")

    assert [reply.headline for reply in again] == ["今日提醒 3 项：3 项逾期"]
    assert states(office) == ["cancelled"] * 3 + ["sent"]


def test_what_may_have_been_shown_before_the_block_is_marked_afterwards(office: Office) -> None:
    staff = subscribed(office)
    office.sender().outcomes = [UNKNOWN, GONE]
    office.pass_to("2022-12-01 09:00")
    office.pass_to("2022-12-01 09:01")

    office.people.accounts.heard(staff)
    again = office.pass_to("2022-12-02 09:00")

    assert [reply.text.startswith(REPEAT) for reply in again] == [True]


def test_an_admins_retry_marks_what_may_have_been_shown(office: Office) -> None:
    staff = subscribed(office)
    admin = office.join(Role.ADMIN, "某丙", "9")
    office.sender().outcomes = [UNKNOWN, UNKNOWN]
    office.pass_to("2022-12-01 09:00")
    office.pass_to("2022-12-01 09:01")
    assert states(office)[0] == "review"

    office.say(admin, "retry", "R1")
    again = office.send()

    assert [reply.text.count(REPEAT) for reply in again] == [1]
    assert office.say(staff, "me").kind == "done"


def test_a_channel_that_is_closed_gives_way_to_one_that_is_open(office: Office) -> None:
    staff = subscribed(office)
    bound_on_wecom(office, staff)
    office.clock.now = at("2022-12-01 09:00")

    office.reminders.delivery.tick(served={"wecom"})
    shown = office.send("wecom")

    assert len(shown) == 1


def test_without_an_open_channel_it_is_listed_an_admin_is_told_and_it_goes_when_one_opens(
    office: Office,
) -> None:
    subscribed(office)
    office.join(Role.ADMIN, "某丙", "9", channel="wecom")
    office.clock.now = at("2022-12-01 09:00")

    office.reminders.delivery.tick(served={"wecom"})
    told = office.send("wecom")
    office.clock.now = at("2022-12-01 11:00")
    office.reminders.delivery.tick(served={"wecom", "telegram"})
    late = office.send()

    assert "有 1 条提醒无法送达" in told[0].text
    assert late[0].text.startswith("【迟到】")


@dataclass(frozen=True, slots=True)
class Case:
    """A delivery that is queued anew, and how it then stands."""

    state: str
    repeats: int
    marked: bool


@pytest.mark.parametrize(
    "case",
    [
        # certainly never shown: composed anew
        Case("failed", 0, False),
        # the first try may have been seen
        Case("failed", 1, True),
        Case("unknown", 0, True),
        Case("review", 1, True),
    ],
)
def test_only_what_was_certainly_not_shown_goes_unmarked(office: Office, case: Case) -> None:
    staff = subscribed(office)
    bound_on_wecom(office, staff)
    office.sender().outcomes = [Receipt(Outcome.UNKNOWN)]
    office.pass_to("2022-12-01 09:00")
    with office.database.write() as session:
        row = session.get_one(DeliveryRow, 1)
        row.state, row.repeats, row.next_try = case.state, case.repeats, at("2022-12-01 09:00")
    if case.state == "review":
        office.reminders.register.retry(OPERATOR, 1)

    office.clock.now = at("2022-12-01 09:05")
    office.reminders.delivery.tick(served={"wecom"})
    shown = office.send("wecom") or office.send()

    assert [reply.text.startswith(REPEAT) for reply in shown] == [case.marked]


def test_single_messages_come_again_one_by_one(database: Database) -> None:
    office = Office(database, [promise(1, "第一件事"), promise(2, "第二件事")])
    staff = office.join(Role.STAFF, "某甲", "5")
    office.say(staff, "subscribe", "全部 单条")
    office.sender().outcomes = [GONE]
    office.pass_to("2022-12-01 09:00")

    office.people.accounts.heard(staff)
    again = office.pass_to("2022-12-01 12:00")

    assert len(again) == 2
