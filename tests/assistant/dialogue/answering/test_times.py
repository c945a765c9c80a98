"""When: the deadline of what was promised, the day of a figure; a bare year is no day."""

import pytest

from assistant.dialogue.answering.times import answer_ordinal_claimed, answer_when
from tests.assistant.dialogue.answering.conftest import Inquire


@pytest.mark.parametrize(
    ("asked", "time"),
    [
        ("村卫生室达到240个什么时候完成", "2024年12月底"),
        ("240个村卫生室是哪年的目标", "2024年12月底"),
        ("数据截止到什么时候", "截至2024年6月"),
    ],
)
def test_the_time_is_that_of_the_fact_asked_about(inquire: Inquire, asked: str, time: str) -> None:
    answer = answer_when(inquire(asked))

    assert answer is not None
    assert answer.headline == time


def test_the_year_that_the_question_names_is_no_answer(inquire: Inquire) -> None:
    answer = answer_when(inquire("2023年的资金是哪天投入的"))

    assert answer is None or answer.headline not in ("2023年", "2023年度")


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("园艺奖是不是第四届", "不是第四届，函中是第三届"),
        ("园艺奖是第三届吧", "是的，是第三届"),
        ("园艺奖办到第5届了吗", "不是第5届，函中是第三届"),
    ],
)
def test_an_ordinal_claimed_is_held_against_the_letter(
    of_districts: Inquire, asked: str, said: str
) -> None:
    answer = answer_ordinal_claimed(of_districts(asked))

    assert answer is not None
    assert answer.headline == said
