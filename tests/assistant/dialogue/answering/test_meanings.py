"""What a number stands for, when nothing else is asked."""

import pytest

from tests.assistant.dialogue.conftest import Ask


@pytest.mark.parametrize(
    ("question", "meaning"),
    [
        ("951是什么数字", "发展事项"),
        # a unit is kept to
        ("43家是什么的数字", "天下大足"),
        ("信里的258.4万元指什么", "奖励"),
        ("函里说的24万余元是什么钱", "专利维持费"),
        # a decimal in characters
        ("二百五十八点四万元是什么钱", "奖励"),
        ("3.85指什么", "万人"),
    ],
)
def test_a_number_is_told_by_what_it_counts(ask: Ask, question: str, meaning: str) -> None:
    reply = ask(question)

    assert meaning in reply.headline
    assert reply.citations


def test_a_number_the_letter_does_not_hold_has_no_meaning(ask: Ask) -> None:
    assert ask("777是什么数字").kind == "unknown"


def test_names_behind_a_number_are_no_meaning_of_it(ask: Ask) -> None:
    assert ask("32个知名品牌的完整名单是什么？").kind == "unknown"
