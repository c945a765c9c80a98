"""Cutting: terms stay whole, names stay whole, index and question are cut alike."""

import pytest

from knowledge.words import Cutter, Lexicon


@pytest.fixture(scope="module")
def cutter(lexicon: Lexicon) -> Cutter:
    return Cutter(lexicon, ["清河锻打刀", "3A景区", "清河"]).load()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("全区有效注册商标14,036件。", ["全区", "有效注册商标", "14,036", "件", "。"]),
        # a name beats what the dictionary would do; a longer name beats a shorter
        ("清河锻打刀和清河", ["清河锻打刀", "和", "清河"]),
        ("3A景区 PCT 90%", ["3A景区", "PCT", "90%"]),
        # question words do not eat the word behind
        ("什么时候要到期", ["什么时候", "要", "到期"]),
        ("", []),
    ],
)
def test_cutting_keeps_terms_and_names_whole(cutter: Cutter, text: str, words: list[str]) -> None:
    assert [word for word, _, _ in cutter.cut(text)] == words


def test_cut_words_stand_where_they_say(cutter: Cutter) -> None:
    text = "清河锻打刀 达到3.85件，PCT专利"

    assert all(text[start:end] == word for word, start, end in cutter.cut(text))


def test_search_words_hold_the_words_inside_and_no_marks(cutter: Cutter) -> None:
    words = cutter.words("有效注册商标，PCT 3.85件")

    assert {"有效", "注册", "商标", "有效注册商标", "pct", "3.85", "件"} == set(words)


def test_names_do_not_change_the_words_of_an_index(lexicon: Lexicon, cutter: Cutter) -> None:
    plain = Cutter(lexicon)

    assert plain.words("清河锻打刀") == cutter.words("清河锻打刀")
    assert plain.version == cutter.version
