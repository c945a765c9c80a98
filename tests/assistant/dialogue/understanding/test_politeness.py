"""Politeness around a question is no part of it."""

import pytest

from assistant.dialogue.understanding import split, without_politeness


@pytest.mark.parametrize(
    ("typed", "bare"),
    [
        ("不好意思打扰了，我想问问湿地公园有几个，麻烦了", "湿地公园有几个"),
        ("你好，请问一下，一件专利平均多少钱呢，急用", "一件专利平均多少钱呢"),
        ("那个，嗯，公交线路达到9条 时间，辛苦了哈", "公交线路达到9条 时间"),
        ("谢谢", "谢谢"),
    ],
)
def test_opening_and_thanks_are_taken_off(typed: str, bare: str) -> None:
    assert without_politeness(typed) == bare


def test_dictated_kinds_and_their_figures_are_two_questions() -> None:
    assert [piece.text for piece in split("公园分哪几类各有多少")] == ["公园分哪几类", "各有多少"]
