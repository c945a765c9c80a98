"""Spans: over how many months a question reckons."""

import pytest

from assistant.dialogue.answering.spans import months_asked


@pytest.mark.parametrize(
    ("text", "months"),
    [
        # first and last counted in
        ("7月到12月每月平均要多少", 6),
        ("从十月开始到年底每月要多少", 3),
        ("9月至11月", 3),
        ("剩下的7个月每月要多少", 7),
        ("两个月内每月要多少", 2),
        ("下半年每月要多少", 6),
        # none named, none left
        ("平均每个月要多少", 0),
        ("一年半年报", 0),
        ("12月到7月", 0),
    ],
)
def test_the_months_named(text: str, months: int) -> None:
    assert months_asked(text) == months
