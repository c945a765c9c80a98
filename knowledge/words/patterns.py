"""Patterns kept as data: the ways a thing is worded, one alternative a line, for staff to extend.

A file of lexicon/patterns/ is a list, because its order counts: what stands first is tried first.

    - parts: {unit: [个, 件]}           names that `{unit}` stands for in what follows
    - figure: ['多少{unit}?', 几成]      a pattern: its alternatives, regular expressions of Python
"""

import functools
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from knowledge.errors import LexiconFault
from knowledge.words.curated import SHIPPED, Faults, load_file, words_of

FOLDER = "patterns"
Named = tuple[str, str]
_PART = re.compile(r"\{([a-z_]+)\}")


@functools.lru_cache(maxsize=64)
def patterns(name: str, folder: Path = SHIPPED) -> tuple[Named, ...]:
    """Pairs of name and pattern, in the file's order; a name may come again further down.

    LexiconFault names every fault of the file.
    """
    faults = Faults()
    found = read_patterns(folder, f"{FOLDER}/{name}", faults)
    if faults:
        raise LexiconFault("; ".join(faults), place=str(folder))
    return found


def compiled(name: str, flags: int = 0) -> dict[str, re.Pattern[str]]:
    """The patterns of a file whose names differ, ready to use."""
    return {key: re.compile(pattern, flags) for key, pattern in patterns(name)}


def check_patterns(folder: Path, faults: Faults) -> None:
    """What is wrong with any of a lexicon's files of patterns is added to the faults."""
    for path in sorted((folder / FOLDER).glob("*.yaml")):
        read_patterns(folder, f"{FOLDER}/{path.stem}", faults)


def read_patterns(folder: Path, name: str, faults: Faults) -> tuple[Named, ...]:
    """The pairs of one file; what is wrong with it is added to the faults."""
    loaded = load_file(folder, name, faults)
    if not isinstance(loaded, list):
        faults.add(name, "must be a list of `name: [alternative, …]`")
        return ()
    return tuple(_pairs(loaded, name, faults))


def _pairs(entries: list[Any], file: str, faults: Faults) -> Iterator[Named]:
    parts: dict[str, str] = {}
    for entry in entries:
        if not isinstance(entry, dict):
            faults.add(file, f"{entry} must be `name: [alternative, …]`")
            continue
        for name, words in entry.items():
            if name != "parts":
                yield name, _joined(words, file, name, parts, faults)
            elif isinstance(words, dict):
                for part, alternatives in words.items():
                    parts[part] = f"(?:{_joined(alternatives, file, part, parts, faults)})"
            else:
                faults.add(file, "parts must be a mapping of names to alternatives")


def _joined(words: Any, file: str, name: str, parts: dict[str, str], faults: Faults) -> str:
    """The alternatives as one pattern; each must be a regular expression of its own."""
    whole = [_whole(word, file, parts, faults) for word in words_of(words, file, name, faults)]
    for alternative in whole:
        try:
            re.compile(alternative)
        except re.error as error:
            faults.add(file, f"{name}: {alternative} is no regular expression ({error})")
    return "|".join(whole)


def _whole(word: str, file: str, parts: dict[str, str], faults: Faults) -> str:
    for part in _PART.findall(word):
        if part not in parts:
            faults.add(file, f"{word}: there is no part {part} above it")
    return _PART.sub(lambda found: parts.get(found.group(1), ""), word)
