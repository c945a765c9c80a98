"""Which entries a list shows, by the words of people."""

from datetime import date

import pytest

from assistant.glossary import Address, Role
from knowledge import Deadline
from tests.assistant.reminders.office import Office, at, promise


def day(words: str) -> Deadline:
    """A deadline on this day."""
    moment = date.fromisoformat(words)
    return Deadline(words, moment, moment, "day")


@pytest.fixture
def staff(office: Office) -> Address:
    """28 November 2022 is a Monday; one commitment in every situation."""
    office.promised = [
        promise(1, "申报商标", day("2022-11-20"), unit="甲局"),
        promise(2, "申报专利", day("2022-11-30"), unit="甲局"),
        promise(3, "检查商标", day("2022-12-05"), unit="乙局"),
        promise(4, "培训企业", day("2022-12-31"), unit="乙局"),
        promise(5, "编印手册", day("2023-03-31"), unit="甲局"),
        promise(6, "加强宣传", Deadline("长期坚持"), unit="甲局"),
        promise(7, "通报情况", Deadline("每季度", precision="recurring", recurring="每季度")),
        promise(8, "建成展馆", day("2022-11-29"), unit="乙局"),
    ]
    address = office.join(Role.STAFF, "某甲", "5", "乙局")
    office.say(address, "close", "8 已建成 佐证：验收单")
    return address


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("", [1, 8, 2, 3, 4, 5, 7, 6]),
        ("逾期", [1]),
        ("临期", [2, 3]),
        ("7天内", [2, 3]),
        ("30天内", [2, 3]),
        ("33天内", [2, 3, 4, 7]),
        ("今天", []),
        ("本周", [2]),
        ("下周", [3]),
        ("本月", [1, 2]),
        ("下月", [3, 4, 7]),
        ("未销号", [1, 2, 3, 4, 5, 7, 6]),
        ("已兑现", [8]),
        ("无明确时限", [6]),
        ("定期", [7]),
        ("甲局", [1, 2, 5, 6]),
        ("商标", [1, 3]),
        ("第59号", [1, 8, 2, 3, 4, 5, 7, 6]),
        ("承诺3", [3]),
        # what the own unit has to do
        ("我的", [8, 3, 4]),
        # several at once
        ("甲局 逾期", [1]),
        ("我的 未销号", [3, 4]),
        ("我的 逾期", []),
    ],
)
def test_a_list_by_words(office: Office, staff: Address, words: str, numbers: list[int]) -> None:
    shown = office.say(staff, "ledger", words).text.split("\n")

    found = [int(line.split(".")[0]) for line in shown if line[:1].isdecimal()]
    assert found == numbers


@pytest.mark.parametrize(
    ("now", "words"), [("2022-11-30 09:00", "今天"), ("2022-11-29 09:00", "明天")]
)
def test_what_is_due_on_a_day(office: Office, staff: Address, now: str, words: str) -> None:
    office.clock.now = at(now)

    assert "2. 申报专利" in office.say(staff, "ledger", words).text


def test_a_moved_deadline_counts(office: Office, staff: Address) -> None:
    office.say(staff, "state", "1 顺延 2022-12-02 资金未到位")

    shown = office.say(staff, "ledger", "本周").text

    assert "申报商标" in shown
    assert "2022-11-20，顺延至 2022-12-02" in shown
    office.clock.now = at("2022-12-03 09:00")
    assert "逾期 1 天（顺延）" in office.say(staff, "ledger", "逾期").text
