"""Cutting: Chinese text into words by jieba with our own dictionary.

Two ways: `words` for search, the same for index and question, from the lexicon alone so that an
index outlives new documents; `cut` for understanding, which also keeps the names found in documents
whole.
"""

import functools
import hashlib
import re
import sys
from collections.abc import Iterable
from importlib import metadata
from typing import Any

from knowledge.words.folding import is_han
from knowledge.words.lexicon import Lexicon

_RUN = re.compile(r"[\u3400-\u9fff〇]+|[^\u3400-\u9fff〇]+")
_LATIN = re.compile(r"[a-zA-Z0-9]+(?:[.,][0-9]+)*%?|\s+|.", re.DOTALL)
# Terms and question words win against their parts; fillers only where nothing likelier stands:
# 要到期 must not become 要到 期.
_SOFT_FREQUENCY = 30
# how jieba's dictionary marks idioms and adverbs, and names of people, places and bodies
_IDLE_TAGS = (b" i\n", b" d\n")
_NAME_TAGS = (b" nr\n", b" ns\n", b" nt\n")
_REMEMBERED = 200  # texts cut
_NAME_LIMIT = 40  # characters; what is longer is no name


class Dictionary:
    """jieba's words and ours, loaded at the first use (about 0.6 s, 80 MiB).

    jieba's cache file is left out: loading it is no faster, and it would be read by marshal.
    """

    def __init__(
        self, words: frozenset[str], soft: frozenset[str], no_words: tuple[str, ...] = ()
    ) -> None:
        self._words = words
        self._no_words = no_words
        self._soft = soft

    @functools.cached_property
    def tokenizer(self) -> Any:
        """The loaded jieba tokenizer; threads may share it once it is loaded."""
        tokenizer = _jieba().Tokenizer()
        tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(tokenizer.get_dict_file())
        tokenizer.initialized = True
        for word in self._no_words:
            tokenizer.del_word(word)
        for word in sorted(self._words - self._soft):
            if all(map(is_han, word)):
                tokenizer.add_word(word)
        for word in sorted(self._soft):
            if all(map(is_han, word)) and not tokenizer.FREQ.get(word):
                tokenizer.add_word(word, _SOFT_FREQUENCY)
        return tokenizer

    @functools.cached_property
    def tagged(self) -> tuple[frozenset[str], frozenset[str]]:
        """(idioms and adverbs, proper names) of jieba's dictionary, which is read once for both."""
        with _jieba().Tokenizer().get_dict_file() as file:
            lines = [line for line in file if line.endswith(_IDLE_TAGS + _NAME_TAGS)]
        words = [(line.decode().split()[0], line.endswith(_IDLE_TAGS)) for line in lines]
        return (
            frozenset(word for word, idle in words if idle),
            frozenset(word for word, idle in words if not idle),
        )

    def is_idle(self, word: str) -> bool:
        """Is it an idiom or an adverb (百忙之中) and no word of ours? It tells no fact from another."""
        return len(word) > 1 and word in self.tagged[0] and word not in self._words

    def is_proper(self, word: str) -> bool:
        """Is it the name of a person, a place, a body (江津)? It always tells one from another."""
        return word in self.tagged[1]

    def frequency(self, word: str) -> int:
        """How common a word is; 0 for what is no word. One of ours is never rare (户次)."""
        count: int = self.tokenizer.FREQ.get(word) or 0
        return max(count, _SOFT_FREQUENCY) if word in self._words else count

    def begins(self, piece: str) -> bool:
        """Whether a word may begin so."""
        return piece in self.tokenizer.FREQ

    def cut(self, run: str) -> list[str]:
        """Words of a run of Chinese characters, without inventing any."""
        words: list[str] = self.tokenizer.lcut(run, HMM=False)
        return words

    def cut_for_search(self, run: str) -> list[str]:
        """Words of a run of Chinese characters and the shorter words inside them."""
        words: list[str] = self.tokenizer.lcut_for_search(run)
        return words


@functools.lru_cache(maxsize=4)
def dictionary_of(lexicon: Lexicon) -> Dictionary:
    """The one dictionary of a lexicon: it is large, so all with the same words share it."""
    soft = lexicon.filler_words | lexicon.light_words
    soft = frozenset(word for word in soft if len(word) > 1)
    return _dictionary(lexicon.words, soft, tuple(lexicon.raw("lookalikes")["no_words"]))


@functools.lru_cache(maxsize=2)
def _dictionary(
    words: frozenset[str], soft: frozenset[str], no_words: tuple[str, ...]
) -> Dictionary:
    return Dictionary(words, soft, no_words)


@functools.lru_cache(maxsize=1)
def _jieba_version() -> str:
    """The version of jieba, and with it of its own dictionary; asked without loading either."""
    return metadata.version("jieba")


