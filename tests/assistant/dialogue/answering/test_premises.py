"""A why that rests on a number: what the letter gives instead is told first."""

import pytest

from tests.assistant.dialogue.conftest import Ask


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        # that many are new
        ("发明专利去年只有21件，今年怎么就322件了", "不是总数，写的是授权发明专利新增21件"),
        # that many there are of nothing
        ("为什么知名品牌只有22个", "没有写22个，写的是知名品牌32个"),
        ("国家级优势企业怎么才2家", "没有写2家"),
    ],
)
def test_a_number_the_letter_does_not_give_is_denied(ask: Ask, asked: str, told: str) -> None:
    assert told in ask(asked).headline


@pytest.mark.parametrize("asked", ["知名品牌为什么只有32个", "为什么今年新授权的发明专利只有21件"])
def test_a_number_the_letter_gives_is_none_to_deny(ask: Ask, asked: str) -> None:
    headline = ask(asked).headline
    assert "写的是" not in headline and "没有写2" not in headline
