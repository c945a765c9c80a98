"""Synonyms: everyday words and those of documents that may stand in for one another."""

import functools
from collections.abc import Mapping

from knowledge.words import Lexicon


@functools.lru_cache(maxsize=4)
def synonyms(lexicon: Lexicon) -> Mapping[str, tuple[str, ...]]:
    """Each word with those of its groups: 孩子 -> 小孩 儿童 宝宝 …"""
    found: dict[str, dict[str, None]] = {}
    for groups in lexicon.raw("synonyms").values():
        for group in groups:
            for word in group:
                others = found.setdefault(word, {})
                others.update(dict.fromkeys(other for other in group if other != word))
    return {word: tuple(others) for word, others in found.items()}
