"""A question about what was told before it."""

from datetime import date

import pytest

from assistant.dialogue.understanding import Piece, understand
from assistant.dialogue.understanding.storytelling import about_story, points_back
from knowledge import Library

TODAY = date(2022, 10, 1)


@pytest.mark.parametrize(
    ("text", "kind"),
    [("这种商标一共有几件", "商标"), ("全区有几个这样的学校", "学校"), ("商标一共有几件", "")],
)
def test_a_kind_may_stand_for_what_was_told(text: str, kind: str) -> None:
    assert points_back(text) == kind


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("到底多少件", True),
        ("目前全区一共有几个这样的商标", True),
        # it names something of its own, or asks what nothing told has
        ("发明专利到底多少件", False),
        ("要等几个月", False),
        ("函里有没有写", False),
    ],
)
def test_what_names_nothing_is_about_the_story(shipped: Library, asked: str, told: bool) -> None:
    question = understand(Piece(asked, "今年我们也想搞马德里商标"), shipped, TODAY)

    about = about_story(question, shipped, TODAY)

    assert (about is not None) is told


def test_a_question_with_a_time_of_its_own_takes_none_of_the_story(shipped: Library) -> None:
    question = understand(Piece("现在一共有几件", "去年听说马德里商标不好办"), shipped, TODAY)

    about = about_story(question, shipped, TODAY)

    assert about is not None
    assert not about.qualifiers.years
