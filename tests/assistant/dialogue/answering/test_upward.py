"""A level and all above it."""

from assistant.dialogue.answering.figures import answer_figure
from assistant.dialogue.answering.upward import answer_upward
from tests.assistant.dialogue.answering.conftest import Inquire


def test_the_levels_from_one_upward_are_added_up(of_schools: Inquire) -> None:
    answer = answer_upward(of_schools("市级以上示范学校一共几所"))

    assert answer is not None
    assert answer.headline == "34所"


def test_one_level_is_not_all_above_it(of_schools: Inquire) -> None:
    assert answer_figure(of_schools("市级以上示范学校一共几所")) is None
    assert answer_upward(of_schools("市级示范学校几所")) is None
