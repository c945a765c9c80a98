"""How well one fact fits a question: which words it bears, what contradicts it.

A word that only the sentence around bears, and there as the name of a *neighbour's* figure, does
not count: 参与国家标准已发布5项，行业标准…正在制定3项 says nothing of 国家标准正在制定.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter

from assistant.dialogue.matching.conflicts import Check, checks_of, conflicts_of
from assistant.dialogue.matching.rows import LetterRows, Row
from assistant.dialogue.matching.zones import Zones
from assistant.dialogue.question import Question, Support, Word
from knowledge import Evidence, Indicator

WEIGHT = {
    Support.CORE: 3.0,
    Support.OWN: 2.2,
    Support.QUOTE: 1.2,
    Support.CONTEXT: 0.6,
    Support.NONE: -3.0,
}
SOFT = 0.35  # what a soft word counts, of a required one
EXTRA = 0.22  # for every character of the fact's name nobody asked for
CONFLICT = 4.0  # for everything that speaks against it
GENERIC = (
    "有效",
    "全区",
    "全县",
    "全市",
    "现有",
    "总数",
    "数量",
    "总量",
    "企业",
    "项目",
    "全国",
    "合计",
    "资格",
)


_KINDS = ("企业", "项目")  # generic where a name ends in them: 企业标准 is one of several 标准


@dataclass(slots=True, eq=False)
class Fit:
    """贴合: a fact held against a question. Not frozen: hundreds are made for every question."""

    row: Row
    evidence: Evidence
    support: tuple[tuple[Word, Support], ...]
    conflicts: tuple[str, ...]
    extra: int  # characters of its name nobody asked for
    score: float
    missing: tuple[Word, ...]  # required words it does not bear

    @property
    def holds(self) -> bool:
        """Every word accounted for and nothing contradicts."""
        return not self.missing and not self.conflicts

    @property
    def core(self) -> int:
        """How many words the fact itself bears."""
        return sum(s in (Support.CORE, Support.OWN) for w, s in self.support if not w.soft)

    def bears(self, *supports: Support) -> tuple[Word, ...]:
        """The words borne at one of these places."""
        return tuple(w for w, s in self.support if s in supports)


def fitted(question: Question, letter: LetterRows, rows: Iterable[Row]) -> list[Fit]:
    """These rows held against the question, best first.

    Most share no word with it: for them all, what can be said is said once, unless nothing need be
    found and only what contradicts tells them apart (目标呢).
    """
    asked, missing = _asked(question, letter), question.required
    least = sum(least for _, least in asked.worths)  # of a row that bears no word
    fits = [
        _fit(asked, row)
        if row.at in asked.touched or not missing
        else Fit(row, row.evidence, asked.nothing, (), 0, least, missing)
        for row in rows
    ]
    fits.sort(key=attrgetter("score"), reverse=True)
    return fits


@dataclass(frozen=True, slots=True)
class Asked:
    """What of a question every fact of a letter is held against, worked out once."""

    question: Question
    checks: list[Check]
    forms: list[str]  # all the ways of all its words
    borne: list[tuple[Word, Mapping[int, Support]]]
    worths: list[tuple[Mapping[int, float], float]]  # of a word in the rows that bear it, in others
    required: list[tuple[Word, Mapping[int, Support]]]
    touched: frozenset[int]  # rows that bear any of its words
    nothing: tuple[tuple[Word, Support], ...]  # what the other rows bear


def _asked(question: Question, letter: LetterRows) -> Asked:
    borne = [(word, letter.bearing(word)) for word in question.words]
    return Asked(
        question=question,
        checks=checks_of(question, letter.agencies),
        forms=list(dict.fromkeys(form for word in question.words for form in word.forms)),
        borne=borne,
        worths=[
            (letter.worth(word, _worth), _worth(word, Support.NONE)) for word in question.words
        ],
        required=[(word, places) for word, places in borne if not word.soft],
        touched=frozenset().union(*(places for _, places in borne)),
        nothing=tuple((word, Support.NONE) for word in question.words),
    )


def _fit(asked: Asked, row: Row) -> Fit:
    """Hold a fact against the question."""
    question, evidence, zones, at = asked.question, row.evidence, row.zones, row.at
    support = tuple([(word, places.get(at, Support.NONE)) for word, places in asked.borne])
    conflicts: tuple[str, ...] = ()
    if asked.checks or question.without:
        conflicts = conflicts_of(asked.checks, question, evidence, zones)
    extra = _extra(asked.forms, evidence, zones.label)
    score = sum([worth.get(at, least) for worth, least in asked.worths]) - EXTRA * extra
    if question.numbers:
        score += _numbers(question, zones)
    if question.qualifiers.years:
        score += 0.6 * any(f"{year}年" in zones.core for year in question.qualifiers.years)
    missing = tuple([word for word, places in asked.required if at not in places])
    return Fit(row, evidence, support, conflicts, extra, score - CONFLICT * len(conflicts), missing)


def _numbers(question: Question, zones: Zones) -> float:
    """Numbers of the question speak for the facts that hold them."""
    return sum(0.8 for claim in question.numbers if claim.text in zones.core + zones.own)


def _worth(word: Word, support: Support) -> float:
    size = min(len(word.text), 4) / 2
    if word.soft:
        return max(WEIGHT[support], 0.0) * size * SOFT
    return WEIGHT[support] * size


def _extra(forms: Iterable[str], evidence: Evidence, label: str) -> int:
    """Characters of the fact's name that no word of the question asks for."""
    if not label:
        return 0
    more = _unasked(label, tuple([form for form in forms if form in label]))
    return min(more, 6) if isinstance(evidence.fact, Indicator) else min(more, 8) // 2


@lru_cache(maxsize=20_000)
def _unasked(label: str, forms: tuple[str, ...]) -> int:
    free = bytearray(_particular(label))
    for form in forms:
        _strike(free, label, form)
    return sum(free)


@lru_cache(maxsize=5_000)
def _particular(label: str) -> bytes:
    """1 for the characters of a name that are in no generic word, 0 for the others."""
    free = bytearray([1]) * len(label)
    for form in GENERIC:
        _strike(free, label, form)
    return bytes(free)


def _strike(free: bytearray, label: str, form: str) -> None:
    at = label.find(form) if form not in _KINDS or label.endswith(form) else -1
    while at >= 0:
        free[at : at + len(form)] = bytes(len(form))
        at = label.find(form, at + 1)
