"""Doubts: stretches of a text that may be a damaged word, with every known word each may stand for.

misspelling.py changes what is clearly a slip. What is left may still be one, with several words
equally near (级 for 市级 or 国家级), or one that matters too much to be guessed (几有家 for 有几家). Such a
stretch is not changed; whoever answers looks whether the answer would be another, and then asks
back.

A stretch is in doubt when it is one slip away from a known word and the text falls into fewer or
better known words with that word in its place.
"""

import copy
import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from knowledge.words.costs import LONGEST, NUMBER, RARE, SINGLE_WORD, Costs, fragments_of
from knowledge.words.cutting import dictionary_of
from knowledge.words.folding import is_han
from knowledge.words.lexicon import Lexicon
from knowledge.words.slips import partners
from knowledge.words.word_table import WordTable, heard, less_one, sounds_of

LIMIT = 100  # characters of a text that are looked at
MOST_LOOSE = (
    16  # characters in no word; with more of them it is no slip, and looking costs too much
)
_RUN = re.compile(r"[\u3400-\u9fff〇]+")
_AROUND = 6  # characters on either side that are cut to compare
_GAIN = 0.5  # how much better the text must fall into words
_GAIN_TURNED = 0.4  # … when two characters are only turned round, or one stands by itself
_BEHIND = 1.2  # how far behind the likeliest word others are still likely
_TURNS = 1.5  # how much nearer a word is thought that turns the question
_CLOSE = 0.5  # … and behind what was put right
_ASKING = ("几", "多少", "好多", "哪", "哪几", "每", "第几")  # before a measure word
_HOW_MANY = ("几", "多少", "好多")  # before any measure word
_FUNCTIONS = ("particles", "pronouns", "functions")
_BESIDE = re.compile(r"\s*[A-Za-z0-9]")
_COUNTED = re.compile(r"[A-Za-z0-9.%]\s*$")
_COUNTERS = frozenset("个家件项条名位类种次人号天月年届批")  # asked after with 几 and 哪
NUMBERED = frozenset("大个家件项")  # counted with a bare number
_BEHIND_FIGURES = frozenset("级百千万亿")
_QUESTIONING = frozenset("哪谁几啥")
# what is counted may be missing, the number is not guessed
_COUNTED_BARE = {
    number: tuple(number + one for one in sorted(NUMBERED)) for number in sorted(NUMBER)
}


@dataclass(frozen=True, slots=True)
class Doubt:
    """存疑: characters [start, end) of a text may be meant as `meant`; the greater `gain`, the
    likelier.

    `turns` is said of words that turn a question (之前, 剩下) without being asked about themselves;
    `half` of a character that is never a word (级 of 市级).
    """

    start: int
    end: int
    meant: str
    gain: float
    turns: bool = False
    half: bool = False