def _jieba() -> Any:
    """jieba, imported as if setuptools were not there.

    jieba 0.42.1 asks for pkg_resources, which is slow (0.17 s), warns that it is deprecated, and is
    used for nothing but opening jieba's own dictionary; without it jieba opens the file itself.
    """
    missing = object()
    before = sys.modules.get("pkg_resources", missing)
    sys.modules["pkg_resources"] = None  # type: ignore[assignment]
    try:
        import jieba  # loads its dictionary path, some 30 ms
    finally:
        if before is missing:
            del sys.modules["pkg_resources"]
        else:
            sys.modules["pkg_resources"] = before  # type: ignore[assignment]
    return jieba


class Cutter:
    """分词: text to words. `names` are names found in documents."""

    def __init__(self, lexicon: Lexicon, names: Iterable[str] = ()) -> None:
        self.lexicon = lexicon
        self.dictionary = dictionary_of(lexicon)
        self._names = _names_by_head(self._unknown(names))
        self._cut_before: dict[str, tuple[tuple[str, int, int], ...]] = {}

    def _unknown(self, names: Iterable[str]) -> list[str]:
        """Names the dictionary lacks: 商标, listed somewhere, must not cut 注册商标 in two."""
        return [name for name in names if name not in self.lexicon.words]

    def with_names(self, names: Iterable[str]) -> "Cutter":
        """The same with more names to keep whole."""
        more = Cutter(self.lexicon)
        new = _names_by_head(self._unknown(names))
        joined = {head: _longest_first({*self._names.get(head, ()), *new[head]}) for head in new}
        more._names = self._names | joined
        return more

    @property
    def version(self) -> str:
        """Name and hash of what `words` depends on; a change means that an index must be rebuilt."""
        return f"jieba-{_jieba_version()}/{self.lexicon.version}/{_RULES}"

    def load(self) -> "Cutter":
        """Loads the dictionary now, so that the first question need not wait."""
        _ = self.dictionary.tokenizer, self.dictionary.tagged
        return self

    def words(self, text: str) -> list[str]:
        """Words for search, small letters: "发明专利PCT3.85件" -> 发明 专利 发明专利 pct 3.85 件."""
        found: list[str] = []
        for run in _RUN.findall(text):
            if is_han(run[0]):
                found.extend(self.dictionary.cut_for_search(run))
            else:
                found.extend(word.lower() for word in _LATIN.findall(run) if word[0].isalnum())
        return found

    def cut(self, text: str) -> list[tuple[str, int, int]]:
        """Words that do not overlap, with their places; names stay whole, marks are words too.

        The last ones are remembered: a message is looked at as a whole, piece by piece and in near
        readings.
        """
        found = self._cut_before.get(text)
        if found is None:
            if len(self._cut_before) >= _REMEMBERED:
                self._cut_before.clear()
            found = self._cut_before[text] = tuple(self._cut(text))
        return list(found)

    def _cut(self, text: str) -> list[tuple[str, int, int]]:
        found = []
        for start, end, whole in self._pieces(text):
            if whole:
                found.append((text[start:end], start, end))
            else:
                found.extend(self._cut_piece(text[start:end], start))
        return found

    def _pieces(self, text: str) -> list[tuple[int, int, bool]]:
        """The text divided into names (True) and what stands between them."""
        pieces, last, at = [], 0, 0
        while at < len(text):
            name = self._name_at(text, at)
            if not name:
                at += 1
                continue
            if at > last:
                pieces.append((last, at, False))
            pieces.append((at, at + len(name), True))
            at = last = at + len(name)
        if last < len(text):
            pieces.append((last, len(text), False))
        return pieces

    def _name_at(self, text: str, at: int) -> str:
        for name in self._names.get(text[at : at + 2], ()):
            if text.startswith(name, at):
                return name
        return ""

    def _cut_piece(self, piece: str, start: int) -> list[tuple[str, int, int]]:
        found = []
        for run in _RUN.findall(piece):
            words = self.dictionary.cut(run) if is_han(run[0]) else _LATIN.findall(run)
            for word in words:
                if not word.isspace():
                    found.append((word, start, start + len(word)))
                start += len(word)
        return found


def _names_by_head(names: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Names by their first two characters, the longest first."""
    heads: dict[str, set[str]] = {}
    for name in names:
        if 2 <= len(name) <= _NAME_LIMIT:
            heads.setdefault(name[:2], set()).add(name)
    return {head: _longest_first(found) for head, found in heads.items()}


def _longest_first(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(names, key=lambda name: (-len(name), name)))


_RULES = hashlib.sha256((_RUN.pattern + _LATIN.pattern).encode()).hexdigest()[:6]
