"""Query: question words weigh little, unseen pairs have stand-ins, and what is asked for is known."""

import pytest

from knowledge.search.query import SOFT, rarity, understand, understand_whole
from knowledge.search.terms import WORDS
from knowledge.words import Cutter


def test_question_words_weigh_little(cutter: Cutter) -> None:
    query = understand("请问知名品牌有多少个", cutter)

    assert query.weights[WORDS]["知名品牌"] == 1.0
    assert query.weights[WORDS]["多少"] == SOFT
    assert "多少" not in query.bare


def test_every_word_counts_between_questions(cutter: Cutter) -> None:
    assert set(understand_whole("为什么要续展", cutter).weights[WORDS].values()) == {1.0}


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
