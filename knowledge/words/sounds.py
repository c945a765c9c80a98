"""Sounds: how characters are read, what sounds the same, and pinyin typed in place of characters.

Only single readings are used (PYPINYIN_NO_PHRASES): a character with several has them all, which
costs 10 MiB in place of 53 and keeps 重庆 findable as chongqing and as zhongqing.
"""

import functools
import os
import re
import unicodedata
from typing import Any

from knowledge.words.folding import is_han

_SYLLABLE = re.compile("[a-z]+")
_READINGS = 3  # of a character; rarer ones are not heard
_WAYS = 4  # to read the same letters
# Sounds that dialects and dictation mix up; the first form stands for both.
_ALIKE = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("hu", "fu"), ("n", "l"))
_ENDINGS = (("ang", "an"), ("eng", "en"), ("ing", "in"))


@functools.lru_cache(maxsize=16384)
def readings(char: str) -> tuple[str, ...]:
    """The readings of a character without tones, the usual one first: 重 -> (zhong, chong)."""
    if not is_han(char):
        return ()
    marked = _table().get(ord(char), "").split(",")
    plain = (_without_tone(reading) for reading in marked if reading)
    return tuple(dict.fromkeys(plain))[:_READINGS]


def sound(char: str) -> str:
    """The usual reading of a character, "" for what is none: 牌 -> pai."""
    return next(iter(readings(char)), "")


@functools.lru_cache(maxsize=16384)
def toned(char: str) -> frozenset[str]:
    """The readings of a character with their tones."""
    return frozenset(_table().get(ord(char), "").split(",")) if is_han(char) else frozenset()


def same_sound(one: str, other: str) -> bool:
    """Whether two characters have a reading in common: 牌 / 排."""
    return one == other or not set(readings(one)).isdisjoint(readings(other))


@functools.lru_cache(maxsize=2048)
def alike(syllable: str) -> str:
    """One form for syllables that are easily mixed up: shang, sang, san -> san; niu, liu -> liu."""
    for odd, plain in _ALIKE:
        if syllable.startswith(odd):
            syllable = plain + syllable[len(odd) :]
            break
    for odd, plain in _ENDINGS:
        if syllable.endswith(odd):
            return syllable[: -len(odd)] + plain
    return syllable


def nearly_same_sound(one: str, other: str) -> bool:
    """Whether two characters may be mixed up by ear: 是 / 四."""
    heard = {alike(reading) for reading in readings(one)}
    return one == other or not heard.isdisjoint(alike(reading) for reading in readings(other))


@functools.lru_cache(maxsize=4096)
def homophones(char: str) -> str:
    """Other common characters with the same usual reading: 排 -> 派牌拍徘湃."""
    return "".join(other for other in _by_sound().get(sound(char), "") if other != char)


def syllables(letters: str) -> list[tuple[str, ...]]:
    """The ways to read typed pinyin, fewest syllables first; [] when it is none.

    "qinghe" -> [(qing, he)], "jine" -> [(ji, ne), (jin, e)], "excel" -> [].
    """
    letters = letters.lower().replace("ü", "v")
    ways: list[list[tuple[str, ...]]] = [[()], *([] for _ in letters)]
    known = _syllables()
    for end in range(1, len(letters) + 1):
        found = [
            (*head, letters[start:end])
            for start in range(max(0, end - 6), end)
            if letters[start:end] in known
            for head in ways[start]
        ]
        ways[end] = sorted(found, key=len)[:_WAYS]
    return ways[-1] if letters else []


@functools.lru_cache(maxsize=1)
def _by_sound() -> dict[str, str]:
    """Syllable -> the common characters usually read so."""
    groups: dict[str, str] = {}
    for char in _common_characters():
        groups[sound(char)] = groups.get(sound(char), "") + char
    return groups


@functools.lru_cache(maxsize=1)
def _syllables() -> frozenset[str]:
    """Every syllable that a common character has, ü typed as v."""
    found = {reading for char in _common_characters() for reading in readings(char)[:2]}
    return frozenset(
        reading for reading in found if _SYLLABLE.fullmatch(reading) and len(reading) > 1
    ) | {"a", "e"}


@functools.lru_cache(maxsize=1)
def _common_characters() -> str:
    """The first level of GB 2312: 3755 characters in daily use, in rows 16 to 55."""
    rows = range(0xB0, 0xD8)
    codes = bytes(byte for row in rows for cell in range(0xA1, 0xFF) for byte in (row, cell))
    return codes.decode("gb2312", errors="ignore")


@functools.lru_cache(maxsize=4096)
def _without_tone(reading: str) -> str:
    """zhōng -> zhong, lǜ -> lv."""
    plain = unicodedata.normalize("NFD", reading).replace("u\u0308", "v")
    return "".join(char for char in plain if char.isascii())


@functools.lru_cache(maxsize=1)
def _table() -> dict[int, str]:
    """pypinyin's readings by code point. Its phrases are switched off while it is imported."""
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "1")
    from pypinyin.constants import PINYIN_DICT

    table: Any = PINYIN_DICT
    return dict(table)
