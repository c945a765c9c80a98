"""Chinese characters take two columns; words and figures stay whole."""

import pytest

from assistant.channels.console import width, wrap


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("", 0),
        ("abc", 3),
        ("知名品牌", 8),
        # full-width punctuation and figures are as wide as characters
        ("３２个。", 8),
        # an accent and a zero width joiner take no room of their own
        ("e\u0301\u200d", 1),
        ("①", 1),
    ],
)
def test_width_counts_columns(text: str, columns: int) -> None:
    assert width(text) == columns


@pytest.mark.parametrize(
    ("text", "columns", "lines"),
    [
        ("知名品牌", 4, ["知名", "品牌"]),
        # an odd column stays empty: no half characters
        ("知名品牌", 5, ["知名", "品牌"]),
        # punctuation hangs over the edge rather than begin a line
        ("知名，品牌。", 4, ["知名，", "品牌。"]),
        # a code is not broken, the blank at the break is dropped
        ("出处 59-1.1-1 见", 12, ["出处 ", "59-1.1-1 见"]),
        ("一\n\n二", 4, ["一", "", "二"]),
    ],
)
def test_wrap_breaks_where_a_reader_would(text: str, columns: int, lines: list[str]) -> None:
    assert wrap(text, columns).split("\n") == lines
