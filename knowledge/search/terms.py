"""Terms: the three layers of a text by which it is found: words, pairs of characters, characters.

Words carry meaning, pairs survive a word that was cut otherwise, characters survive a slip.
"""

import re
from collections.abc import Iterable

# Runs of Chinese characters, and numbers and Latin words whole: 3.85, 90%, pct.
_RUN = re.compile("[\u3400-\u9fff〇]+|[a-z0-9]+(?:\\.[0-9]+)?%?")

WORDS, PAIRS, CHARACTERS = "w", "p", "c"
LAYERS = (WORDS, PAIRS, CHARACTERS)


def pairs(text: str) -> list[str]:
    """Neighbouring characters two by two: "清河区PCT" -> 清河 河区 pct."""
    found: list[str] = []
    for run in _RUN.findall(text.lower()):
        if is_chinese(run) and len(run) > 1:
            found.extend(map("".join, zip(run, run[1:], strict=False)))
        else:
            found.append(run)
    return found


def characters(text: str) -> list[str]:
    """Characters one by one, numbers and Latin words whole: "清河PCT" -> 清 河 pct."""
    found: list[str] = []
    for run in _RUN.findall(text.lower()):
        found.extend(run if is_chinese(run) else (run,))
    return found


def is_chinese(term: str) -> bool:
    """Whether a term is of Chinese characters."""
    return term[0] > "\u33ff" or term[0] == "〇"


def safe(terms: Iterable[str]) -> str:
    """Terms joined for an index that splits at blanks and knows no other mark inside a term."""
    return " ".join(term for term in terms if _SAFE.fullmatch(term))


_SAFE = re.compile(r"[^\x00-\x24\x26-\x2d\x2f\x3a-\x60\x7b-\x7f\s]+")
