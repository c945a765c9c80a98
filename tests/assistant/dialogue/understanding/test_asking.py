"""Asking: question words and the measure word."""

import pytest

from assistant.dialogue.question import Ask
from assistant.dialogue.understanding.asking import MASK, asked_unit, asks_of, mask


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("知名品牌多少个", Ask.FIGURE),
        ("有哪些证明商标", Ask.LIST),
        ("谁负责", Ask.UNIT),
        ("什么时候完成", Ask.WHEN),
        ("注册商标离目标还差多少", Ask.GAP),
        ("两个相差多少家", Ask.DIFFERENCE),
        ("占知名品牌的百分之多少", Ask.SHARE),
        ("哪个多", Ask.COMPARE),
        ("还剩几天", Ask.DAYS),
        ("哪家企业得了奖", Ask.WHO),
        ("为什么要评质量奖", Ask.EXPLAIN),
        ("大足石雕是证明商标吗", Ask.YESNO),
    ],
)
def test_question_words_tell_what_is_asked(text: str, first: Ask) -> None:
    assert asks_of(text)[0] is first


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("许可使用多少家", "家"),
        ("花了多少钱", "钱"),
        ("奖励资金是多少", "钱"),
        ("知名品牌数量", ""),
    ],
)
def test_the_measure_word_asked_for_is_known(text: str, unit: str) -> None:
    assert asked_unit(text) == unit


def test_question_words_are_masked_so_that_they_are_no_content() -> None:
    asks, masked = mask("知名品牌多少个")

    assert asks == (Ask.FIGURE,)
    assert masked == f"知名品牌{MASK * 2}个"


def test_words_alone_ask_nothing() -> None:
    assert asks_of("知名品牌") == ()
