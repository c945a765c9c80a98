"""Typed pinyin: letters become known words, and only those."""

import pytest

from knowledge.words.typed_pinyin import TypedPinyin

PINYIN = TypedPinyin({"清河冬菜": 1.0, "冬菜": 1.5, "有": 3.0, "哪些": 2.5, "的": 3.0})


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("qinghe dongcai", ["清河冬菜"]),
        ("qing he dong cai you naxie", ["清河冬菜", "有", "哪些"]),
        # beside characters, which must agree
        ("清河dongcai", ["清河冬菜"]),
        ("红河dongcai", ["冬菜"]),
        # an unknown syllable stays, the rest is understood
        ("dongcai zui", ["冬菜"]),
        # function words alone are no evidence of pinyin
        ("you de", []),
        ("excel PCT", []),
    ],
)
def test_letters_become_known_words(text: str, words: list[str]) -> None:
    assert [word for _, _, word in PINYIN.changes(text)] == words
