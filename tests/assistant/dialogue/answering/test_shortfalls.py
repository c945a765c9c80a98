"""Shortfalls: what a sentence says is needed less what it says is there."""

import pytest

from assistant.dialogue.answering.shortfalls import answer_shortfall
from tests.assistant.dialogue.answering.conftest import Inquire


@pytest.mark.parametrize(
    ("asked", "said", "shown"),
    [
        # 46名 and 38人 are both persons
        ("教研中心还缺几个人", "还差8人", "46-38=8人"),
        # the need may stand behind what is there
        ("新购校车的任务还差多少", "还差2285辆", "6500-4215=2285辆"),
        ("校舍建设的资金还差多少", "还差3.4亿元", "7.5-4.1=3.4亿元"),
    ],
)
def test_the_need_less_what_is_there(
    of_schools: Inquire, asked: str, said: str, shown: str
) -> None:
    answer = answer_shortfall(of_schools(asked))

    assert answer is not None
    assert answer.headline == said
    assert shown in answer.body


@pytest.mark.parametrize("asked", ["食堂还缺几座", "教研中心有多少人", "幼儿园还缺几个人"])
def test_where_no_sentence_says_both_nothing_is_lacking(of_schools: Inquire, asked: str) -> None:
    assert answer_shortfall(of_schools(asked)) is None
