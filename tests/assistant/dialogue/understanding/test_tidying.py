"""Tidying: a message as typed becomes plain text."""

import pytest

from assistant.dialogue.understanding.tidying import LIMIT, has_words, tidy


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("請問知名品牌有幾個？？？😀", "请问知名品牌有几个？"),
        ("社区食堂　现有 目标", "社区食堂 现有 目标"),
        ("１８１项", "181项"),
        ("大 足 冬 菜", "大足冬菜"),
    ],
)
def test_a_message_is_tidied(typed: str, plain: str) -> None:
    assert tidy(typed) == plain


def test_only_so_much_of_a_message_goes_further() -> None:
    assert len(tidy("长" * (LIMIT + 500))) == LIMIT


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("A A A级企业[微笑]", "AAA级企业"),
        ("商标\x00有多少件~~~", "商标 有多少件"),
        ("……", "…"),
        ("", ""),
    ],
)
def test_marks_pictures_and_control_characters_go(typed: str, plain: str) -> None:
    assert tidy(typed) == plain


@pytest.mark.parametrize(
    ("text", "any_"), [("？！", False), ("3", True), ("a", True), ("好", True)]
)
def test_marks_alone_are_nothing_to_understand(text: str, any_: bool) -> None:
    assert has_words(text) is any_
