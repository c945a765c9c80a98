"""Numbering: numbers that are claimed, and numbers that choose."""

import pytest

from assistant.dialogue.understanding.numbering import claims_of, ordinal_of
from knowledge import Library


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("知名品牌是52个吧", ["52个"]),
        ("今年一共奖励了400万元对吗", ["400万元"]),
        ("第四届", []),
        ("2022年的目标", []),
        ("四大证明商标", []),
        # 一个 before a thing is no number, but behind 只有 and 是 it is
        ("厂里在申报一个市长质量奖", []),
        ("只有一个品牌", ["一个"]),
        ("品牌是一个吗", ["一个"]),
    ],
)
def test_claimed_numbers_are_found(shipped: Library, text: str, claims: list[str]) -> None:
    found = claims_of(text, shipped.lexicon.counter_words)

    assert [claim.text for claim in found] == claims


@pytest.mark.parametrize(("text", "place"), [("第二个呢", 2), ("3", 3), ("第二个是几A的", None)])
def test_a_bare_ordinal_is_a_choice(text: str, place: int | None) -> None:
    assert ordinal_of(text) == place
