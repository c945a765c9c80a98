"""Troubles: what stands under the heading of reasons and difficulties."""

import pytest

from assistant.dialogue.answering.troubles import answer_troubles
from tests.assistant.dialogue.answering.conftest import Inquire, quotes


@pytest.mark.parametrize("asked", ["存在哪些问题", "主要困难是什么", "难在哪里"])
def test_what_stands_under_the_heading_is_told(inquire: Inquire, asked: str) -> None:
    answer = answer_troubles(inquire(asked))

    assert answer is not None
    assert "村卫生室待遇偏低" in quotes(answer)
    assert "药品配送不及时" in quotes(answer)


def test_only_sentences_that_bear_what_else_is_asked(inquire: Inquire) -> None:
    answer = answer_troubles(inquire("药品配送存在什么问题"))

    assert answer is not None
    assert "待遇偏低" not in quotes(answer)


@pytest.mark.parametrize("asked", ["医保基金存在什么问题", "村卫生室有多少个"])
def test_nothing_is_told_of_another_thing_or_another_question(inquire: Inquire, asked: str) -> None:
    assert answer_troubles(inquire(asked)) is None
