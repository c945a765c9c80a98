"""What counts as a damaged question, and what is a sound one of another meaning."""

import pytest

from tests.conversations.noise_damage import is_damage


@pytest.mark.parametrize(
    ("question", "text", "change", "damaged"),
    [
        # the word is broken
        ("知名品牌有几家", "知名牌有几家", "dropped", True),
        ("市级项目有几项", "级项目有几项", "dropped", True),
        ("注册商标有多少", "注册伤标有多少", "homophone", True),
        ("发布了多少项", "发布多了少项", "swapped", True),
        # the first of two equal characters, or the last of all
        ("有哪些企业", "有哪些企", "dropped", True),
        # a word of one character was lost: a sound question of another meaning
        ("没进初审的有几家", "进初审的有几家", "dropped", False),
        # what is left of the word is one
        ("缴纳了多少维持费", "缴纳了多少维持", "dropped", False),
        # another word of the same sound, or of the same characters
        ("属于什么权利", "属于什么权力", "homophone", False),
        # whole words stay whole
        ("知名品牌有几家", "请问知名品牌有几家呀", "filler", True),
    ],
)
def test_only_a_broken_word_is_damage(question: str, text: str, change: str, damaged: bool) -> None:
    assert is_damage(question, text, change) is damaged
