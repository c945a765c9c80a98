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


def syllables(letters: str) -> tuple[str, ...]:
    """The syllables of typed pinyin, () when it is none: "dazu" -> (da, zu), "excel" -> ().

    Of several ways the one with the fewest syllables counts: "xian" is one, "dazudongcai" four.
    """
    letters = letters.lower().replace("ü", "v")
    best: list[tuple[str, ...] | None] = [(), *[None] * len(letters)]
    known = _syllables()
    for end in range(1, len(letters) + 1):
        for start in range(max(0, end - 6), end):
            head = best[start]
            if head is None or letters[start:end] not in known:
                continue
            if best[end] is None or len(head) + 1 < len(best[end] or ()):
                best[end] = (*head, letters[start:end])
    return best[-1] or ()


@functools.lru_cache(maxsize=1)
def _syllables() -> frozenset[str]:
    """Every syllable that a common character has, ü typed as v."""
    common = (chr(code) for code in range(0x4E00, 0xA000) if _is_common(chr(code)))
    found = {reading for char in common for reading in readings(char)[:2]}
    return frozenset(
        reading for reading in found if _SYLLABLE.fullmatch(reading) and len(reading) > 1
    ) | {"a", "e"}


def _is_common(char: str) -> bool:
    """Whether it is of the first level of GB 2312, 3755 characters in daily use."""
    try:
        return 0xB0 <= char.encode("gb2312")[0] <= 0xD7
    except UnicodeEncodeError:
        return False


@functools.lru_cache(maxsize=4096)
def _without_tone(reading: str) -> str:
    """zhōng -> zhong, lǜ -> lv."""
    letters = unicodedata.normalize("NFD", reading.replace("ü", "v"))
    decomposed = "".join(letters)
    plain = decomposed.replace("u\u0308", "v")
    return "".join(char for char in plain if char.isascii())


@functools.lru_cache(maxsize=1)
def _table() -> dict[int, str]:
    """pypinyin's readings by code point. Its phrases are switched off while it is imported."""
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "1")
    from pypinyin.constants import PINYIN_DICT

    table: Any = PINYIN_DICT
    return dict(table)