class Doubts:
    """Finds what may be damaged words: of the lexicon, or of `words`, those of the documents."""

    def __init__(self, lexicon: Lexicon, words: Iterable[str]) -> None:
        self._dictionary = dictionary_of(lexicon)
        self._counters = lexicon.counter_words
        self._alone = _standing_alone(lexicon)
        self._fragments = fragments_of(lexicon)
        self._halves = frozenset(lexicon.raw("lookalikes")["halves"])
        self._lookalikes = partners(lexicon.raw("lookalikes")["groups"])
        counted = {asking + counter for asking in _ASKING for counter in _COUNTERS}
        self._turning = frozenset(lexicon.raw("lookalikes")["telling"])
        self._telling = (
            counted | lexicon.question_kinds.keys() | lexicon.qualifier_words | self._turning
        )
        self._own = (lexicon.words - lexicon.light_words) | counted | self._turning
        self._asking = lexicon.question_kinds.keys()
        self._meant = frozenset(filter(_is_sought, self._own.union(words)))
        measured = {how + one for how in _HOW_MANY for one in self._counters if len(one) == 1}
        self._measured = frozenset(measured)
        self._known = frozenset(filter(self._is_whole, self._meant)) | self._measured
        self._costs = Costs(lexicon, self._known, self._alone, self._is_whole)
        self._absent = WordTable(less_one, self._meant)
        self._by_sound = WordTable(heard, self._meant.union(*_COUNTED_BARE.values(), self._alone))

    def changed(self, added: Iterable[str], removed: Iterable[str]) -> "Doubts":
        """The same with other words of the documents: those of the lexicon stay."""
        added = frozenset(filter(_is_sought, added)) - self._meant
        removed = self._meant.intersection(removed) - self._own
        other = copy.copy(self)
        other._meant = self._meant - removed | added
        other._known = self._known - (removed - self._measured) | frozenset(
            filter(self._is_whole, added)
        )
        other._costs = self._costs.changed(other._known, added | removed)
        other._absent = self._absent.changed(added, removed)
        bare = frozenset().union(*_COUNTED_BARE.values())
        other._by_sound = self._by_sound.changed(added - bare, removed - bare)
        return other

    def of(self, text: str, understood: str) -> list[Doubt]:
        """What stretches of the text may be meant as, the likeliest first.

        `understood` is the text with slips put right: what is less likely than that is no doubt.
        """
        found: dict[tuple[int, int, str], Doubt] = {}
        for run in _RUN.finditer(text[:LIMIT]):
            counted = _COUNTED.search(text[: run.start()]) is not None
            lone = len(run[0]) == 1 and not _BESIDE.match(text[run.end() :])  # 第 of 第59号 is not
            for start, end, meant, gain in self._of_run(run[0], counted, lone):
                start, end = run.start() + start, run.start() + end
                turns, half = meant in self._turning, text[start:end] in self._halves
                found[start, end, meant] = Doubt(start, end, meant, gain, turns, half)
        right = self._total(text) - self._total(understood) - _CLOSE
        least = max([right, *(doubt.gain - _BEHIND for doubt in found.values())])
        likely = (one for one in found.values() if one.gain + _TURNS * one.turns >= least)
        return sorted(likely, key=self._unlikely)

    def _total(self, text: str) -> float:
        return sum(self._costs.cut(run)[0] for run in _RUN.findall(text[:LIMIT])) / 10

    def _unlikely(self, doubt: Doubt) -> tuple[float, int, str]:
        """The order: what tells questions apart and what is common must not be overlooked."""
        telling = 0.5 * (doubt.meant in self._telling) + _TURNS * doubt.turns
        telling += 0.5 * (doubt.meant not in self._meant)  # only turned round, nothing made up
        common = 0.1 * math.log10(1 + self._dictionary.frequency(doubt.meant))
        return (-doubt.gain - telling - common, doubt.start, doubt.meant)

    def _of_run(self, run: str, counted: bool, lone: bool) -> Iterator[tuple[int, int, str, float]]:
        """`counted`: a number or letter stands before, then 件 and 级 need none; `lone`: one
        character.
        """
        loose = self._loose(run)
        if counted and loose[0]:
            loose[0] = run[0] not in self._counters | _COUNTERS | _BEHIND_FIGURES
        if not 0 < sum(loose) <= MOST_LOOSE:
            return
        near = [(*one, _GAIN_TURNED if lone else _GAIN) for one in self._near(run, loose, lone)]
        near += [(*one, _GAIN_TURNED) for one in _turned(run, loose)]
        plain: dict[tuple[int, int], float] = {}
        for start, end, meant, enough in near:
            if (start, end) not in plain:
                plain[start, end] = self._around(run, start, end, run[start:end])
            gain = (plain[start, end] - self._around(run, start, end, meant)) / 10
            if gain >= enough:
                yield start, end, meant, gain

    def _loose(self, run: str) -> list[bool]:
        """Which characters are in no word of two and more that is known or common."""
        loose = [False] * len(run)
        for start, end in self._costs.cut(run)[1]:
            firm = end - start > 1 and self._costs.of(run[start:end]) < RARE
            loose[start:end] = [not firm] * (end - start)
        return loose

    def _near(self, run: str, loose: list[bool], lone: bool) -> Iterator[tuple[int, int, str]]:
        """Stretches that are one slip away from a known word, the slip at a loose character."""
        for start in range(len(run)):
            for end in range(start + 1, min(len(run), start + LONGEST) + 1):
                if any(loose[start:end]):
                    for meant in self._one_slip_away(run, (start, end), loose, lone):
                        yield start, end, meant

    def _one_slip_away(
        self, run: str, place: tuple[int, int], loose: list[bool], lone: bool
    ) -> Iterator[str]:
        start, typed = place[0], run[slice(*place)]
        for meant in (*self._absent.get(typed), *_COUNTED_BARE.get(typed, ())):
            beside = [at for at in _gap(typed, meant) if loose[start + at]]
            broken = lone or meant in self._turning
            if beside and (broken or any(self._is_fragment(typed[at]) for at in beside)):
                yield meant
        if typed in self._known or typed in self._alone:
            return
        alike = [meant for key in sounds_of(typed) for meant in self._by_sound.get(key)]
        for at, char in enumerate(typed):
            if loose[start + at] and (others := self._lookalikes.get(char)):
                put = (typed[:at] + other + typed[at + 1 :] for other in others)
                alike.extend(other for other in put if other in self._meant)
        for meant in alike:
            wrong = [at for at, char in enumerate(meant) if typed[at] != char]
            damaged = any(map(self._is_fragment, typed)) or self._is_common(meant)
            if damaged and len(wrong) == 1 and loose[start + wrong[0]]:
                yield meant

    def _is_fragment(self, char: str) -> bool:
        """May a character be what is left of a longer word?"""
        return char in self._fragments or char in NUMBER or char not in self._alone

    def _is_common(self, word: str) -> bool:
        return self._dictionary.frequency(word) >= SINGLE_WORD

    def _around(self, run: str, start: int, end: int, meant: str) -> float:
        """What the text costs around a place with that word in it."""
        left, right = run[max(0, start - _AROUND) : start], run[end : end + _AROUND]
        return self._costs.between(left, meant, right)

    def _is_whole(self, word: str) -> bool:
        """Not made up of a question word and another: 有多少, 多项, 天哪."""
        if word in self._asking or word in self._telling:
            left = word[0] in self._fragments
            return left or not (word[0] in self._alone and word[1:] in self._asking)
        return (
            _QUESTIONING.isdisjoint(word)
            and word[1:] not in self._asking
            and not (word[0] == "多" and word[1:] in _COUNTERS)
        )


