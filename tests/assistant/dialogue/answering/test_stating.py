"""Stating: what no row holds but one sentence says outright."""

import pytest

from assistant.dialogue.answering.stating import answer_stated
from tests.assistant.dialogue.answering.conftest import Inquire, quotes


def test_the_sentence_that_bears_every_word_answers(inquire: Inquire) -> None:
    answer = answer_stated(inquire("定向培养 在岗培训"))

    assert answer is not None
    assert "通过定向培养、在岗培训提升村医服务能力" in quotes(answer)


@pytest.mark.parametrize(
    "asked",
    [
        "定向培养 护士",  # a word the sentence does not bear
        "定向培养多少人",  # another form of answer is due
        "是定向培养吗",
        "药品",  # a single short word is not enough to go by
        "答复如下",  # said of every letter
    ],
)
def test_without_such_a_sentence_nothing_is_said(inquire: Inquire, asked: str) -> None:
    assert answer_stated(inquire(asked)) is None
