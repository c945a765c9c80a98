"""Matching: corpora of questions are told apart, and question words decide between questions."""

import pytest

from knowledge.search import SearchIndex
from knowledge.search.matching import asks, is_questions
from knowledge.search.ranking import Corpus

QUESTIONS = [
    "商标怎么续展",
    "商标为什么要续展",
    "专利年费多少钱",
    "停车位怎么申请",
    "养老院床位哪里查",
    "营业执照丢了怎么办",
    "社保卡怎么激活",
    "公租房谁可以申请",
    "驾照什么时候换证",
    "电梯坏了找谁",
    "医保怎么报销",
]


@pytest.mark.parametrize(
    ("text", "is_one"),
    [("商标怎么续展", True), ("全区商标一万件。", False), ("还有吗" * 40, False)],
)
def test_a_question_is_short_and_asks(text: str, is_one: bool) -> None:
    assert asks(text) is is_one


@pytest.mark.parametrize(
    ("corpus", "asking", "result"),
    [
        (Corpus(100, 15.0), 80, True),
        (Corpus(100, 90.0), 80, False),
        (Corpus(100, 15.0), 10, False),
        (Corpus(3, 10.0), 3, False),
    ],
)
def test_a_corpus_of_questions_is_short_and_asks(corpus: Corpus, asking: int, result: bool) -> None:
    assert is_questions(corpus, asking) is result


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("为什么商标要续展呢", "商标为什么要续展"),
        ("怎样续展商标", "商标怎么续展"),
        # asked in quite other words
        ("请问电梯故障找哪位", "电梯坏了找谁"),
        ("停车位如何申领", "停车位怎么申请"),
        # one wrong character
        ("养老院床味哪里查", "养老院床位哪里查"),
    ],
)
def test_question_words_decide_between_questions(
    index: SearchIndex, asked: str, found: str
) -> None:
    index.add((at, text, 1) for at, text in enumerate(QUESTIONS))

    assert QUESTIONS[index.search(asked, 1)[0][0]] == found
