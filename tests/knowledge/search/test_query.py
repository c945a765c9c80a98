"""Query: question words weigh little, unseen pairs have stand-ins, and what is asked for is known."""

from collections.abc import Mapping, Sequence

import pytest

from knowledge.search.query import (
    SOFT,
    STAND_IN,
    frequencies_of,
    rarity,
    understand,
    understand_whole,
    with_stand_ins,
)
from knowledge.search.terms import PAIRS, WORDS
from knowledge.words import Cutter

HELD = {"冬菜": 3, "清河": 5, "证明": 2}


def frequencies(layer: str, terms: Sequence[str]) -> Mapping[str, int]:
    """A corpus that holds a few pairs only."""
    return {term: HELD[term] for term in terms if term in HELD}


def test_question_words_weigh_little(cutter: Cutter) -> None:
    query = understand("请问知名品牌有多少个", cutter)

    assert query.weights[WORDS]["知名品牌"] == 1.0
    assert query.weights[WORDS]["多少"] == SOFT
    assert "多少" not in query.bare


def test_every_word_counts_between_questions(cutter: Cutter) -> None:
    assert set(understand_whole("为什么要续展", cutter).weights[WORDS].values()) == {1.0}


@pytest.mark.parametrize(
    ("typed", "stands_in"),
    [
        ("清河东菜", "冬菜"),
        ("清河菜冬", "冬菜"),
        # nothing of that sound is known
        ("清河白菜", None),
    ],
)
def test_an_unseen_pair_has_stand_ins(cutter: Cutter, typed: str, stands_in: str | None) -> None:
    query = understand(typed, cutter)

    known = frequencies_of(query, frequencies)
    query = with_stand_ins(query, known[PAIRS], frequencies)

    assert query.stand_ins == ({stands_in: STAND_IN} if stands_in else {})


def test_two_characters_turned_round_bring_back_the_pairs_on_both_sides(cutter: Cutter) -> None:
    held = {"知名": 5, "名品": 5, "品牌": 5}

    query = with_stand_ins(
        understand("知品名牌", cutter),
        {},
        lambda layer, terms: {t: held[t] for t in terms if t in held},
    )

    assert query.stand_ins == dict.fromkeys(held, STAND_IN)


@pytest.mark.parametrize(
    ("question", "answer", "holds"),
    [
        ("有多少件", "共32件", True),
        ("有多少件", "很多", False),
        ("什么时候完成", "2022年底完成", True),
        ("谁负责", "由某局牵头", True),
    ],
)
def test_a_question_tells_what_its_answer_holds(
    cutter: Cutter, question: str, answer: str, holds: bool
) -> None:
    asked = understand(question, cutter).asked

    assert asked is not None
    assert (asked.search(answer) is not None) is holds


def test_a_rare_term_says_more() -> None:
    assert rarity(1000, 1) > rarity(1000, 500) > 0
