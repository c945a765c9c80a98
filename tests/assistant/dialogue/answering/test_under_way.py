"""What a sentence says is going on is not finished."""

import pytest

from assistant.dialogue.answering.under_way import answer_under_way
from tests.assistant.dialogue.answering.conftest import Inquire


@pytest.mark.parametrize("asked", ["补贴申报工作办完了吗", "补贴申报工作结束了没有"])
def test_what_is_going_on_is_not_finished(of_districts: Inquire, asked: str) -> None:
    answer = answer_under_way(of_districts(asked))

    assert answer is not None
    assert answer.headline == "还没有，函中写的是：补贴申报工作正在受理之中"


@pytest.mark.parametrize(
    "asked",
    [
        "补贴申报办到哪一步",  # claims nothing finished
        "泵站改完了吗",  # the letter says nothing of it going on
    ],
)
def test_what_no_sentence_says_is_left_to_others(of_districts: Inquire, asked: str) -> None:
    assert answer_under_way(of_districts(asked)) is None
