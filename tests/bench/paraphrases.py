"""Frequent questions and the same asked in other words: what is matched there is question to
question.

What looks like an entry and asks something else lies beside it. Half was written after matching was
tuned; each half is a task of its own.
"""

import random
from pathlib import Path

import yaml

from tests.bench.corpus import Asked, misspelt

FILE = Path(__file__).with_name("paraphrases.yaml")
HALVES = ("develop", "measure")
_SEED = 59
_SLIPS = 3  # misspelt forms of each question


def entries(half: str) -> tuple[list[str], list[Asked]]:
    """The entries of both halves with their near misses, and a half's questions about them."""
    rows = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    passages = [
        text for name in HALVES for entry, _, other in rows[name] for text in (entry, other)
    ]
    places = {text: place for place, text in enumerate(passages)}
    return passages, [Asked(same, places[entry]) for entry, same, _ in rows[half]]


def misspelt_all(asked: list[Asked]) -> list[Asked]:
    """Each question a few times, with another slip each time; always the same."""
    chance = random.Random(_SEED)
    return [Asked(misspelt(one.text, chance), one.right) for one in asked for _ in range(_SLIPS)]
