"""Names almost right: slips of pen, ear and keyboard set right against what is known.

Known are the names found in the documents and the terms of the lexicon. How close a slip must be is
decided in misspelling.py and typed_pinyin.py; the reply says which name was understood.
"""

import functools
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from knowledge.words.curated import members
from knowledge.words.cutting import dictionary_of
from knowledge.words.folding import is_han
from knowledge.words.lexicon import Lexicon
from knowledge.words.misspelling import Spelling
from knowledge.words.shortening import ShortForms, runs_of_strangers
from knowledge.words.slips import LONGEST, Slip
from knowledge.words.sounds import sound
from knowledge.words.typed_pinyin import TypedPinyin

LIMIT = 1000  # characters of a message that are looked at
_REMEMBERED = 200  # texts
_SHARED = 3  # names that begin alike begin with a place
_RUN = re.compile(r"[\u3400-\u9fff〇]{2,}")
_FUNCTIONAL_GROUPS = ("particles", "pronouns", "functions")
_COUNTING = frozenset("〇零一二两三四五六七八九十百千万亿半几多少第年月日号元")
_RARE = 10  # jieba's frequency up to which characters together may be a short form (国优)
_COMMON = 1000  # jieba's frequency from which a word may be meant by pinyin


@dataclass(frozen=True, slots=True)
class Corrected:
    """更正: the text as understood and what was changed, (typed, understood) in order."""

    text: str
    changes: tuple[tuple[str, str], ...] = ()


