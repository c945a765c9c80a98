"""Words nothing bears, taken for slips of a word the letters do hold: 川愉 -> 川渝, 五产大业 -> 五大产业.

Names almost right are corrected before a question is understood; this is the second look, at what
is left over, against every word of the letters. Real words are never taken for slips of others.
"""

import copy
import re
from collections.abc import Iterable, Iterator

from knowledge import Doubts, Lexicon, Library, WordTable, sound

_HAN = re.compile(r"(?:(?![几多少什么哪谁吗呢])[\u4e00-\u9fff])+")
LONGEST = 8  # characters of a word that is guessed
TRIES = 2  # guesses followed up
# characters that tell one thing from another: that one of them is missing is never guessed
TELLING = frozenset("省市州区县镇乡村国新旧老总不未无没非第东西南北")


class Vocabulary:
    """The words that may be meant, by their sound, by their characters, by one character less."""

    def __init__(self, words: Iterable[str], lexicon: Lexicon) -> None:
        self._all = frozenset(words)
        self.doubts = Doubts(lexicon, self._all)
        self.words = frozenset(filter(_may_be_guessed, self._all))
        self._by_sound = WordTable(_sounds, self.words)
        self._by_characters = WordTable(_characters, self.words)
        self._without_one = WordTable(_without_one, self.words)

    def of(self, words: Iterable[str]) -> "Vocabulary":
        """The vocabulary of these words; only what differs is set up anew."""
        other = copy.copy(self)
        other._all = frozenset(words)
        added, removed = other._all - self._all, self._all - other._all
        other.doubts = self.doubts.changed(added, removed)
        other.words = frozenset(filter(_may_be_guessed, other._all))
        added, removed = other.words - self.words, self.words - other.words
        other._by_sound = self._by_sound.changed(added, removed)
        other._by_characters = self._by_characters.changed(added, removed)
        other._without_one = self._without_one.changed(added, removed)
        return other

    def meant_by(self, typed: str) -> list[str]:
        """The words a misspelt piece may stand for, the surest first."""
        found = list(self._by_sound.get(tuple(map(sound, typed))))
        if len(typed) > 2:
            found += self._by_characters.get("".join(sorted(typed)))
            found += self._without_one.get(typed)
        return [word for word in dict.fromkeys(found) if word != typed]


def _may_be_guessed(word: str) -> bool:
    return 2 <= len(word) <= LONGEST


def _sounds(word: str) -> list[tuple[str, ...]]:
    return [tuple(map(sound, word))]


def _characters(word: str) -> list[str]:
    return ["".join(sorted(word))] if len(word) > 2 else []


def _without_one(word: str) -> list[str]:
    """The word less a character, but none that tells one thing from another."""
    if len(word) < 4:
        return []
    return [word[:at] + word[at + 1 :] for at, char in enumerate(word) if char not in TELLING]


def curated_words(library: Library) -> frozenset[str]:
    """Every word of the lexicon that may be meant."""
    lexicon = library.lexicon
    return lexicon.words - lexicon.filler_words - lexicon.light_words


def name_words(library: Library) -> set[str]:
    """The names of the letters, in full and before a bracket."""
    return {piece for name in library.names.names for piece in (name, *name.split("（"))}


def words_of(texts: Iterable[str], library: Library) -> frozenset[str]:
    """Every word of some texts of the letters."""
    return frozenset(word for text in texts for word in _words(text, library))


def _words(text: str, library: Library) -> Iterator[str]:
    """Words of a text, and neighbours that may be one word the dictionary lacks (川 渝)."""
    cut = [word for word, _, _ in library.cutter.cut(text)]
    for one, other in zip(cut, [*cut[1:], ""], strict=True):
        yield one
        if len(one) == len(other) == 1 or re.fullmatch(r"[二三四五六七八九十]大?", one) and other:
            yield one + other


def guesses(
    text: str, missing: Iterable[str], vocabulary: Vocabulary, library: Library
) -> Iterator[tuple[str, str]]:
    """(typed, meant) for pieces of the text around the missing words, the longest first."""
    found: dict[tuple[str, str], None] = {}
    edges = {edge for _, *place in library.cutter.cut(text) for edge in place}
    for start, end in _windows(text, list(missing)):
        typed = text[start:end]
        if len(typed) == 2 and not {start, end} <= edges:  # 一天写 holds no 填写
            continue
        if typed in vocabulary.words or not _HAN.fullmatch(typed) or _is_word(typed, library):
            continue
        for meant in vocabulary.meant_by(typed):
            found.setdefault((typed, meant))
    yield from list(found)[:TRIES]


def _is_word(typed: str, library: Library) -> bool:
    """A real word is no slip: 江津 is not 奖金, 民办幼儿园 (two real words) not 公办幼儿园."""
    known = library.cutter.dictionary.frequency
    if len(typed) < 4:
        return known(typed) > 0
    return all(len(word) > 1 and known(word) > 0 for word, *_ in library.cutter.cut(typed))


def _windows(text: str, missing: list[str]) -> list[tuple[int, int]]:
    """Pieces of the text that overlap a missing word, the longest first."""
    windows = set()
    for word in missing:
        at = text.find(word)
        if at < 0:
            continue
        for start in range(max(0, at - 4), at + len(word)):
            for end in range(
                max(start + 2, at + 1), min(len(text), start + LONGEST, at + len(word) + 5) + 1
            ):
                windows.add((start, end))
    return sorted(windows, key=lambda place: (place[0] - place[1], place[0]))
