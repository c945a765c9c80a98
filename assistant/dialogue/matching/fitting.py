"""How well one fact fits a question: which words it bears, what contradicts it.

A word that only the sentence around bears, and there as the name of a *neighbour's* figure, does
not count: 参与国家标准已发布5项，行业标准…正在制定3项 says nothing of 国家标准正在制定.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from assistant.dialogue.matching.conflicts import conflicts_of
from assistant.dialogue.matching.zones import Zones, zones_of
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
_TAILS = "奖点者性数量率化度式类款版处性方们"
EXTRA = 0.22  # for every character of the fact's name nobody asked for
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


@dataclass(frozen=True, slots=True)
class Fit:
    """贴合: a fact held against a question."""

    evidence: Evidence
    support: tuple[tuple[Word, Support], ...]
    conflicts: tuple[str, ...]
    extra: int  # characters of its name nobody asked for
    score: float

    @property
    def missing(self) -> tuple[Word, ...]:
        """Required words it does not bear."""
        return tuple(w for w, s in self.support if s is Support.NONE and not w.soft)

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


def fit(question: Question, evidence: Evidence, neighbours: tuple[str, ...] = ()) -> Fit:
    """Hold a fact against the question; `neighbours` are names of figures in the same sentence."""
    zones = zones_of(evidence)
    support = tuple((word, _support(word, zones, neighbours)) for word in question.words)
    if support and all(found is Support.NONE for _, found in support):
        return Fit(evidence, support, (), 0, sum(_worth(word, found) for word, found in support))
    conflicts = conflicts_of(question, evidence, zones)
    extra = _extra(question, evidence, zones)
    score = sum(_worth(word, found) for word, found in support) - EXTRA * extra
    score += _numbers(question, zones)
    score += 0.6 * any(f"{year}年" in zones.core for year in question.qualifiers.years)
    return Fit(evidence, support, conflicts, extra, score - 4.0 * len(conflicts))


def _numbers(question: Question, zones: Zones) -> float:
    """Numbers of the question speak for the facts that hold them."""
    return sum(0.8 for claim in question.numbers if claim.text in zones.core + zones.own)


def _support(word: Word, zones: Zones, neighbours: tuple[str, ...]) -> Support:
    if _stands_in(word.forms, zones.core, word.whole) or _shortens(word.text, zones.label):
        return Support.CORE
    if _stands_in(word.forms, zones.own, word.whole):
        return Support.OWN
    if _stands_in(word.forms, zones.quote, word.whole):
        theirs = word.name and any(form in name for name in neighbours for form in word.forms)
        return Support.NONE if theirs else Support.QUOTE
    if _stands_in(word.forms, zones.context, word.whole):
        return Support.CONTEXT
    return Support.NONE


def _apart(forms: tuple[str, ...], text: str) -> bool:
    """Latin letters stand for themselves: A级 is not in AA级."""
    return any(re.search(rf"(?<![A-Za-z0-9]){re.escape(form)}", text, re.I) for form in forms)


@lru_cache(maxsize=100_000)
def _shortens(word: str, label: str) -> bool:
    """Is the word the fact's name in short: 公办园 for 公办幼儿园?"""
    if len(word) < 3 or not label or word[-1] != label[-1] or len(label) > len(word) + 6:
        return False
    rest = iter(label)
    return all(char in rest for char in word)


@lru_cache(maxsize=100_000)
def _stands_in(forms: tuple[str, ...], text: str, whole: bool) -> bool:
    """Any form of the word, or both halves of a compound (商标许可 in 商标专利的许可)."""
    if forms[0][0].isascii() and forms[0][0].isalpha():
        return _apart(forms, text)
    if any(form in text for form in forms):
        return True
    long = forms[0]
    if len(long) > 2 and long[-1] in _TAILS and long[:-1] in text:
        return True
    return not whole and any(
        long[:cut] in text and long[cut:] in text for cut in range(2, len(long) - 1)
    )


def _worth(word: Word, support: Support) -> float:
    size = min(len(word.text), 4) / 2
    if word.soft:
        return max(WEIGHT[support], 0.0) * size * SOFT
    return WEIGHT[support] * size


def _extra(question: Question, evidence: Evidence, zones: Zones) -> int:
    """Characters of the fact's name that no word of the question asks for."""
    label = zones.label
    if not label:
        return 0
    free = [True] * len(label)
    forms = [form for word in question.words for form in word.forms]
    for form in [*forms, *GENERIC]:
        at = label.find(form)
        while at >= 0:
            free[at : at + len(form)] = [False] * len(form)
            at = label.find(form, at + 1)
    more = sum(free)
    return min(more, 6) if isinstance(evidence.fact, Indicator) else min(more, 8) // 2
