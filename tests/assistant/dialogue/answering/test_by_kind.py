"""By kind: the answerers of each kind of question."""

from assistant.dialogue.answering.by_kind import (
    ANSWERERS,
    answer_kind_listed,
    answer_named_ratio,
)
from assistant.dialogue.question import Ask
from tests.assistant.dialogue.answering.conftest import Inquire

TALK = {Ask.HELP, Ask.SMALLTALK, Ask.REFUSE, Ask.OPINION}
BY_RULE = {Ask.SUM, Ask.BEFORE, Ask.CONTACT, Ask.LETTER, Ask.COMMITMENTS}  # called by their words


def test_every_kind_of_question_has_somebody_to_ask() -> None:
    assert set(Ask) - TALK - BY_RULE == set(ANSWERERS)
    assert all(ANSWERERS.values())


def test_a_figure_that_is_itself_a_ratio_answers(inquire: Inquire) -> None:
    answer = answer_named_ratio(inquire("平均每台设备每年维护费多少"))

    assert answer is not None
    assert "2000元" in answer.headline


def test_a_bare_operand_is_no_ratio(inquire: Inquire) -> None:
    assert answer_named_ratio(inquire("平均投入资金多少")) is None


def test_the_kind_of_thing_listed_need_not_be_told_again(inquire: Inquire) -> None:
    answer = answer_kind_listed(inquire("推出的服务品牌是哪几个牌子"))

    assert answer is not None
    assert answer.names == ("健康小屋", "移动医院", "名医下乡")


def test_a_kind_alone_tells_nothing_but_where(inquire: Inquire) -> None:
    assert answer_kind_listed(inquire("清河县有哪些品牌")) is None
