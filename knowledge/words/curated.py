"""Curated files: reading a folder of YAML word lists, with every fault of theirs reported at once.

What the words mean is left to the lexicon; here they are only read and checked for shape.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

SHIPPED = Path(__file__).parent.parent / "lexicon"

Words = tuple[str, ...]
Groups = dict[str, Words]


class Faults(list[str]):
    """Sentences about what is wrong, each beginning with the file's name."""

    def add(self, file: str, sentence: str) -> None:
        self.append(f"{file}.yaml: {sentence}")


def load_file(folder: Path, name: str, faults: Faults) -> Any:
    """The parsed YAML of one file; an empty mapping where it is missing or broken (then a fault)."""
    path = folder / f"{name}.yaml"
    try:
        loaded = yaml.load(path.read_text(encoding="utf-8"), _loader(name, faults))
    except FileNotFoundError:
        faults.add(name, "missing")
    except (OSError, UnicodeError, yaml.YAMLError) as error:
        faults.add(name, " ".join(str(error).split()))
    else:
        return loaded if loaded is not None else {}
    return {}


def groups_of(loaded: Any, name: str, faults: Faults) -> Groups:
    """A mapping of lists, such as `件: [宗, 起]`, as tuples of words."""
    if not isinstance(loaded, Mapping):
        faults.add(name, "must be a mapping of names to lists of words")
        return {}
    return {str(key): words_of(words, name, str(key), faults) for key, words in loaded.items()}


def words_of(loaded: Any, name: str, key: str, faults: Faults) -> Words:
    """A list of words; None is an empty one."""
    if loaded is None:
        return ()
    if not isinstance(loaded, list) or not all(isinstance(word, str) for word in loaded):
        faults.add(name, f"{key} must be a list of words (put numbers and yes/no in quotes)")
        return ()
    return tuple(loaded)


def check_keys(loaded: Any, name: str, key: str, allowed: Iterable[str], faults: Faults) -> bool:
    """Whether a mapping has only the keys allowed."""
    if not isinstance(loaded, Mapping):
        faults.add(name, f"{key} must be a mapping")
        return False
    unknown = [str(found) for found in loaded if found not in allowed]
    if unknown:
        allowed_keys = ", ".join(allowed)
        faults.add(name, f"{key} has unknown keys {', '.join(unknown)} (allowed: {allowed_keys})")
    return True


def check_once(owners: Iterable[tuple[str, str]], name: str, faults: Faults) -> None:
    """Each word belongs to one owner; `owners` are pairs of word and owner."""
    seen: dict[str, str] = {}
    for word, owner in owners:
        if word in seen:
            faults.add(name, f"{word} stands twice (under {seen[word]} and {owner})")
        seen.setdefault(word, owner)


def check_circles(step: Mapping[str, str], name: str, faults: Faults) -> None:
    """Following a word from alias to name never comes back to it."""
    for word in step:
        path = [word]
        while path[-1] in step and step[path[-1]] not in path:
            path.append(step[path[-1]])
        if step.get(path[-1]) == word and word == min(path):
            faults.add(name, "goes in a circle: " + " -> ".join([*path, word]))


def members(groups: Groups) -> Iterator[tuple[str, str]]:
    """Pairs of word and group."""
    for group, words in groups.items():
        for word in words:
            yield word, group


def _loader(name: str, faults: Faults) -> Any:
    """PyYAML keeps the last of two equal keys in silence; this one reports them.

    The C loader, where PyYAML has it, reads the lexicon in 40 ms in place of 400.
    """
    base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    Loader: Any = type("Loader", (base,), {})

    def construct(loader: yaml.SafeLoader, node: yaml.MappingNode, deep: bool = False) -> Any:
        seen: set[str] = set()
        for key, _ in node.value:
            if key.value in seen:
                line = key.start_mark.line + 1
                faults.add(name, f"{key.value} stands twice as a key (line {line})")
            seen.add(key.value)
        return dict(yaml.SafeLoader.construct_mapping(loader, node, deep=True))

    constructor: Callable[..., Any] = construct
    Loader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, constructor)
    return Loader
