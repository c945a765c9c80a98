"""Vocabulary: the words around figures, names and titles, as patterns compiled once.

Made from the lexicon's files figures, listings and recognitions; what is found with them is left
to the extractors.
"""

import functools
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from knowledge.words.lexicon import Lexicon

Pattern = re.Pattern[str]
_NOT_UNITS = frozenset(
    "年 月 日 周 成 半 大 学年 周年 步 方 面 部分 阶段 方面 环节 级 公尺 平 样 口".split()
)


@dataclass(frozen=True)
class Vocabulary:
    """词汇: compiled patterns; each named for what it finds."""

    unit: Pattern  # a unit where it stands behind a number, not the beginning of another word
    structuring: Pattern
    bound_before: Pattern  # at the end of a text
    bound_behind: Pattern
    opener: Pattern
    closer: Pattern
    having: Pattern
    doing: Pattern
    doing_last: Pattern
    following: Pattern
    rising_last: Pattern
    falling_last: Pattern
    status_last: Pattern
    status_first: Pattern
    bare: frozenset[str]
    belonging: frozenset[str]
    holder: Pattern
    ahead: Pattern
    difficulty: Pattern
    measures: Mapping[str, Pattern]
    leading: Pattern  # what leads to the first name of a series
    stage: Pattern  # the stage listed things are at
    titles: Mapping[str, Any]


@functools.lru_cache(maxsize=8)
def vocabulary_of(lexicon: Lexicon) -> Vocabulary:
    """The vocabulary of a lexicon."""
    words, lists = lexicon.raw("figures"), lexicon.raw("listings")
    return Vocabulary(
        unit=_unit_pattern(lexicon, words),
        structuring=re.compile(one_of(words["structuring"])),
        bound_before=re.compile(one_of(words["bounds_before"]) + "$"),
        bound_behind=re.compile(one_of(words["bounds_behind"])),
        opener=re.compile(one_of(words["openers"])),
        closer=re.compile(one_of(words["closers"]) + "$"),
        having=re.compile(one_of(words["having"]) + "了?"),
        doing=re.compile(one_of(words["doing"]) + "了?"),
        doing_last=re.compile(one_of(words["doing"]) + "了?$"),
        following=re.compile(one_of([*words["following"], *words["doing"]])),
        rising_last=re.compile(one_of(words["rising"]) + "了?约?$"),
        falling_last=re.compile(one_of(words["falling"]) + "了?约?$"),
        status_last=re.compile(one_of(words["statuses"]) + "的?$"),
        status_first=re.compile(one_of(words["statuses"])),
        bare=frozenset(words["bare"]),
        belonging=frozenset(words["belonging"]),
        holder=re.compile(one_of(words["holders"])),
        ahead=re.compile(one_of(words["ahead"])),
        difficulty=re.compile(one_of(words["difficulties"])),
        measures={name: re.compile(one_of(list_)) for name, list_ in words["measures"].items()},
        leading=re.compile(one_of(lists["leading"]) + "了?"),
        stage=re.compile(one_of(lists["statuses"])),
        titles=lexicon.raw("recognitions"),
    )


def one_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(map(re.escape, ordered)) + ")"


def _unit_pattern(lexicon: Lexicon, words: Mapping[str, Any]) -> Pattern:
    """Units longest first; 家 is none in 家庭, 个 none before 方面."""
    units = {*lexicon.unit_words, *words["units"]} - _NOT_UNITS
    blocked = words["no_figure"]
    parts = []
    for unit in sorted(units, key=lambda unit: (-len(unit), unit)):
        behind = [re.escape(word) for word in blocked.get(unit, ())]
        parts.append(re.escape(unit) + (f"(?!{'|'.join(behind)})" if behind else ""))
    return re.compile("|".join(parts))
