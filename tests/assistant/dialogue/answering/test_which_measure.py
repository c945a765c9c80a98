"""In which sense a figure is given: of the two asked the one that its measure is."""

import pytest

from assistant.dialogue.answering.which_measure import answer_which_measure
from tests.assistant.dialogue.answering.conftest import Inquire


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("20万元是已经发了还是预计的", "是预计的："),
        ("绿色车站5个是新增的还是总数", "是新增的："),
        ("示范社区30个是现有的还是目标", "是现有的："),
    ],
)
def test_the_sense_of_a_figure(of_districts: Inquire, asked: str, said: str) -> None:
    answer = answer_which_measure(of_districts(asked))

    assert answer is not None
    assert answer.headline.startswith(said)


@pytest.mark.parametrize("asked", ["泵站是3座还是5座", "20万元是财政的还是企业的"])
def test_another_choice_is_left_to_others(of_districts: Inquire, asked: str) -> None:
    assert answer_which_measure(of_districts(asked)) is None
