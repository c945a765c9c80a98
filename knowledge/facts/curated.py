"""Curated words of the lexicon that only the reading of letters needs, each file read once.

They go with the program, because a letter's outline is made before anybody has a lexicon in hand.
"""

import functools
from typing import Any

from knowledge.facts.vocabulary import one_of
from knowledge.words.curated import SHIPPED
from knowledge.words.lexicon import Lexicon


@functools.cache
def curated(file: str) -> dict[str, Any]:
    """A file of the shipped lexicon as it stands: groups of words."""
    loaded: dict[str, Any] = Lexicon(SHIPPED).raw(file)
    return loaded


@functools.cache
def shipped() -> Lexicon:
    """The lexicon that goes with the program."""
    return Lexicon.load()


@functools.cache
def any_of(file: str, *groups: str) -> str:
    """A pattern for any word of some groups: any_of("offices", "charge") finds 负责, 牵头 …"""
    return one_of(word for group in groups for word in curated(file)[group])
