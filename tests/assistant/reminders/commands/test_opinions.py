"""Commands of deputies: a private mark, the receipt for a letter."""

import pytest

from assistant.glossary import Address, Role
from tests.assistant.reminders.office import Office


@pytest.fixture
def deputy(office: Office) -> Address:
    return office.join(Role.DEPUTY, "某代表", "5")


def test_a_mark_is_chosen_by_button_and_listed(office: Office, deputy: Address) -> None:
    empty = office.say(deputy, "mark")
    asked = office.say(deputy, "mark", "2")
    office.press(deputy, asked, "部分")

    assert "还没有标记" in empty.text
    assert asked.kind == "clarify"
    assert "2. 2022年全区有效注册商标达到14500件：部分" in office.say(deputy, "mark").text


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("2 部分 还差一点", "已标记：部分"),
        ("承诺2 未见，没有消息", "已标记：未见"),
        ("99 部分", "没有编号为 99 的承诺"),
        ("部分", "请先写编号"),
    ],
)
def test_a_mark_is_written_in_words(office: Office, deputy: Address, words: str, said: str) -> None:
    assert said in office.say(deputy, "mark", words).text


@pytest.mark.parametrize(
    ("words", "kind", "said"),
    [
        ("第59号 满意", "done", "第59号答复函，满意"),
        ("59 基本满意，进度再快些", "done", "意见：进度再快些"),
        ("满意 谢谢", "done", "第59号答复函，满意"),  # the only letter there is
        ("第59号", "clarify", "您的意见是"),
        ("第60号 满意", "refused", "没有找到“第60号”"),
        ("第59号 不满意", "refused", "请写明意见"),
    ],
)
def test_a_receipt_names_letter_and_verdict(
    office: Office, deputy: Address, words: str, kind: str, said: str
) -> None:
    reply = office.say(deputy, "receipt", words)

    assert (reply.kind, said in reply.text) == (kind, True)


def test_staff_see_the_receipts_counted_and_take_them_along(
    office: Office, deputy: Address
) -> None:
    office.say(deputy, "receipt", "第59号 不满意 进度太慢")
    staff = office.join(Role.STAFF, "某甲", "6")

    listed = office.say(staff, "receipts")
    taken = office.press(staff, listed, "导出")

    assert listed.headline == "回执 1 份：满意 0，基本满意 0，不满意 1"
    assert "某代表 不满意：进度太慢" in listed.text
    assert "进度太慢" in taken.files[0].content.decode("utf-8-sig")


def test_without_receipts_that_is_said(office: Office, deputy: Address) -> None:
    assert office.say(deputy, "receipts").text == "还没有回执。"


def test_staff_neither_mark_nor_give_receipts(office: Office) -> None:
    staff = office.join(Role.STAFF, "某甲", "6")

    assert office.say(staff, "mark", "2 部分").kind == "refused"
    assert office.say(staff, "receipt", "第59号 满意").kind == "refused"
