"""Words nothing bears, taken for slips of a word the letters do hold: 川愉 -> 川渝, 五产大业 -> 五大产业.

Names almost right are corrected before a question is understood; this is the second look, at what is
left over, against every word of the letters. Real words are never taken for slips of others.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from knowledge import Doubts, Lexicon, Library, sound

_HAN = re.compile(r"(?:(?![几多少什么哪谁吗呢])[\u4e00-\u9fff])+")
LONGEST = 8  # characters of a word that is guessed
TRIES = 2  # guesses followed up
# characters that tell one thing from another: that one of them is missing is never guessed
TELLING = frozenset("省市州区县镇乡村国新旧老总不未无没非第")


class Vocabulary:
    """The words that may be meant, by their sound, by their characters, by one character less."""

    def __init__(self, words: Iterable[str], lexicon: Lexicon) -> None:
        words = frozenset(words)
        self.doubts = Doubts(lexicon, words)
        self.words = frozenset(word for word in words if 2 <= len(word) <= LONGEST)
        self._by_sound: dict[tuple[str, ...], list[str]] = defaultdict(list)
        self._by_characters: dict[str, list[str]] = defaultdict(list)
        self._without_one: dict[str, list[str]] = defaultdict(list)
        for word in sorted(self.words):
            self._by_sound[tuple(map(sound, word))].append(word)
            if len(word) > 2:
                self._by_characters["".join(sorted(word))].append(word)
            if len(word) > 3:
                for at in (at for at, char in enumerate(word) if char not in TELLING):
                    self._without_one[word[:at] + word[at + 1 :]].append(word)

    def meant_by(self, typed: str) -> list[str]:
        """The words a misspelt piece may stand for, the surest first."""
        found = list(self._by_sound.get(tuple(map(sound, typed)), ()))
        if len(typed) > 2:
            found += self._by_characters.get("".join(sorted(typed)), [])
            found += self._without_one.get(typed, [])
        return [word for word in dict.fromkeys(found) if word != typed]


def vocabulary_of(library: Library, texts: Iterable[str]) -> Vocabulary:
    """Every word of these texts, of the names and of the lexicon."""
    words = {word for text in texts for word in _words(text, library)}
    names = {piece for name in library.names.names for piece in (name, *name.split("（"))}
    lexicon = library.lexicon
    terms = lexicon.words - lexicon.filler_words - lexicon.light_words
    return Vocabulary(words | names | terms, lexicon)


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
