"""Sounds: readings, same sounds, and which letters are pinyin."""

import pytest

from knowledge.words.sounds import (
    alike,
    homophones,
    nearly_same_sound,
    readings,
    same_sound,
    syllables,
)


@pytest.mark.parametrize(
    ("char", "heard"), [("牌", ("pai",)), ("重", ("zhong", "chong")), ("绿", ("lv",)), ("A", ())]
)
def test_a_character_has_readings(char: str, heard: tuple[str, ...]) -> None:
    assert readings(char)[: len(heard)] == heard


@pytest.mark.parametrize(
    ("one", "other", "same", "nearly"),
    [
        ("牌", "排", True, True),
        ("商", "伤", True, True),
        # zh/z and an/ang are mixed up by ear only
        ("竹", "足", False, True),
        ("山", "商", False, True),
        ("冬", "菜", False, False),
    ],
)
def test_sounds_are_compared(one: str, other: str, same: bool, nearly: bool) -> None:
    assert same_sound(one, other) is same
    assert nearly_same_sound(one, other) is nearly


def test_mixed_up_syllables_have_one_form() -> None:
    assert {alike("shang"), alike("sang"), alike("san")} == {"san"}
    assert alike("niu") == alike("liu")


def test_homophones_are_common_characters_of_the_same_sound() -> None:
    assert "牌" in homophones("排")
    assert "排" not in homophones("排")


@pytest.mark.parametrize(
    ("letters", "expected"),
    [
        ("qinghe", [("qing", "he")]),
        # two ways to divide
        ("jine", [("ji", "ne"), ("jin", "e")]),
        ("xian", [("xian",), ("xi", "an")]),
        ("lvse", [("lv", "se")]),
        ("excel", []),
        ("pct", []),
        ("", []),
    ],
)
def test_letters_are_syllables_or_none(letters: str, expected: list[tuple[str, ...]]) -> None:
    assert syllables(letters) == expected
