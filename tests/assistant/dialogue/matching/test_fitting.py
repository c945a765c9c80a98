"""Fitting: how well one fact fits a question."""

from decimal import Decimal

import pytest

from assistant.dialogue.matching.fitting import CONFLICT, Fit, fitted
from assistant.dialogue.matching.rows import LetterRows
from assistant.dialogue.question import Number, Qualifiers, Question, Support, Word
from knowledge import Indicator, Library


@pytest.fixture
def letter(shipped: Library) -> LetterRows:
    return LetterRows(shipped.facts(shipped.letters()[0].id))


def asked(*texts: str, soft: bool = False, **more: object) -> Question:
    words = tuple(Word(text, (text,), soft=soft) for text in texts)
    return Question("".join(texts), (), words, **more)  # type: ignore[arg-type]


def fit(letter: LetterRows, question: Question, value: str) -> Fit:
    """The figure of this value, held against the question."""
    return next(
        found
        for found in fitted(question, letter, letter.rows)
        if isinstance(found.evidence.fact, Indicator)
        and found.evidence.fact.value == Decimal(value)
    )


def test_a_fact_that_bears_every_word_holds(letter: LetterRows) -> None:
    found = fit(letter, asked("知名品牌"), "32")

    assert found.holds
    assert (found.core, found.missing, found.conflicts) == (1, (), ())


def test_a_word_it_does_not_bear_is_missing(letter: LetterRows) -> None:
    found = fit(letter, asked("知名品牌", "地铁"), "32")

    assert not found.holds
    assert [word.text for word in found.missing] == ["地铁"]
    assert [word.text for word in found.bears(Support.CORE)] == ["知名品牌"]


def test_a_soft_word_helps_to_choose_and_need_not_be_borne(letter: LetterRows) -> None:
    plain = fit(letter, asked("知名品牌"), "32")
    missed = fit(letter, asked("知名品牌", "地铁", soft=True), "32")

    assert missed.holds
    assert missed.score < plain.score


def test_what_contradicts_costs_more_than_any_word(letter: LetterRows) -> None:
    new = asked("知名品牌", qualifiers=Qualifiers(measure=frozenset({"新增"})))

    plain, against = fit(letter, asked("知名品牌"), "32"), fit(letter, new, "32")

    assert against.conflicts and not against.holds
    assert against.score == pytest.approx(plain.score - CONFLICT * len(against.conflicts))


def test_a_name_with_more_than_was_asked_is_further_off(letter: LetterRows) -> None:
    short, long = fit(letter, asked("品牌"), "32"), fit(letter, asked("知名品牌"), "32")

    assert short.extra > long.extra


def test_a_number_named_speaks_for_the_fact_that_holds_it(letter: LetterRows) -> None:
    claim = Number(Decimal(32), "个", "32个")

    told = fit(letter, asked("知名品牌", numbers=(claim,)), "32")

    assert told.score > fit(letter, asked("知名品牌"), "32").score


def test_rows_that_bear_no_word_are_told_apart_by_none(letter: LetterRows) -> None:
    found = fitted(asked("地铁"), letter, letter.rows)

    assert len({one.score for one in found}) == 1
    assert not any(one.core for one in found)
