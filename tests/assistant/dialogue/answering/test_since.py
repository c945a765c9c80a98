"""Since a year named: the newest figure against that year's."""

import pytest

from assistant.dialogue.answering.since import answer_since
from tests.assistant.dialogue.answering.conftest import Inquire


@pytest.mark.parametrize("asked", ["投入资金比2023年增加了多少", "投入资金较2023年多了多少"])
def test_the_newest_figure_is_held_against_that_year(inquire: Inquire, asked: str) -> None:
    answer = answer_since(inquire(asked))

    assert answer is not None
    assert answer.headline == "增加60万元"
    assert "360-300=60万元（推算）" in answer.body


@pytest.mark.parametrize(
    "asked",
    [
        "投入资金比2020年增加了多少",  # of that year the letter says nothing
        "乡村医生比2023年多了多少",  # one figure alone
        "投入资金是多少",
    ],
)
def test_without_both_figures_nothing_is_reckoned(inquire: Inquire, asked: str) -> None:
    assert answer_since(inquire(asked)) is None