class NameBook:
    """名册: known names and terms."""

    def __init__(self, names: Iterable[str], lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._names = tuple(dict.fromkeys(name for name in names if len(name) > 1))
        self._corrected: dict[str, Corrected] = {}
        self._slips: dict[str, list[Slip]] = {}

    @property
    def names(self) -> tuple[str, ...]:
        """The names found in documents."""
        return self._names

    @functools.cached_property
    def known(self) -> frozenset[str]:
        """The same as a set."""
        return frozenset(self._names)

    @functools.cached_property
    def short(self) -> frozenset[str]:
        """Names in short: before their bracket, or behind the place that many names begin with."""
        begun = Counter(name[:2] for name in self._names if len(name) > 3)
        rests = {name[2:] for name in self._names if len(name) > 3 and begun[name[:2]] >= _SHARED}
        return frozenset(name.split("（")[0] for name in self._names if "（" in name[2:]) | rests

    def hold(self, text: str) -> bool:
        """Whether any name holds this text: one look through all of them, for there are thousands."""
        return text in self._all

    @functools.cached_property
    def _all(self) -> str:
        return "\n".join(self._names)

    def with_names(self, names: Iterable[str]) -> "NameBook":
        """The same with more names; the tables already made are added to, not made again."""
        known = frozenset(self._names)
        new = NameBook((name for name in names if name not in known), self._lexicon)
        more = NameBook((*self._names, *new.names), self._lexicon)
        targets = new._named
        if "_targets" in self.__dict__:
            more.__dict__["_targets"] = self._targets | targets
        if "_spelling" in self.__dict__:
            more.__dict__["_spelling"] = self._spelling.with_targets(targets)
        if "_pinyin" in self.__dict__:
            more.__dict__["_pinyin"] = self._pinyin.with_words(_pinyin_costs(targets))
        if "_heard" in self.__dict__:
            more.__dict__["_heard"] = (*self._heard, *new._heard)
        return more

    def load(self) -> "NameBook":
        """Builds the tables now, so that the first question need not wait."""
        _ = self._spelling.by_sound, self._pinyin
        return self

    def correct(self, text: str) -> Corrected:
        """The text with slips set right: 青峰到的清河东菜 -> 青峰刀的清河冬菜, 实用新型 stays.

        The last ones are remembered: a message is looked at as a whole and piece by piece.
        """
        found = self._corrected.get(text)
        if found is None:
            if len(self._corrected) >= _REMEMBERED:
                self._corrected.clear()
            found = self._corrected[text] = self._correct(text)
        return found

    def _correct(self, text: str) -> Corrected:
        head, rest = text[:LIMIT], text[LIMIT:]
        changes: list[tuple[str, str]] = []
        if re.search("[a-zA-Z]{2}", head):
            head = _closed_up(_replaced(head, self._pinyin.changes(head), changes), changes)
        slips = [
            (run.start() + slip.start, run.start() + slip.end, slip.right)
            for run in _RUN.finditer(head)
            for slip in self._slips_of(run[0])
        ]
        head = _replaced(head, slips, changes)
        head = _replaced(head, self._short_forms(head), changes)
        return Corrected(head + rest, tuple(changes)) if changes else Corrected(text)

    def _short_forms(self, text: str) -> list[tuple[int, int, str]]:
        """(start, end, name) of short forms that are no words: 国优 in 国优几家."""
        dictionary = dictionary_of(self._lexicon)
        found = []
        for run in _RUN.finditer(text):
            tokens = dictionary.cut(run[0])
            for start, short in runs_of_strangers(tokens, self._is_stranger):
                known = dictionary.frequency(short) >= _RARE or self.hold(short)
                full = "" if known else self._clipped.full(short)
                if full and self.hold(full):
                    start += run.start()
                    found.append((start, start + len(short), full))
        return found

    def _is_stranger(self, word: str) -> bool:
        """No word, or hardly one, that means anything by itself."""
        if len(word) == 1:
            return word not in self._functional
        return self._frequency(word) < _RARE

    @functools.cached_property
    def _clipped(self) -> ShortForms:
        return ShortForms(self._targets, dictionary_of(self._lexicon))

    def _slips_of(self, run: str) -> list[Slip]:
        """The slips of a run, remembered: near readings of a message differ in one run."""
        found = self._slips.get(run)
        if found is None:
            if len(self._slips) >= _REMEMBERED:
                self._slips.clear()
            found = self._slips[run] = self._spelling.slips(run)
        return found

    def nearest(self, word: str, limit: int = 3) -> list[tuple[str, float]]:
        """Names like a word that may be meant, (name, 0 to 100), best first; for a question back."""
        if not word or not self._names:
            return []
        word = word[:LONGEST]
        by_look = process.extract(
            word, self._names, scorer=fuzz.ratio, limit=limit, score_cutoff=45
        )
        scores = {name: score for name, score, _ in by_look}
        heard = " ".join(map(sound, word))
        if len(word) > 1 and heard.strip():
            for _, score, at in process.extract(heard, self._heard, scorer=fuzz.ratio, limit=limit):
                name = self._names[at]
                scores[name] = max(scores.get(name, 0.0), score - 10)
        best = sorted(scores.items(), key=lambda pair: (-pair[1], pair[0]))
        return [(name, round(score, 1)) for name, score in best if score >= 45][:limit]

    @functools.cached_property
    def _heard(self) -> tuple[str, ...]:
        return tuple(" ".join(map(sound, name[:LONGEST])) for name in self._names)

    @functools.cached_property
    def _spelling(self) -> Spelling:
        return Spelling(
            self._targets,
            dictionary_of(self._lexicon),
            self._functional,
            self._lexicon.raw("lookalikes")["groups"],
        )

    @functools.cached_property
    def _targets(self) -> dict[str, int]:
        """Names (1) and terms (2) that a slip may be meant for; only Chinese characters."""
        lexicon = self._lexicon
        terms = [word for word, _ in members(lexicon.terms)]
        terms += [word for pair in lexicon.aliases.items() for word in pair]
        terms += [word for one in lexicon.departments.values() for word in one.all]
        terms += [
            word
            for group in lexicon.qualifiers.values()
            for one in group
            for word in (one.name, *one.words)
        ]
        terms += [word for word in lexicon.question_kinds if len(word) > 2]
        return dict.fromkeys(filter(_is_chinese, terms), 2) | self._named

    @property
    def _named(self) -> dict[str, int]:
        """The names of the documents, in full and in short."""
        names = [*self._names, *filter(None, map(self._tail, self._names))]
        return dict.fromkeys(filter(_is_chinese, names), 1)

    def _tail(self, name: str) -> str:
        """What people call a long name in short: 清河锻打刀 -> 锻打刀; "" where nothing is left."""
        if 5 <= len(name) <= LONGEST and _is_chinese(name):
            head = dictionary_of(self._lexicon).cut(name)[0]
            if 2 <= len(head) <= len(name) - 3:
                return name[len(head) :]
        return ""

    @functools.cached_property
    def _functional(self) -> frozenset[str]:
        """Single characters that stand alone by right."""
        fillers = self._lexicon.fillers
        words = [word for group in _FUNCTIONAL_GROUPS for word in fillers.get(group, ())]
        words += [*self._lexicon.unit_words, *self._lexicon.question_kinds]
        return frozenset(word for word in words if len(word) == 1) | _COUNTING

    def _frequency(self, word: str) -> int:
        return dictionary_of(self._lexicon).frequency(word)

    @functools.cached_property
    def _pinyin(self) -> TypedPinyin:
        """Words that letters may stand for: names first, then terms, then any common word."""
        costs: dict[str, float] = {}
        for word, count in dictionary_of(self._lexicon).tokenizer.FREQ.items():
            if count >= _COMMON and 1 < len(word) < 5:
                costs[word] = 4.5 - min(count, 50_000) / 100_000  # the commoner the likelier
        costs |= {char: 3.0 + 1 / (10 + self._frequency(char)) for char in self._functional}
        costs |= dict.fromkeys((word for word in self._lexicon.words), 2.5)
        light = self._lexicon.filler_words | self._lexicon.light_words
        costs |= {word: 2.8 for word in light if len(word) > 1}
        costs |= _pinyin_costs(self._targets)
        return TypedPinyin({word: cost for word, cost in costs.items() if _is_chinese(word)})


def _pinyin_costs(targets: dict[str, int]) -> dict[str, float]:
    """How likely names and terms are meant by pinyin."""
    return {name: 1.0 + rank / 2 for name, rank in targets.items()}


def _is_chinese(word: str) -> bool:
    return all(is_han(char) for char in word)


def _replaced(
    text: str, slips: Iterable[tuple[int, int, str]], changes: list[tuple[str, str]]
) -> str:
    """The text with stretches replaced; what really changed is added to `changes`."""
    pieces, last = [], 0
    for start, end, right in slips:
        if text[start:end] != right:
            changes.append((text[start:end], right))
        between = text[last:start]
        pieces += ["" if last and between.isspace() else between, right]
        last = end
    return "".join(pieces) + text[last:]


def _closed_up(text: str, changes: Iterable[tuple[str, str]]) -> str:
    """No blanks between characters and what was typed in pinyin beside them: 四大 证明商标 is one name."""
    for right in (right for _, right in changes if right and is_han(right[0])):

        def closed(blank: re.Match[str], right: str = right) -> str:
            before, after = blank.string[: blank.start()], blank.string[blank.end() :]
            beside = _ends_in_han(before) and after.startswith(right)
            beside |= before.endswith(right) and _ends_in_han(after[:1])
            return "" if beside else " "

        text = re.sub(" ", closed, text)
    return text


def _ends_in_han(text: str) -> bool:
    return "\u4e00" <= text[-1:] <= "\u9fff"
