"""The ledger: numbers for good, changes with evidence, history never overwritten, lists."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from assistant.glossary import Address, Attachment, Role
from assistant.storage import open_database
from tests.assistant.reminders.office import VAGUE, Office, promise, three


@pytest.fixture
def staff(office: Office) -> Address:
    """A staff member of the market bureau."""
    return office.join(Role.STAFF, "某甲", "5", "区市场监管局")


def test_a_commitment_keeps_its_number_when_others_come_and_go(office: Office) -> None:
    office.reminders.ledger.entries()

    office.promised = [promise(9, "新的一件"), *three()[1:]]

    numbers = {entry.commitment.row: entry.number for entry in office.reminders.ledger.entries()}
    assert numbers == {2: 2, 3: 3, 9: 4}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("2 已兑现 已完成", "须有佐证"),
        ("2 部分兑现 完成一半", "须有佐证"),
        ("2 进行中", "请写明说明"),
        ("2 顺延 资金未到位", "顺延须写明新的日期"),
        ("2 顺延 2022-12-31 不变", "与现在的时限相同"),
        ("2 顺延 2023-02-30 资金", "没有“2023-02-30”这一天"),
        ("2 办结 好", "状态请从这些中选"),
        ("进行中 2", "请先写编号"),
        ("99 进行中 x", "没有编号为 99 的承诺"),
    ],
)
def test_a_change_that_lacks_something_says_what(
    office: Office, staff: Address, words: str, said: str
) -> None:
    reply = office.say(staff, "state", words)

    assert reply.kind == "refused"
    assert said in reply.text


@pytest.mark.parametrize(
    "words",
    [
        "2 已兑现 已完成 佐证：统计公报",
        "2 已兑现 已完成 https://example.gov.cn/1",
        "2 已兑现 证据:公报",
        "2 已兑现 14620件 截至12月20日",
        "2 部分兑现 达到14,320件（截至9月底）",
    ],
)
def test_evidence_is_a_text_a_link_or_a_dated_figure(
    office: Office, staff: Address, words: str
) -> None:
    reply = office.say(staff, "state", words)

    assert reply.headline == f"已登记：{words.split()[1]}。"
    assert "佐证：" in office.say(staff, "commitment", "2").text


def test_the_note_of_a_moved_deadline_is_kept_to_its_last_character(
    office: Office, staff: Address
) -> None:
    office.say(staff, "state", "2 顺延至 2023-06-30，设备未到")

    assert "顺延，设备未到（2022-12-31 → 2023-06-30）" in office.say(staff, "commitment", "2").text


def test_evidence_may_be_a_file(office: Office, staff: Address) -> None:
    file = Attachment("公报.pdf", b"%PDF", "application/pdf")

    assert office.say(staff, "close", "2", (file,)).headline == "已登记：已兑现。"
    assert "佐证：文件1" in office.say(staff, "commitment", "2").text


def test_the_history_stays_and_undo_is_part_of_it(office: Office, staff: Address) -> None:
    office.say(staff, "state", "2 进行中 已开始")
    office.say(staff, "close", "2 已完成 佐证：公报")
    office.say(staff, "undo", "2")

    shown = office.say(staff, "commitment", "2").text

    assert "进行中，已开始" in shown
    assert "已兑现，已完成；佐证：公报（已撤回）" in shown
    assert "撤回第 2 条变更" in shown
    assert "还有 33 天" in shown


def test_the_database_itself_refuses_to_alter_history(office: Office, staff: Address) -> None:
    office.say(staff, "state", "2 进行中 已开始")

    with pytest.raises(IntegrityError, match="append-only"), office.database.write() as session:
        session.execute(text("UPDATE changes SET note = 'x'"))


def test_a_migrated_database_refuses_it_too(office: Office) -> None:
    database = open_database(office.database.path.parent / "migrated")
    with database.read() as session:
        found = session.scalars(text("SELECT name FROM sqlite_master WHERE type = 'trigger'")).all()
    database.close()

    kept = ("audit", "changes", "evidence_files", "progress")
    assert {f"{table}_no_{verb}" for table in kept for verb in ("update", "delete")} <= set(found)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            "2 14320 截至9月底",
            "14320件（截至9月底，责任单位填报，非函中数据）；目标 14500件，完成 98.8%，还差 180件",
        ),
        ("2 14,320件 截至9月底 含注销", "14320件（截至9月底"),
        ("2 14620", "14620件（截至2022年11月28日"),
        ("2 14620", "已达到目标"),
        ("2 14320家", "以“件”计，不能登记为“家”"),
        ("2 很多", "请写明数字"),
        ("2", "请写明数字"),
    ],
)
def test_a_reported_figure_is_the_units_word(
    office: Office, staff: Address, words: str, said: str
) -> None:
    assert said in office.say(staff, "report", words).text


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("", [1, 2, 3, 4]),
        ("我的", [1, 2, 3]),
        ("逾期", []),
        ("40天内", [1, 2, 3]),
        ("7天内", []),
        ("无明确时限", [4]),
        ("商标", [2]),
        ("区农业农村委", [4]),
        ("已兑现", []),
    ],
)
def test_lists_by_words(office: Office, staff: Address, words: str, numbers: list[int]) -> None:
    office.promised.append(promise(4, "长期推进标准化", VAGUE, unit="区农业农村委"))

    reply = office.say(staff, "ledger", words)

    shown = [line[0] for line in reply.text.split("\n") if line[:2] in ("1.", "2.", "3.", "4.")]
    assert [int(number) for number in shown] == numbers
    assert ("【无明确时限】" in reply.text) is (4 in numbers)


def test_long_lists_come_in_pages(office: Office, staff: Address) -> None:
    office.promised = [promise(n, f"第{n}件事") for n in range(1, 46)]

    first = office.say(staff, "ledger")
    last = office.press(staff, office.press(staff, first, "下一页"), "下一页")

    assert first.headline == "台账共 45 项，逾期 0 项，临期 0 项"
    assert "45. 第45件事" in last.text
    assert "20. 第20件事" not in last.text
