"""Lettering: which letter a question names."""

import pytest

from assistant.dialogue.understanding.lettering import (
    letters_named,
    number_named,
    of_agency,
    same_number,
)
from knowledge import LetterHead, Library, ReplyLetter


@pytest.mark.parametrize(
    ("text", "number", "rest"),
    [
        ("关于第59号建议：注册商标多少件", "59", "注册商标多少件"),
        ("DH370号建议讲的什么", "DH370", "讲的什么"),
        ("注册商标多少件", "", "注册商标多少件"),
    ],
)
def test_a_letter_is_named_by_its_number(text: str, number: str, rest: str) -> None:
    assert number_named(text) == (number, rest)


def test_numbers_of_letters_compare_without_zeros() -> None:
    assert same_number("076", "76")
    assert not same_number("076", "760")


@pytest.mark.parametrize(
    ("printed", "asked", "same"),
    [("DH370", "dh370", True), ("DH370", "370", True), ("370", "DH370", False), (None, "7", False)],
)
def test_letters_in_front_of_a_number_may_be_left_out(
    printed: str | None, asked: str, same: bool
) -> None:
    assert same_number(printed, asked) is same


HEADS = [
    LetterHead(1, "a.txt", ReplyLetter(number="87", agency="清河县卫生健康局"), ""),
    LetterHead(2, "b.txt", ReplyLetter(number="87", agency="清河县水务局"), ""),
    LetterHead(3, "c.txt", ReplyLetter(number="12"), ""),
]


@pytest.mark.parametrize(
    ("text", "letters", "missing", "rest"),
    [
        ("第87号建议：泵站几座", {1, 2}, "", "泵站几座"),
        ("水务局的答复里泵站几座", {2}, "", "泵站几座"),
        ("水利局的答复里泵站几座", {2}, "", "泵站几座"),  # by a former name
        ("第99号建议：泵站几座", set(), "第99号建议或提案的答复函", "泵站几座"),
        ("泵站几座", None, "", "泵站几座"),
        ("教育局的答复里泵站几座", None, "", "教育局的答复里泵站几座"),
    ],
)
def test_letters_are_those_of_the_number_or_agency_named(
    shipped: Library, text: str, letters: set[int] | None, missing: str, rest: str
) -> None:
    assert letters_named(text, HEADS, shipped.lexicon) == (letters, missing, rest)


@pytest.mark.parametrize(
    ("words", "is_its"),
    [("县卫健委", True), ("卫生健康局", True), ("南山县卫健局", False), ("财政局", False)],
)
def test_an_agency_is_known_by_any_of_its_names_in_its_own_area(
    shipped: Library, words: str, is_its: bool
) -> None:
    assert of_agency(HEADS[0], words, shipped.lexicon) is is_its
    assert not of_agency(HEADS[2], words, shipped.lexicon)
