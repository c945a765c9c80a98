"""The entries of the lexicon's files, and how each file is read.

Whatever is wrong with a file is added to the faults, so that all of them are told at once.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from knowledge.words.curated import (
    Faults,
    Groups,
    Words,
    check_circles,
    check_keys,
    check_once,
    groups_of,
    load_file,
    members,
    words_of,
)

_DEPARTMENT_KEYS = ("full", "short", "former", "fields")


@dataclass(frozen=True, slots=True)
class Measure:
    """计量单位: a unit with a size; 万元 is 10000 of 元. Counters (件) are their own base, times 1."""

    base: str
    times: Decimal


@dataclass(frozen=True, slots=True)
class Qualifier:
    """限定词: one member of a class whose members contradict each other (level: 国家级, 市级 …)."""

    kind: str
    name: str
    words: Words
    together: frozenset[str] = frozenset()  # members of the class that may hold at the same time


@dataclass(frozen=True, slots=True)
class DepartmentWords:
    """承办单位的各种叫法: a kind of department, its full, short and former names, its fields."""

    name: str
    full: Words = ()
    short: Words = ()
    former: Words = ()
    fields: Words = ()

    @property
    def all(self) -> Words:
        """Every name it goes by, its own first."""
        return tuple(dict.fromkeys((self.name, *self.full, *self.short, *self.former)))


def read_groups(folder: Path, name: str, faults: Faults) -> Groups:
    """A file of word lists by name."""
    groups = groups_of(load_file(folder, name, faults), name, faults)
    check_once(members(groups), name, faults)
    return groups


def read_aliases(folder: Path, faults: Faults) -> dict[str, str]:
    """Other name -> the name it stands for."""
    groups = groups_of(load_file(folder, "aliases", faults), "aliases", faults)
    check_once(members(groups), "aliases", faults)
    for word, name in members(groups):
        if len(word) < 2:
            faults.add("aliases", f"{word} (under {name}) is too short to be an alias")
    aliases = dict(members(groups))
    check_circles(aliases, "aliases", faults)
    return aliases


def read_units(folder: Path, faults: Faults) -> tuple[Words, tuple[Words, ...], dict[str, Measure]]:
    """General counters, groups of counters that are alike, and measures with their sizes."""
    loaded = load_file(folder, "units", faults)
    if not check_keys(loaded, "units", "the file", ("general", "counters", "measures"), faults):
        return (), (), {}
    general = words_of(loaded.get("general"), "units", "general", faults)
    counters = tuple(
        words_of(group, "units", "counters", faults) for group in loaded.get("counters") or ()
    )
    owners = [(word, group[0]) for group in counters for word in group]
    measures: dict[str, Measure] = {}
    for base, sizes in (loaded.get("measures") or {}).items():
        for times, words in (sizes or {}).items():
            for word in words_of(words, "units", str(base), faults):
                owners.append((word, str(base)))
                measures[word] = Measure(str(base), Decimal(str(times)))
    check_once(owners, "units", faults)
    return general, counters, measures


def read_qualifiers(folder: Path, faults: Faults) -> dict[str, tuple[Qualifier, ...]]:
    """Class -> its members, which contradict each other unless they go together."""
    loaded = load_file(folder, "qualifiers", faults)
    kinds: dict[str, tuple[Qualifier, ...]] = {}
    for kind, entry in loaded.items():
        if check_keys(entry, "qualifiers", str(kind), ("members", "together"), faults):
            kinds[str(kind)] = _qualifier_class(str(kind), entry, faults)
    return kinds


def _qualifier_class(kind: str, entry: Mapping[str, Any], faults: Faults) -> tuple[Qualifier, ...]:
    groups = groups_of(entry.get("members") or {}, "qualifiers", faults)
    check_once(((word, f"{kind} {name}") for word, name in members(groups)), "qualifiers", faults)
    together = [set(pair) for pair in entry.get("together") or ()]
    for name in set().union(*together) - groups.keys():
        faults.add("qualifiers", f"together of {kind} names {name}, which is no member")
    return tuple(
        Qualifier(
            kind, name, words, frozenset().union(*(pair for pair in together if name in pair))
        )
        for name, words in groups.items()
    )


def read_departments(folder: Path, faults: Faults) -> dict[str, DepartmentWords]:
    """Kinds of departments by name."""
    loaded = load_file(folder, "departments", faults)
    departments = {}
    for name, entry in loaded.items():
        entry = entry or {}
        if check_keys(entry, "departments", str(name), _DEPARTMENT_KEYS, faults):
            lists = {
                key: words_of(entry.get(key), "departments", name, faults)
                for key in _DEPARTMENT_KEYS
            }
            departments[name] = DepartmentWords(name, **lists)
    check_once(
        ((word, one.name) for one in departments.values() for word in one.all),
        "departments",
        faults,
    )
    return departments
