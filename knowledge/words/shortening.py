"""Names in short, as people clip them: 国优 for 国家级知识产权优势企业, 马标 for 马德里商标.

Each character begins a word of the name, or ends it; the first stands for its first word. A short
form that is a word by itself, that some name holds, or that stands for two names as well, is none.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping

from knowledge.words.cutting import Dictionary
from knowledge.words.folding import is_han

SHORTEST, LONGEST = 2, 4  # characters of a short form
FROM_DOCUMENTS = 1
_LEAST = 0.4  # of the words of a name that a short form names
_PART = 3  # characters of the longest word a name is cut into
_LEVEL = re.compile("[国省市区县]家?级$")
_COUNTING = frozenset("〇零一二两三四五六七八九十百千万亿半几多少第年月日号元")


class ShortForms:
    """Which name a short form stands for; `names` maps each to 1 (of the documents) or 2 (a term)."""

    def __init__(self, names: Mapping[str, int], dictionary: Dictionary) -> None:
        self._dictionary = dictionary
        self._by_head: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for name, rank in names.items():
            if len(name) > SHORTEST and is_han(name[0]):
                self._by_head[name[0]].append((rank, name))

    def full(self, short: str) -> str:
        """The name a short form stands for best, of the documents before terms; "" where there is
        none, or where two names of the documents are as likely.
        """
        found = sorted(
            (rank, -share, len(name), name)
            for rank, name in self._by_head.get(short[:1], ())
            if (share := self._share(short, name))
        )
        alike = [one for one in found if one[:2] == found[0][:2] and one[0] == FROM_DOCUMENTS]
        return found[0][-1] if found and len(alike) < 2 else ""

    def _share(self, short: str, name: str) -> float:
        """How much of the words of a name its short form names; 0 when it is none of it."""
        if len(name) <= len(short) or name.startswith(short):
            return 0.0
        words = self._words(name)
        at, named = 0, 0
        for char in short:
            while at < len(words) and words[at][0] != char:
                at += 1
            if at < len(words):
                at, named = at + 1, named + 1
            elif (char, char) == (short[-1], name[-1]):  # 质奖 for 质量奖
                break
            else:
                return 0.0
        whole = at == len(words) or short[-1] == name[-1]
        share = named / len(words)
        return share if share >= _LEAST and (whole or _LEVEL.match(words[0])) else 0.0

    def _words(self, name: str) -> list[str]:
        """The short words a name is made of: 国家级 知识 产权 优势 企业."""
        words, at = [], 0
        while at < len(name):
            sizes = range(min(_PART, len(name) - at), 1, -1)
            size = next((n for n in sizes if self._dictionary.frequency(name[at : at + n])), 1)
            words.append(name[at : at + size])
            at += size
        return words


def runs_of_strangers(
    tokens: Iterable[str], is_stranger: Callable[[str], bool]
) -> Iterator[tuple[int, str]]:
    """(start, run) of neighbouring characters that belong to no word."""
    start, run, at = 0, "", 0
    for token in [*tokens, ""]:
        if token and token not in _COUNTING and is_stranger(token):
            start, run = (at, token) if not run else (start, run + token)
        else:
            if SHORTEST <= len(run) <= LONGEST:
                yield start, run
            run = ""
        at += len(token)
