"""Noise changes a question, never the value of its answer."""

from random import Random

import pytest

from tests.conversations.exam_playing import Ask
from tests.conversations.exam_questions import shipped_paper
from tests.conversations.noise import clean_items, names_in, outcomes, variants
from tests.conversations.noise_changes import CHANGES

# all of them run in `python -m tests.conversations.noise`; the same ones in every run
SAMPLE = 3_000
LEAST = 2_000  # damaged questions whose clean form is answered rightly
FEW = 150


def test_no_answer_becomes_another_value_under_noise(ask: Ask) -> None:
    found = [one for one in outcomes(shipped_paper(), ask, SAMPLE) if one.damaged]
    others = [(one.variant.text, one.before, one.after) for one in found if one.state == "other"]

    assert len(found) >= LEAST
    assert others == []


def test_an_answer_that_becomes_another_value_is_seen() -> None:
    def careless(session: str, text: str, now: str) -> dict[str, str]:
        right = session.startswith("clean-")
        words = "32个21个4个3个2个5个7件" if right else "77个"
        return {"kind": "answer", "headline": words, "text": words}

    states = {one.state for one in outcomes(shipped_paper(), careless, FEW)}

    assert states == {"other"}


def test_there_are_two_thousand_variants_the_same_in_every_run() -> None:
    paper = shipped_paper()
    once, again = (list(variants(clean_items(paper), names_in(paper))) for _ in range(2))

    assert len(once) >= 2000
    assert once == again


@pytest.mark.parametrize("change", CHANGES)
def test_every_change_changes_and_leaves_digits_alone(change: str) -> None:
    question = "2021年，大足冬菜和AA级企业有多少？"
    changed = CHANGES[change](question, Random(1), ["大足冬菜"])

    assert changed != question
    assert "2021" in changed and "AA" in changed
