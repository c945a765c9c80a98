"""Composing: what a reminder says and offers when it leaves; whether it is still sent shows
test_outbox.py.
"""

import pytest

from assistant.glossary import Address, Role
from assistant.reminders.composing import FEW, MOST, reference
from tests.assistant.reminders.office import Office, promise

THIRTY_DAYS_BEFORE = "2022-12-01 09:00"


def subscribed(office: Office, role: Role = Role.STAFF, words: str = "全部") -> Address:
    address = office.join(role, "某甲", "5", "区市场监管局")
    office.say(address, "subscribe", words)
    return address


def test_one_commitment_is_told_whole_with_its_proof(office: Office) -> None:
    subscribed(office, words="承诺2")

    (reply,) = office.pass_to(THIRTY_DAYS_BEFORE)

    assert reply.headline.startswith("提醒：")
    assert "“2022年全区有效注册商标达到14500件。”" in reply.text
    assert "出处：〔59-附-2〕" in reply.text
    assert [citation.code for citation in reply.citations] == ["59-附-2"]


def test_several_are_counted_and_stand_by_unit(office: Office) -> None:
    subscribed(office)

    (reply,) = office.pass_to(THIRTY_DAYS_BEFORE)

    assert reply.headline == "今日提醒 3 项：3 项将到期"
    assert reply.text.count("【区市场监管局】") == 1
    assert reply.text.count("【区市场监管局及行业主管部门】") == 1
    assert {citation.code for citation in reply.citations} == {"59-附-1", "59-附-2", "59-附-3"}


def test_overdue_and_due_today_are_counted_apart(office: Office) -> None:
    subscribed(office)
    office.pass_to(THIRTY_DAYS_BEFORE)
    office.pass_to("2022-12-24 09:00")

    (last,) = office.pass_to("2022-12-30 09:00")

    assert "3 项" in last.headline


@pytest.mark.parametrize(
    ("role", "day", "may"),
    [
        (Role.STAFF, THIRTY_DAYS_BEFORE, True),
        # deputies hear on the day, supervisors of what is overdue
        (Role.DEPUTY, "2022-12-30 09:00", False),
        (Role.SUPERVISOR, "2023-01-06 09:00", False),
    ],
)
def test_only_who_may_change_it_is_offered_to_close_it(
    office: Office, role: Role, day: str, may: bool
) -> None:
    subscribed(office, role, "承诺2")

    (reply,) = office.pass_to(day)

    labels = {choice.label for choice in reply.suggestions}
    assert {"已知悉", "三天后再提醒", "看原文", "退订"} <= labels
    assert ("标记兑现" in labels) is may


def test_a_late_message_says_so(office: Office) -> None:
    subscribed(office, words="承诺2")

    (reply,) = office.pass_to("2022-12-01 11:00")

    assert reply.text.startswith("【迟到】")


def test_a_heap_is_cut_and_counted(office: Office) -> None:
    office.promised = [promise(row, f"事项{row}") for row in range(1, MOST + 4)]
    subscribed(office)

    (reply,) = office.pass_to(THIRTY_DAYS_BEFORE)

    assert "另有 3 项" in reply.text
    assert len(reply.citations) == MOST
    assert FEW < MOST


def test_a_message_is_called_by_its_number() -> None:
    assert reference(12) == "R12"
