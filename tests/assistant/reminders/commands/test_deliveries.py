"""Commands around reminders on their way."""

import pytest

from assistant.glossary import Address, Outcome, Receipt, Role
from tests.assistant.reminders.office import Office, at


@pytest.fixture
def reminded(office: Office) -> Address:
    """Somebody whose reminder of 1 December 2022 is R1."""
    address = office.join(Role.STAFF, "某甲", "5")
    office.say(address, "subscribe", "全部")
    office.pass_to("2022-12-01 09:00")
    return address


@pytest.mark.parametrize("words", ["R1", "r1", "1", " R1 "])
def test_a_reminder_is_acknowledged_by_its_number(
    office: Office, reminded: Address, words: str
) -> None:
    assert office.say(reminded, "ack", words).text == "已知悉，记下了。"


@pytest.mark.parametrize("words", ["", "R", "第一条", "R-1", "R1234567890123"])
def test_without_a_number_an_example_is_shown(
    office: Office, reminded: Address, words: str
) -> None:
    reply = office.say(reminded, "ack", words)

    assert (reply.kind, "/ack R12" in reply.text) == ("refused", True)


def test_a_snooze_says_when_and_how_many(office: Office, reminded: Address) -> None:
    office.clock.now = at("2022-12-05 09:00")

    assert office.say(reminded, "snooze", "R1").text == "12月8日再提醒您，共 3 项。"


def test_what_did_not_arrive_is_listed_by_name_and_sent_again(office: Office) -> None:
    admin = office.join(Role.ADMIN, "某丙", "8")
    office.say(office.join(Role.STAFF, "某乙", "7"), "subscribe", "全部")
    office.sender().outcomes = [Receipt(Outcome.GONE, reason="blocked")]
    office.pass_to("2022-12-01 09:00")

    listed = office.say(admin, "undelivered")
    again = office.press(admin, listed, "重新发送")

    assert listed.headline == "未送达 1 条"
    assert "某乙" in listed.text
    assert again.text == "已重新排入 1 条提醒。"


def test_an_empty_list_is_said(office: Office) -> None:
    admin = office.join(Role.ADMIN, "某丙", "8")

    assert office.say(admin, "undelivered").text == "没有未送达的提醒。"
    assert office.say(admin, "release").text == "已放行 0 条提醒。"


def test_the_state_of_deliveries_is_for_admins(office: Office, reminded: Address) -> None:
    admin = office.join(Role.ADMIN, "某丙", "8")

    assert office.say(reminded, "reminders").kind == "refused"
    assert "已送达 1" in office.say(admin, "reminders").text
