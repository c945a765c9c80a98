"""Undone: those counted in a sentence less those it says are done."""

import pytest

from assistant.dialogue.answering.undone import answer_undone
from tests.assistant.dialogue.answering.conftest import Inquire


def test_those_counted_less_those_done(of_schools: Inquire) -> None:
    answer = answer_undone(of_schools("隐患还有几个没改"))

    assert answer is not None
    assert answer.headline == "6个"
    assert "137-131=6个" in answer.body


@pytest.mark.parametrize("asked", ["隐患有几个", "隐患还有几个没上报", "围墙还有几公里没改"])
def test_where_nothing_is_said_to_be_done_nothing_is_left(of_schools: Inquire, asked: str) -> None:
    assert answer_undone(of_schools(asked)) is None
