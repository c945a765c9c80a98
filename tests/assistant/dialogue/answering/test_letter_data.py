"""Letter data: head and foot of the letter, and nothing of another one's."""

import pytest

from assistant.dialogue.answering.letter_data import (
    answer_claimed,
    answer_letter,
    asks_printed,
    fields_asked,
)
from tests.assistant.dialogue.answering.conftest import Inquire, quotes
from tests.assistant.dialogue.conftest import Ask


@pytest.mark.parametrize(
    ("asked", "value"),
    [
        ("联系人电话是多少", "5550101"),
        ("联系人是谁", "甄小米"),
        ("这份答复是谁签发的", "钱二川"),
        ("文号是多少", "清卫函〔2024〕87号"),
        ("建议编号是多少", "87"),
        ("谁提的建议", "乔一木"),
        ("什么时候答复的", "2024年9月8日"),
        ("哪个单位答复的", "清河县卫生健康局"),
        ("建议是在哪次会议上提的", "县二届人大三次会议"),
    ],
)
def test_a_field_is_told_as_printed_and_cited(inquire: Inquire, asked: str, value: str) -> None:
    answer = answer_letter(inquire(asked))

    assert answer is not None
    assert value in answer.headline
    assert value in quotes(answer).replace(" ", "")


@pytest.mark.parametrize(
    "asked",
    [
        "村卫生室有多少个",
        "南山县卫健局的电话",  # another district
        "李四的电话是多少",  # another person
        "邮箱是多少",  # not printed
        "建议什么时候收到的",  # not the day of the letter
    ],
)
def test_what_is_not_in_head_or_foot_is_not_told(inquire: Inquire, asked: str) -> None:
    answer = answer_letter(inquire(asked))

    assert answer is None or answer.kind == "unknown"


@pytest.mark.parametrize(
    ("asked", "begins"),
    [
        ("这份答复是2023年写的吧", "不是"),
        ("这份答复是2024年9月8日写的吧", "是的"),
        ("这封信是钱二川签发的吗", "是的"),
        # by the office that the sentence gives, of nobody else
        ("这封信是局长签的吗", "是的"),
        ("这封信是主任签发的吗", "不是"),
        ("这封信是张三局长签的吗", "不是"),
    ],
)
def test_a_claimed_value_is_held_against_the_letter(
    inquire: Inquire, asked: str, begins: str
) -> None:
    answer = answer_claimed(inquire(asked))

    assert answer is not None
    assert answer.headline.startswith(begins)


def test_a_claim_about_something_else_is_left_to_others(inquire: Inquire) -> None:
    assert answer_claimed(inquire("村卫生室是222个吗")) is None


def test_of_several_fields_the_particular_ones_are_meant(inquire: Inquire) -> None:
    assert [field.names[0] for field in fields_asked(inquire("这份建议的联系人电话"))] == [
        "phone",
        "contact",
    ]


@pytest.mark.parametrize(
    ("asked", "printed"),
    [
        ("文号是什么", True),
        ("邮编", True),
        ("属于哪一类建议", True),
        ("联系人是谁", False),
        ("有多少个", False),
    ],
)
def test_some_fields_stand_in_the_letter_or_nowhere(
    inquire: Inquire, asked: str, printed: bool
) -> None:
    assert asks_printed(inquire(asked)) is printed


def test_a_field_is_proved_by_the_line_that_prints_it(ask: Ask) -> None:
    assert ask("邮编多少").citations[0].quote == "邮政编码：402360"
