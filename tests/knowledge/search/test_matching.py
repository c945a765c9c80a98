"""Matching: corpora of questions are told apart, and question words decide between questions."""

import pytest

from knowledge.search import SearchIndex
from knowledge.search.matching import asks, is_questions

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
    ("passages", "characters", "asking", "result"),
    [(100, 1500, 80, True), (100, 9000, 80, False), (100, 1500, 10, False), (3, 30, 3, False)],
)
def test_a_corpus_of_questions_is_short_and_asks(
    passages: int, characters: int, asking: int, result: bool
) -> None:
    assert is_questions(passages, characters, asking) is result


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("为什么商标要续展呢", "商标为什么要续展"),
        ("怎样续展商标", "商标怎么续展"),
        # one wrong character
        ("养老院床味哪里查", "养老院床位哪里查"),
    ],
)
def test_question_words_decide_between_questions(
    index: SearchIndex, asked: str, found: str
) -> None:
    index.add((at, text, 1) for at, text in enumerate(QUESTIONS))

    assert QUESTIONS[index.search(asked, 1)[0][0]] == found
