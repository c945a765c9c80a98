"""Arithmetic words: a bare figure that leaves one unused is no answer."""

import pytest

from assistant.dialogue.answering.arithmetic_words import not_reckoned, unused_word
from assistant.dialogue.answering.figures import say_figure
from knowledge import Evidence, Indicator
from tests.assistant.dialogue.answering.conftest import Inquire


def told(inquire: Inquire, asked: str, row: Evidence):
    """The bare figure as an answer to a question."""
    inquiry = inquire(asked)
    found = next(f for f in inquiry.candidates.of(Indicator) if f.evidence.fact == row.fact)
    return inquiry.question, say_figure(found)


@pytest.mark.parametrize(
    ("asked", "unused"),
    [
        ("投入资金平均每个月多少", True),
        ("除了投入资金还有多少", True),
        ("投入资金是去年的几倍", True),
        ("投入资金还差多少", True),
        ("2024年投入资金多少", False),
    ],
)
def test_a_bare_figure_does_not_answer_what_asks_for_arithmetic(
    inquire: Inquire, fact, asked: str, unused: bool
) -> None:
    question, answer = told(inquire, asked, fact(Indicator, name="投入资金"))

    assert bool(unused_word(question, answer)) is unused


def test_a_word_that_stands_in_the_sentence_itself_is_used(inquire: Inquire, fact) -> None:
    question, answer = told(inquire, "每台设备每年维护费多少", fact(Indicator, unit="元"))

    assert unused_word(question, answer) == ""


def test_the_operand_is_shown_but_not_put_forward(inquire: Inquire, fact) -> None:
    _, answer = told(inquire, "投入资金是去年的几倍", fact(Indicator, name="投入资金"))

    said = not_reckoned("几倍", answer)

    assert said.kind == "unknown"
    assert "360" not in said.headline
    assert "360万元" in said.body
