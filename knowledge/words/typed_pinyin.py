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

    def changes(self, text: str) -> list[tuple[int, int, str]]:
        """Stretches of the text and the words they stand for."""
        changes = []
        for letters in _LETTERS.finditer(text):
            for units in _unit_runs(text, letters):
                changes.extend(self._decoded(units))
        return changes

    def _decoded(self, units: list[_Unit]) -> list[tuple[int, int, str]]:
        """The cheapest reading; none when no word of two syllables is in it."""
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
            return []
        return words

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
    """The sounds of a word, each character by its usual readings, at most eight ways."""
    keys = [""]
    for char in word:
        heard = readings(char)[:_READINGS]
        if not heard:
            return ()
        keys = [f"{key}'{syllable}" if key else syllable for key in keys for syllable in heard][:8]
    return keys


def _unit_runs(text: str, letters: re.Match[str]) -> Iterable[list[_Unit]]:
    """Runs of syllables with the characters around; a token that is no pinyin ends a run."""
    runs: list[list[_Unit]] = [[]]
    for token in _TOKEN.finditer(text, letters.start(), letters.end()):
        heard = () if token[0].isupper() and len(token[0]) < 4 else syllables(token[0])
        if not heard:
            runs.append([])
            continue
        at = token.start()
        for syllable in heard:
            runs[-1].append(_Unit((syllable,), "", at, at + len(syllable)))
            at += len(syllable)
    if runs[0]:
        runs[0] = [*_characters(text, letters.start(), -1), *runs[0]]
    if runs[-1]:
        runs[-1] = [*runs[-1], *_characters(text, letters.end(), 1)]
    return [run for run in runs if run]


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
