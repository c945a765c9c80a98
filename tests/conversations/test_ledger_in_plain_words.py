"""What the office entered about a promise is said to whoever asks, without a command."""

import re
from pathlib import Path

import pytest

from assistant.glossary import Address, Reply, Role
from tests.conversations.theatre import Theatre, at

VISITOR = Address("telegram", "9", "9")


@pytest.fixture
def theatre(tmp_path: Path) -> Theatre:
    """2 December 2022: 29 days before the deadlines."""
    return Theatre(tmp_path, "2022-12-02 09:00")


@pytest.fixture
def staff(theatre: Theatre) -> Address:
    """Who enters what became of it."""
    return theatre.join(Role.STAFF, "5")


def numbers(reply: Reply) -> list[str]:
    """The commitments listed."""
    return re.findall(r"^([0-9]+)\. ", reply.text, re.MULTILINE)


def test_a_promise_closed_with_evidence_is_due_no_more(theatre: Theatre, staff: Address) -> None:
    before = theatre.say(VISITOR, "30天内到期的有哪些？")
    theatre.say(staff, "/close 2 已达14620件 佐证：统计公报第3页")
    after = theatre.say(VISITOR, "30天内到期的有哪些？")
    done = theatre.say(VISITOR, "已兑现的有哪些？")

    assert numbers(before) == ["1", "2", "3"]
    assert numbers(after) == ["1", "3"]
    assert numbers(done) == ["2"]
    assert [citation.code for citation in done.citations] == ["59-附-2"]


def test_whether_it_was_kept_is_said_first_then_what_the_letter_says(
    theatre: Theatre, staff: Address
) -> None:
    asked = "注册商标的承诺兑现了吗？"
    before = theatre.say(VISITOR, asked)
    theatre.say(staff, "/close 2 已达14620件 佐证：统计公报第3页")
    after = theatre.say(VISITOR, asked)

    assert before.headline.startswith("14036/14500件")
    assert after.headline == "已兑现"
    assert "已兑现（2022-12-02 登记，佐证：统计公报第3页）" in after.text
    assert "14036/14500件" in after.text


def test_a_reported_figure_and_a_moved_deadline_stand_beside_the_letters_word(
    theatre: Theatre, staff: Address
) -> None:
    theatre.say(staff, "/report 2 14320 截至11月底")
    theatre.say(staff, "/state 3 顺延 2023-03-31 统计口径调整")

    figure = theatre.say(VISITOR, "注册商标14500件的承诺什么时候完成？")
    moved = theatre.say(VISITOR, "万人发明专利的承诺什么时候完成？")

    assert figure.headline == "2022年12月底"
    assert "14320件（截至11月底，责任单位填报，非函中数据）" in figure.text
    assert "2022年12月底（2022-12-31），顺延至 2023-03-31" in moved.text


def test_what_nobody_entered_changes_no_answer(theatre: Theatre, staff: Address) -> None:
    theatre.say(staff, "/close 2 已达14620件 佐证：统计公报第3页")

    other = theatre.say(VISITOR, "知名品牌的承诺谁负责？")
    theatre.say(staff, "/undo 2")
    undone = theatre.say(VISITOR, "注册商标的承诺兑现了吗？")

    assert "台账" not in other.text
    assert undone.headline.startswith("14036/14500件")


@pytest.mark.parametrize(
    ("now", "headline", "listed"),
    [
        ("2022-12-02 09:00", "没有逾期的承诺", ["1"]),
        ("2023-01-10 09:00", "逾期的承诺共 3 项", ["1", "2", "3"]),
    ],
)
def test_what_is_overdue_on_a_day(
    theatre: Theatre, now: str, headline: str, listed: list[str]
) -> None:
    theatre.now = at(now)

    reply = theatre.say(VISITOR, "逾期的有哪些？")

    assert reply.headline == headline
    assert numbers(reply) == listed
    assert len(reply.citations) == len(listed)


def test_what_is_asked_next_leans_on_the_list(theatre: Theatre, staff: Address) -> None:
    theatre.say(staff, "/close 2 已达14620件 佐证：统计公报第3页")

    theatre.say(VISITOR, "已兑现的有哪些？")

    assert theatre.say(VISITOR, "谁负责？").headline == "区市场监管局"


def test_a_commitment_by_its_number(theatre: Theatre, staff: Address) -> None:
    theatre.say(staff, "/state 2 部分兑现 差一点 佐证：公报")

    reply = theatre.say(VISITOR, "承诺2兑现了吗？")

    assert reply.headline == "临期，还有 29 天（部分兑现）"
    assert "经过和佐证" in [choice.label for choice in reply.suggestions]


@pytest.mark.parametrize("asked", ["我要订阅到期提醒", "订阅提醒", "帮我订阅 商标"])
def test_reminders_are_subscribed_to_in_plain_words(
    theatre: Theatre, staff: Address, asked: str
) -> None:
    reply = theatre.say(staff, asked)

    assert "要订阅什么" in reply.text or "已订阅：商标" in reply.text
