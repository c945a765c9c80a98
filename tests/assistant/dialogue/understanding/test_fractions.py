"""Fractions in words become hundredths, and nothing else does."""

import pytest

from assistant.dialogue.understanding.fractions import in_hundredths


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("占两成", "占20%"),
        ("超过一半吗", "超过50%吗"),
        ("一半以上吗", "50%以上吗"),
        ("过半了吗", "超过50%了吗"),
        ("占三分之二", "占66.7%"),
        ("占四分之一", "占25%"),
    ],
)
def test_a_fraction_is_a_percentage(said: str, meant: str) -> None:
    assert in_hundredths(said) == meant


@pytest.mark.parametrize(
    "said", ["一成立就开放", "过半个月再来", "百分之九十", "工作做了一半就停了"]
)
def test_other_words_stay(said: str) -> None:
    assert in_hundredths(said) == said
