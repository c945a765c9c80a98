"""Candidates: the facts of a letter, fitted once and sorted."""

import pytest

from assistant.dialogue.matching import Candidates
from assistant.dialogue.matching.rows import LetterRows
from assistant.dialogue.question import Question, Word
from knowledge import Commitment, Indicator, Library, Recognition

BRANDS = Question("知名品牌", (), (Word("知名品牌", ("知名品牌",)),))


@pytest.fixture
def candidates(shipped: Library) -> Candidates:
    return Candidates(BRANDS, LetterRows(shipped.facts(shipped.letters()[0].id)))


def test_the_best_come_first(candidates: Candidates) -> None:
    scores = [found.score for found in candidates.fits]

    assert scores == sorted(scores, reverse=True)


def test_kinds_are_sorted_out_in_the_same_order(candidates: Candidates) -> None:
    found = candidates.of(Indicator, Commitment)

    assert {type(one.evidence.fact) for one in found} == {Indicator, Commitment}
    assert found == [one for one in candidates.fits if one in found]


def test_a_list_handed_out_is_nobody_elses(candidates: Candidates) -> None:
    candidates.of(Indicator).clear()

    assert candidates.of(Indicator)


def test_holding_are_those_that_account_for_every_word(candidates: Candidates) -> None:
    assert all(one.holds for one in candidates.holding(Indicator))
    assert len(candidates.holding(Indicator)) < len(candidates.of(Indicator))
    assert candidates.of(Indicator, where=lambda _: False) == []


def test_another_question_is_held_against_the_kinds_given(candidates: Candidates) -> None:
    other = candidates.again(
        Question("证明商标", (), (Word("证明商标", ("证明商标",)),)), Recognition
    )

    assert {type(one.evidence.fact) for one in other.fits} == {Recognition}
    assert other.question.text == "证明商标"
