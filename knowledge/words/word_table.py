"""Word table: known words by what a damaged one still shares with them: their sound, most of their
characters.

Every letter taken in brings new words: a table with more words shares what it had with the one
before.
"""

import itertools
from bisect import insort
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import Generic, TypeVar

from knowledge.words.sounds import readings, sound

_WAYS = 4  # to read a word that are kept

Key = TypeVar("Key", bound=Hashable)


class WordTable(Generic[Key]):
    """词表: words in their order, by each of the keys that `keys_of` gives them."""

    def __init__(self, keys_of: Callable[[str], Iterable[Key]], words: Iterable[str]) -> None:
        self._keys_of = keys_of
        self._found: dict[Key, list[str]] = {}
        for word in sorted(words):
            for key in set(keys_of(word)):
                self._found.setdefault(key, []).append(word)

    def get(self, key: Key) -> Sequence[str]:
        """The words with this key."""
        return self._found.get(key, ())

    def changed(self, added: Iterable[str], removed: Iterable[str]) -> "WordTable[Key]":
        """The same with other words; this one stays as it is."""
        other = WordTable(self._keys_of, ())
        other._found = dict(self._found)
        for word in removed:
            for key in set(self._keys_of(word)):
                other._found[key] = [one for one in other._found[key] if one != word]
        for word in added:
            for key in set(self._keys_of(word)):
                other._found[key] = [*other._found.get(key, ())]
                insort(other._found[key], word)
        return other


def sounds_of(word: str) -> list[str]:
    """The ways a word may be read."""
    ways = [readings(char)[:2] or ("?",) for char in word]
    return ["'".join(key) for key in itertools.islice(itertools.product(*ways), _WAYS)]


def heard(word: str) -> list[str]:
    """A character that stands alone is heard in one way only."""
    return sounds_of(word) if len(word) > 1 else [sound(word)]


def less_one(word: str) -> Iterator[str]:
    """The word with one character missing."""
    return (word[:at] + word[at + 1 :] for at in range(len(word)))
