"""Heirs: a promise that an earlier edition made keeps the key it had there, wherever it stands now.

The ledger, reminders and calendar files name a commitment by its key; a corrected letter, or the
next issue of an office's table with rows added and moved, must not make another one of it.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from knowledge.glossary import Commitment, Findings

_ALIKE = 80  # of 100: 新增5个 made 新增6个 is still the same promise
_MARKS = re.compile(r"[^\w\u4e00-\u9fff]")


def with_older_keys(found: Findings, older: Sequence[Commitment]) -> Findings:
    """The same findings, the promises that were made before under their former keys."""
    pairs = {id(new): old.key for new, old in _pairs(found.commitments, older)}
    taken = {one.key for one in older}
    kept = tuple(
        replace(one, key=pairs[id(one)] if id(one) in pairs else _fresh(one.key, taken))
        for one in found.commitments
    )
    return replace(found, commitments=kept)


def _pairs(
    news: Sequence[Commitment], olds: Sequence[Commitment]
) -> Iterator[tuple[Commitment, Commitment]]:
    """Each with the one it continues: equal words first, then the likest of what is left."""
    waiting: dict[str, list[Commitment]] = defaultdict(list)
    for old in olds:
        waiting[_words(old)].append(old)
    rest: list[Commitment] = []
    for new in news:
        if same := waiting[_words(new)]:
            old = max(same, key=lambda one: _nearness(new, one))
            same.remove(old)
            yield new, old
        else:
            rest.append(new)
    left = [old for same in waiting.values() for old in same]
    yield from _likest(rest, left)


def _likest(
    news: Sequence[Commitment], olds: Sequence[Commitment]
) -> Iterator[tuple[Commitment, Commitment]]:
    scored = [
        (score, _nearness(new, old), -at, new, old)
        for at, new in enumerate(news)
        for old in olds
        if (score := fuzz.ratio(_words(new), _words(old), score_cutoff=_ALIKE))
    ]
    used: set[int] = set()
    for *_, new, old in sorted(scored, key=lambda one: one[:3], reverse=True):
        if not {id(new), id(old)} & used:
            used |= {id(new), id(old)}
            yield new, old


def _nearness(new: Commitment, old: Commitment) -> int:
    """How much else they share: unit, deadline, row."""
    same_day = bool(new.deadline and old.deadline and new.deadline.words == old.deadline.words)
    return 4 * (new.unit_words == old.unit_words) + 2 * same_day + (new.row == old.row)


def _words(one: Commitment) -> str:
    return _MARKS.sub("", one.text)


def _fresh(key: str, taken: set[str]) -> str:
    """A key that no earlier promise bears: 59-附-2, or 59-附-2~ where that is another's."""
    while key in taken:
        key += "~"
    return key
