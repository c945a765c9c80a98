"""Typed pinyin: Latin letters that stand for Chinese words, alone or among characters.

"qinghe dongcai you naxie" -> 清河冬菜有哪些, "清河dongcai" -> 清河冬菜; "PCT" and "excel" stay. What is known
decides: letters whose syllables make up no known word stay as typed.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from knowledge.words.folding import is_han
from knowledge.words.sounds import readings, syllables

_LETTERS = re.compile(r"[a-zA-ZüÜ]+(?:[ '’]+[a-zA-ZüÜ]+)*")
_TOKEN = re.compile(r"[a-zA-ZüÜ]+")
_NEIGHBOURS = 6  # Chinese characters on either side that may be part of a name
_LONGEST = 12
_READINGS = 2
_WAYS = 8  # to read one run of letters
_TWO_WAYS = frozenset("谁重行长率还地都")  # commonly read in two ways, even in short words
_UNKNOWN = 10.0  # cost of a syllable that no word explains


@dataclass(frozen=True, slots=True)
class _Unit:
    """A typed syllable, or a character beside the letters; `start`, `end` in the text."""

    sounds: tuple[str, ...]
    char: str
    start: int
    end: int


class TypedPinyin:
    """Turns typed pinyin into known words; `words` maps each to its cost (less is likelier)."""

    def __init__(self, words: Mapping[str, float]) -> None:
        self._words: dict[str, list[tuple[float, str]]] = {}
        for word, cost in words.items():
            for key in _keys(word):
                self._words.setdefault(key, []).append((cost, word))
        for found in self._words.values():
            found.sort()

    def with_words(self, words: Mapping[str, float]) -> "TypedPinyin":
        """The same with more words, or with words that have become likelier."""
        more = TypedPinyin(words)
        joined = {
            key: sorted([*self._words.get(key, ()), *new]) for key, new in more._words.items()
        }
        more._words = self._words | joined
        return more

    def changes(self, text: str) -> list[tuple[int, int, str]]:
        """Stretches of the text and the words they stand for."""
        changes = []
        for letters in _LETTERS.finditer(text):
            for ways in _unit_runs(text, letters):
                changes.extend(min(map(self._decoded, ways), key=lambda way: way[0])[1])
        return changes

    def _decoded(self, units: list[_Unit]) -> tuple[float, list[tuple[int, int, str]]]:
        """The cheapest reading with its cost; none when no word of two syllables is in it."""
        best: list[tuple[float, int, str]] = [(0.0, 0, "")]
        for end in range(1, len(units) + 1):
            options = [self._single(units[end - 1], best[end - 1][0], end - 1)]
            for start in range(max(0, end - _LONGEST), end):
                word = self._word(units[start:end])
                if word is not None:
                    options.append((best[start][0] + word[0], start, word[1]))
            best.append(min(options))
        words = _backwards(best, units)
        if not any(len(word) > 1 for _, _, word in words):
            words = []
        return best[-1][0], words

    def _single(self, unit: _Unit, before: float, start: int) -> tuple[float, int, str]:
        """A unit that stays as it is: free for a character, dear for letters."""
        return (before + (0.0 if unit.char else _UNKNOWN), start, "")

    def _word(self, units: list[_Unit]) -> tuple[float, str] | None:
        """The likeliest word of these units that agrees with the characters among them."""
        if all(unit.char for unit in units):
            return None
        key = "'".join(unit.sounds[0] for unit in units)
        for cost, word in self._words.get(key, ()):
            if all(unit.char in ("", char) for unit, char in zip(units, word, strict=True)):
                return (cost, word)
        return None


def _keys(word: str) -> Iterable[str]:
    """The sounds of a word, at most eight ways; a short word only the usual one (其 is not ji)."""
    keys = [""]
    for char in word:
        heard = readings(char)[: _READINGS if len(word) > 2 or char in _TWO_WAYS else 1]
        if not heard:
            return ()
        keys = [f"{key}'{syllable}" if key else syllable for key in keys for syllable in heard][:8]
    return keys


def _unit_runs(text: str, letters: re.Match[str]) -> Iterable[list[list[_Unit]]]:
    """Runs of pinyin, each in all its ways, with the characters around; other tokens end a run."""
    before = _characters(text, letters.start(), -1)
    behind = _characters(text, letters.end(), 1)
    runs: list[list[list[_Unit]]] = [[before]]
    for token in _TOKEN.finditer(text, letters.start(), letters.end()):
        heard = [] if token[0].isupper() and len(token[0]) < 4 else syllables(token[0])
        if heard:
            ways = [_units(way, token.start()) for way in heard]
            runs[-1] = [head + way for head in runs[-1] for way in ways][:_WAYS]
        else:
            runs.append([[]])
    runs[-1] = [way + behind for way in runs[-1]]
    return runs


def _units(way: Iterable[str], at: int) -> list[_Unit]:
    units = []
    for syllable in way:
        units.append(_Unit((syllable,), "", at, at + len(syllable)))
        at += len(syllable)
    return units


def _characters(text: str, at: int, step: int) -> list[_Unit]:
    """Up to six Chinese characters before (step -1) or behind a place."""
    places = range(at - 1, at - 1 - _NEIGHBOURS, -1) if step < 0 else range(at, at + _NEIGHBOURS)
    units = []
    for place in places:
        if not 0 <= place < len(text) or not is_han(text[place]):
            break
        units.append(_Unit(readings(text[place])[:1] or ("?",), text[place], place, place + 1))
    return units[::step]


def _backwards(
    best: list[tuple[float, int, str]], units: list[_Unit]
) -> list[tuple[int, int, str]]:
    words, end = [], len(units)
    while end:
        _, start, word = best[end]
        if word:
            words.append((units[start].start, units[end - 1].end, word))
        end = start
    return words[::-1]
