"""Rules: which answerers a question's own words call for."""

import pytest

from assistant.dialogue.answering.rules import RULES
from tests.assistant.dialogue.answering.conftest import Inquire


def called(inquire: Inquire, asked: str) -> set[str]:
    """The answerers of every rule that fits."""
    inquiry = inquire(asked)
    return {one.__name__ for rule in RULES if rule.fits(inquiry) for one in rule.answerers}


@pytest.mark.parametrize(
    ("asked", "answerer"),
    [
        ("公办村卫生室加上民办村卫生室一共多少个", "answer_sum"),
        ("公办村卫生室是民办村卫生室的几倍", "answer_times"),
        ("村卫生室平均每个月要新增多少个", "answer_monthly"),
        ("去年乡村医生有多少名", "answer_before"),
        ("除了公办村卫生室，其余有多少个", "answer_complement"),
        ("承诺了哪些事项", "answer_commitments"),
        ("承诺一共有几项", "answer_count"),
        ("哪项承诺进度最慢", "answer_furthest"),
        ("公办村卫生室和民办村卫生室分别有多少个", "answer_each"),
        ("今后有什么打算", "answer_ahead"),
        ("为什么乡村医生流失", "answer_explain"),
        ("文号是多少", "answer_letter"),
        ("医共体在哪里", "answer_where"),
        ("乔一木是谁", "answer_person"),
        ("采取了哪些措施", "answer_headings"),
        ("卫生院院长是谁", "answer_person"),
        ("10台设备每年维护费多少钱", "answer_product"),
        ("村卫生室是222个吧", "answer_yesno"),
    ],
)
def test_the_words_of_a_question_call_an_answerer(
    inquire: Inquire, asked: str, answerer: str
) -> None:
    assert answerer in called(inquire, asked)


@pytest.mark.parametrize(
    ("asked", "answerer"),
    [
        ("村卫生室有多少个", "answer_sum"),
        ("承诺什么时候完成", "answer_commitments"),  # asks for the day
        ("今后打算新增多少个", "answer_ahead"),  # asks for a figure
        ("村卫生室是222个吗", "answer_product"),  # claims a number, reckons nothing
        ("没发布的标准有几项", "answer_where"),
    ],
)
def test_other_words_do_not_call_it(inquire: Inquire, asked: str, answerer: str) -> None:
    assert answerer not in called(inquire, asked)


def test_a_reason_is_asked_of_nobody_else(inquire: Inquire) -> None:
    inquiry = inquire("为什么乡村医生流失")

    assert any(rule.alone for rule in RULES if rule.fits(inquiry))
