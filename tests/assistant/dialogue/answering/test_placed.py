"""Which place a promise has: by its number, by its words; never of what is no promise."""

import pytest

from assistant.dialogue.answering.placed import answer_place
from tests.assistant.dialogue.conftest import Ask


@pytest.mark.parametrize(
    ("question", "place"),
    [("14500件是第几条承诺", "第2项"), ("万人发明专利是第几项承诺", "第3项")],
)
def test_a_promise_is_told_by_its_place(ask: Ask, question: str, place: str) -> None:
    assert ask(question).headline == place


def test_without_one_promise_meant_there_is_no_place(inquire) -> None:
    assert answer_place(inquire("承诺有几条")) is None
