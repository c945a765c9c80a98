"""The figure that another is said to be above or below."""

from assistant.dialogue.answering.differing import answer_other_side
from assistant.dialogue.answering.figures import answer_figure
from tests.assistant.dialogue.answering.conftest import Inquire


def test_the_other_side_is_reckoned(of_schools: Inquire) -> None:
    answer = answer_other_side(of_schools("民办学校报销比例是多少"))

    assert answer is not None
    assert answer.headline == "65%"
    assert "90-25=65%" in answer.body


def test_by_how_much_is_no_figure_of_the_other_side(of_schools: Inquire) -> None:
    assert answer_figure(of_schools("民办学校报销比例是多少")) is None
    assert answer_other_side(of_schools("比民办学校报销比例高多少")) is None


def test_what_is_lower_elsewhere_is_higher_here(of_schools: Inquire) -> None:
    answer = answer_other_side(of_schools("沿海月平均工资多少"))

    assert answer is not None
    assert answer.headline == "6000元"
