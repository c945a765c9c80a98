"""Portions: a stated share of the figure it is a share of."""

import pytest

from assistant.dialogue.answering.portions import answer_portion, answer_whole
from tests.assistant.dialogue.answering.conftest import Inquire


def test_a_share_comes_to_so_many(of_schools: Inquire) -> None:
    answer = answer_portion(of_schools("55岁以上的乡村教师有多少人"))

    assert answer is not None
    assert answer.headline == "约188人"
    assert "1508×12.5%≈188人" in answer.body


@pytest.mark.parametrize("asked", ["60岁以上的乡村教师有多少人", "55岁以上的乡村教师占多少"])
def test_another_age_and_the_share_itself_are_no_portion(of_schools: Inquire, asked: str) -> None:
    assert answer_portion(of_schools(asked)) is None


def test_the_whole_of_a_share_is_grossed_up(of_schools: Inquire) -> None:
    answer = answer_whole(of_schools("总学位多少"))

    assert answer is not None
    assert answer.headline == "约94.4万人"


def test_a_share_of_something_else_is_no_portion(of_schools: Inquire) -> None:
    assert answer_portion(of_schools("寄宿生有多少")) is None
