"""Costs: into how few and how well known words a text falls; what is damaged falls into worse ones.

The cost of a text is that of its cheapest cut into words, in tenths, so that sums are exact. A word
is walked along only as far as some word begins so; and to weigh a word put in the place of another,
what stands before and after it is cut once for all of them.
"""

import copy
import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from knowledge.words.cutting import dictionary_of
from knowledge.words.lexicon import Lexicon

# What a word costs: the fewer and the better known, the cheaper.
KNOWN, COMMON, ALONE, FRAGMENT, RARE, SINGLE, STRANGE = 10, 13, 14, 20, 22, 24, 30
LONGEST = 8  # characters of a word that is looked for
NUMBER = frozenset("零一二两三四五六七八九十百千万半")
_POWERS = frozenset(
    "百千万"
)  # no number of several characters begins with them: 万一个人 for 一万个人
RARE_WORD = 20  # jieba's frequency up to which a word is rare
SINGLE_WORD = 3_000  # … from which a character is a word by itself
_BEFORE_NUMBER = "哪这那每第前"
_NUMBERED = NUMBER.union(_BEFORE_NUMBER)
_REMEMBERED = 50_000  # pieces of text whose cost is remembered
_SIDES = 200  # stretches before and after a word, each cut once
_UNSEEN = -1  # of a piece whose cost was never asked for
_NO_WORD = math.inf  # but some word begins so

Sums = Sequence[float]


@dataclass(frozen=True, slots=True)
class Before:
    """前文: what a text costs up to each place, and where words may begin that go on behind its end."""

    sums: Sums
    open: tuple[int, ...]


class Costs:
    """词价: `known` are words that cost least, `alone` characters that stand alone by right."""

    def __init__(
        self,
        lexicon: Lexicon,
        known: frozenset[str],
        alone: frozenset[str],
        is_whole: Callable[[str], bool],
    ) -> None:
        """`is_whole` tells a word from two that stand side by side (有多少)."""
        self._dictionary = dictionary_of(lexicon)
        self._counters = "".join(lexicon.counter_words)
        self._known = known
        self._beginnings = frozenset(_beginnings(known))
        self._fragments = fragments_of(lexicon)
        self._alone = alone
        self._is_whole = is_whole
        self._remembered: dict[str, float | None] = {}
        self._forget_sides()

    def changed(self, known: frozenset[str], words: Iterable[str]) -> "Costs":
        """The same where `words` came or went, so that these are known now."""
        other = copy.copy(self)
        other._known = known
        beginnings = set(_beginnings(words))
        other._beginnings = self._beginnings | beginnings
        other._remembered = self._remembered.copy()  # at once: other threads add to it
        for piece in beginnings.union(words):
            other._remembered.pop(piece, None)
        other._forget_sides()
        return other

    def of(self, word: str) -> float:
        """What a word costs; infinite for what is no word."""
        cost = self._cost(word)
        return _NO_WORD if cost is None else cost

    def cut(self, text: str) -> tuple[float, list[tuple[int, int]]]:
        """The cheapest cut into words: its cost, and where each word stands."""
        sums, begun = [0.0] + [math.inf] * len(text), [0] * (len(text) + 1)
        for start in range(len(text)):
            for end, cost in self._words(text, start, start + 1):
                if sums[start] + cost < sums[end]:
                    sums[end], begun[end] = sums[start] + cost, start
        places, end = [], len(text)
        while end:
            places.append((begun[end], end))
            end = begun[end]
        return sums[-1], places[::-1]

    def between(self, left: str, word: str, right: str) -> float:
        """What a text costs that has this word between those two sides."""
        before, behind = self._before(left), self._behind(right)
        border = len(left) + len(word)
        text = left + word + right
        sums = [*before.sums, *[math.inf] * len(word)]
        least = math.inf
        for start in (*before.open, *range(len(left), border)):
            base = sums[start]
            for end, cost in self._words(text, start, max(start, len(left)) + 1):
                if end <= border:
                    sums[end] = min(sums[end], base + cost)
                else:
                    least = min(least, base + cost + behind[end - border])
        return min(least, sums[border] + behind[0])

    def _forget_sides(self) -> None:
        self._before = lru_cache(_SIDES)(self._up_to)
        self._behind = lru_cache(_SIDES)(self._from)

    def _up_to(self, text: str) -> Before:
        sums, open = [0.0] + [math.inf] * len(text), []
        for start in range(len(text)):
            last = start
            for end, cost in self._words(text, start, start + 1):
                sums[end], last = min(sums[end], sums[start] + cost), end
            if last == len(text):
                open.append(start)
        return Before(sums, tuple(open))

    def _from(self, text: str) -> Sums:
        """What the text costs from each place on."""
        sums = [math.inf] * len(text) + [0.0]
        for start in range(len(text) - 1, -1, -1):
            sums[start] = min(cost + sums[end] for end, cost in self._words(text, start, start + 1))
        return sums

    def _words(self, text: str, start: int, first: int) -> Iterator[tuple[int, float]]:
        """The ends from `first` on of what may be a word that begins there, and what each costs."""
        known = self._remembered.get  # looked up here: it is asked a thousand times
        for end in range(first, min(len(text), start + LONGEST) + 1):
            piece = text[start:end]
            cost = known(piece, _UNSEEN)
            if cost == _UNSEEN:
                cost = self._cost(piece)
            if cost is None:
                return
            yield end, cost

    def _cost(self, piece: str) -> float | None:
        """What a piece costs, remembered; None where no word begins so."""
        cost = self._remembered.get(piece, _UNSEEN)
        if cost == _UNSEEN:
            if len(self._remembered) >= _REMEMBERED:
                self._remembered.clear()
            cost = self._remembered[piece] = self._weighed(piece)
        return cost

    def _weighed(self, word: str) -> float | None:
        if len(word) == 1:
            if word in self._fragments or word in NUMBER:
                return FRAGMENT
            if word in self._alone:
                return ALONE
            return SINGLE if self._dictionary.frequency(word) >= SINGLE_WORD else STRANGE
        if word in self._known:
            return KNOWN
        numbered = word[0] in _NUMBERED
        if numbered and self._counts(word):
            return KNOWN
        count = self._dictionary.frequency(word)
        if count > 1 and self._is_whole(word):
            return COMMON if count > RARE_WORD else RARE
        begins = numbered or word in self._beginnings or self._dictionary.begins(word)
        return _NO_WORD if begins else None

    def _counts(self, word: str) -> bool:
        """A number with or without its measure word, also asked for: 一万四, 两家, 哪三个."""
        figure = word.rstrip(self._counters)
        number = figure.lstrip(_BEFORE_NUMBER)
        return bool(number) and number[0] not in _POWERS and NUMBER.issuperset(number)


def fragments_of(lexicon: Lexicon) -> frozenset[str]:
    """What is often left of a longer word, though it also stands alone: 多(少), 哪(些), 之(前)."""
    return frozenset(lexicon.raw("lookalikes")["fragments"])


def _beginnings(words: Iterable[str]) -> Iterator[str]:
    return (word[:end] for word in words for end in range(2, len(word)))
