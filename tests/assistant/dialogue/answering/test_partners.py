"""The departments of a promise beside the one named."""

import pytest

from assistant.dialogue.answering.partners import answer_partners
from tests.assistant.dialogue.answering.conftest import Inquire


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("签约率那条承诺除了卫健局还有谁负责", "县财政局"),
        ("签约率的责任单位除了县财政局还有哪些", "县卫生健康局"),
        ("村医培训点除了县人力社保局还有哪个单位", "没有其他单位，责任单位只有县人力社保局"),
    ],
)
def test_the_others_in_charge(inquire: Inquire, asked: str, said: str) -> None:
    answer = answer_partners(inquire(asked))

    assert answer is not None
    assert answer.headline == said


def test_no_promise_of_that_department(inquire: Inquire) -> None:
    assert answer_partners(inquire("签约率除了县公安局还有谁负责")) is None
