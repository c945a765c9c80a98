"""Decisions: writing into the ledger by command; what is kept of it shows test_ledger.py."""

import pytest

from assistant.glossary import Address, Attachment, Role
from tests.assistant.reminders.office import Office


@pytest.fixture
def staff(office: Office) -> Address:
    return office.join(Role.STAFF, "某甲", "5", "区市场监管局")


def standing(office: Office, number: int) -> str:
    return next(e.standing.label for e in office.reminders.ledger.entries() if e.number == number)


@pytest.mark.parametrize("words", ["2 进行中 已完成前期核查", "承诺2 进行中：已完成前期核查"])
def test_a_state_is_entered_with_its_note_and_can_be_undone(
    office: Office, staff: Address, words: str
) -> None:
    reply = office.say(staff, "state", words)

    assert reply.headline == "已登记：进行中。"
    assert "进行中" in standing(office, 2)
    undone = office.press(staff, reply, "撤回")
    assert undone.headline.startswith("已撤回“进行中”")
    assert "进行中" not in standing(office, 2)


def test_closing_without_a_word_asks_for_note_and_proof(office: Office, staff: Address) -> None:
    reply = office.say(staff, "close", "2")

    assert reply.kind == "clarify"
    assert "佐证" in reply.text and "2022年全区有效注册商标" in reply.text
    assert "已兑现" not in standing(office, 2)


def test_a_file_that_comes_along_is_the_proof_and_is_handed_out_again(
    office: Office, staff: Address
) -> None:
    office.say(staff, "close", "2", files=(Attachment("公报.pdf", b"%PDF", "application/pdf"),))

    handed = office.say(staff, "evidence", "1")

    assert "已兑现" in standing(office, 2)
    assert [(one.name, one.content) for one in handed.files] == [("公报.pdf", b"%PDF")]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2 顺延 2023-03-31 资金未到位", "2023-03-31"),
        ("2 顺延 至2023年3月31日，资金未到位", "2023-03-31"),
        ("2 顺延 2023/3/31 资金未到位", "2023-03-31"),
    ],
)
def test_a_new_day_is_read_however_it_is_written(
    office: Office, staff: Address, words: str, day: str
) -> None:
    assert f"顺延至 {day}" in office.say(staff, "state", words).text


def test_a_reported_figure_is_read_back_against_the_target(office: Office, staff: Address) -> None:
    reply = office.say(staff, "report", "2 14320 截至9月底")

    assert reply.headline.startswith("已登记进展：14320件")
    assert "还差 180件" in reply.headline


@pytest.mark.parametrize("role", [Role.DEPUTY, Role.SUPERVISOR])
def test_others_write_nothing_into_the_ledger(office: Office, role: Role) -> None:
    other = office.join(role, "某乙", "6")

    for name, words in (
        ("state", "2 进行中 x"),
        ("close", "2 x 佐证：y"),
        ("report", "2 1"),
        ("undo", "2"),
    ):
        assert office.say(other, name, words).kind == "refused"


def test_nothing_to_undo_is_said(office: Office, staff: Address) -> None:
    assert office.say(staff, "undo", "2").kind == "refused"
