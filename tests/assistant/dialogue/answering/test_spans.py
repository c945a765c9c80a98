"""Over how many months a question reckons."""

import pytest

from assistant.dialogue.answering.spans import months_asked

SPANS = (
    # both ends are counted in
    ("7月到12月每月平均要多少", 6),
    ("从六月到年底平均一个月要增加多少", 7),
    ("剩下的7个月平均每月多少", 7),
    ("下半年每月平均多少", 6),
    # none is named
    ("平均每个月要多少", 0),
)


@pytest.mark.parametrize(("text", "months"), SPANS)
def test_a_question_names_its_months(text: str, months: int) -> None:
    assert months_asked(text) == months