def _is_sought(word: str) -> bool:
    return 2 <= len(word) <= LONGEST and all(map(is_han, word))


def _standing_alone(lexicon: Lexicon) -> frozenset[str]:
    """Characters that stand alone by right; a measure word only where it is more than that."""
    functions = {word for group in _FUNCTIONS for word in lexicon.fillers.get(group, ())}
    verbs = {word for verb, others in lexicon.verbs.items() for word in (verb, *others)}
    others = lexicon.filler_words | lexicon.light_words | lexicon.question_kinds.keys()
    listed = set(lexicon.raw("lookalikes")["alone"])
    words = (others | verbs | lexicon.qualifier_words) - lexicon.counter_words | functions
    return frozenset(word for word in words | listed | NUMBER if len(word) == 1)


def _gap(typed: str, meant: str) -> list[int]:
    """The places of the typed characters beside the one that is missing."""
    at = next((at for at, char in enumerate(typed) if char != meant[at]), len(typed))
    return [place for place in (at - 1, at) if 0 <= place < len(typed)]


def _turned(run: str, loose: list[bool]) -> Iterator[tuple[int, int, str]]:
    """Two neighbours turned round, at or beside a loose one: 多了少 -> 了多少."""
    for at in range(len(run) - 1):
        if any(loose[max(0, at - 1) : at + 3]) and run[at] != run[at + 1]:
            yield at, at + 2, run[at + 1] + run[at]
