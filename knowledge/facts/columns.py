"""Columns: what the columns of a commitment or deadline table are about, by their names.

The kinds: seq (序号), code (编号), what (承诺事项), when (完成时限), who (责任单位), support (配合单位),
person (责任人), progress (进展), target (目标值), note (备注), deputy (代表), closed (销号). Their words stand
in the lexicon.
"""

import re
from functools import cache

from rapidfuzz import fuzz, process

from knowledge.facts.curated import curated
from knowledge.facts.vocabulary import one_of

_LIKE = 74  # of 100: one character of four may be another
_LONGEST = 16  # characters of a column's name


def column_kind(name: str) -> str | None:
    """What a column is about, or None: 承诺落实时间 -> when, 完成情况 -> progress, 2022年目标 -> None."""
    plain = _plain(name)
    if not 0 < len(plain) <= _LONGEST or re.search(r"(?:19|20)\d\d", plain):
        return None
    return next((kind for kind, pattern in _patterns() if pattern.search(plain)), None)


def nearest_kind(name: str) -> str | None:
    """The kind of a name that is nearly a known one: 完成时线 -> when; None where none is near."""
    plain = _plain(name)
    if len(plain) < 3:
        return None
    known = _known("names")
    found = process.extractOne(plain, list(known), scorer=fuzz.ratio, score_cutoff=_LIKE)
    return known[found[0]] if found else None


@cache
def duty_labels() -> dict[str, str]:
    """The names that stand as labels behind or below a promise, and their kinds: 责任单位 -> who."""
    return _known("labels")


def _plain(name: str) -> str:
    return re.sub(r"（[^）]*）|[\s：]", "", name)


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The kinds in the order in which they are tried."""
    found = []
    for kind, words in curated("columns").items():
        parts = [
            f"^{one_of(words['whole'])}$" if "whole" in words else "",
            one_of(words["words"]) if "words" in words else "",
            f"{one_of(words['ends'])}$" if "ends" in words else "",
        ]
        found.append((kind, re.compile("|".join(filter(None, parts)))))
    return tuple(found)


@cache
def _known(list_: str) -> dict[str, str]:
    """The words of one list and the kinds they belong to."""
    groups = curated("columns").items()
    return {word: kind for kind, words in groups for word in words.get(list_, ())}
