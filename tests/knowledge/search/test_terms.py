"""Terms: the three layers, and which terms an index can hold."""

import pytest

from knowledge.search.terms import characters, pairs, safe


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("清河区PCT", ["清河", "河区", "pct"]),
        # numbers stay whole, marks divide
        ("3.85件，达90%", ["3.85", "件", "达", "90%"]),
        ("二〇二二", ["二〇", "〇二", "二二"]),
        ("，。", []),
    ],
)
def test_neighbouring_characters_are_pairs(text: str, expected: list[str]) -> None:
    assert pairs(text) == expected


def test_characters_stand_alone_and_words_whole() -> None:
    assert characters("清河PCT") == ["清", "河", "pct"]


def test_terms_that_an_index_would_split_are_left_out() -> None:
    assert safe(["清河", "3.85", "90%", "a-b", "c d", 'e"f']) == "清河 3.85 90%"
