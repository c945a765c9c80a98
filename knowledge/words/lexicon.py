"""The lexicon: curated words of the field, their other names, units, qualifiers and question words.

It is data that staff edit (knowledge/lexicon/*.yaml); the head of each file says how. No entry holds
an answer to a question.
"""

import functools
import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from knowledge.errors import LexiconFault
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

SHIPPED = Path(__file__).parent.parent / "lexicon"
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


@dataclass(frozen=True, eq=False)
class Lexicon:
    """词库: everything curated about words, checked as a whole when loaded."""

    folder: Path
    terms: Groups = field(default_factory=dict)
    aliases: Mapping[str, str] = field(default_factory=dict)
    counters: tuple[Words, ...] = ()
    general_counters: Words = ()
    measures: Mapping[str, Measure] = field(default_factory=dict)
    qualifiers: Mapping[str, tuple[Qualifier, ...]] = field(default_factory=dict)
    questions: Groups = field(default_factory=dict)
    fillers: Groups = field(default_factory=dict)
    light: Groups = field(default_factory=dict)
    verbs: Groups = field(default_factory=dict)
    departments: Mapping[str, DepartmentWords] = field(default_factory=dict)

    @classmethod
    def load(cls, folder: Path = SHIPPED) -> "Lexicon":
        """The lexicon of a folder; LexiconFault names all faults of all files."""
        faults = Faults()
        lexicon = _load(Path(folder), faults)
        if faults:
            raise LexiconFault("; ".join(faults), place=str(folder))
        return lexicon

    def raw(self, name: str) -> Any:
        """The parsed YAML of any other file of the folder, for what only one part reads."""
        return _raw(self.folder, name)

    def canonical(self, word: str) -> str:
        """The name a word goes by: 知产 -> 知识产权; a word without entry is its own."""
        seen = set()
        while word in self.aliases and word not in seen:
            seen.add(word)
            word = self.aliases[word]
        return word

    def aliases_of(self, name: str) -> Words:
        """The other names of a canonical one."""
        return self._aliases_by_name.get(name, ())

    def synonyms(self, word: str) -> frozenset[str]:
        """The word, its canonical name and all the other names of that."""
        name = self.canonical(word)
        return frozenset((word, name, *self.aliases_of(name)))

    def same_unit(self, one: str, other: str) -> bool:
        """Whether figures in two units may be compared as they are: 件 个, 家 户; not 元 万元."""
        if one == other:
            return True
        if one in self.measures or other in self.measures:
            return one in self.measures and self.measures[one] == self.measures.get(other)
        known = self.counter_words
        if one in self.general_counters or other in self.general_counters:
            return one in known and other in known
        return any(one in group and other in group for group in self.counters)

    @functools.cached_property
    def counter_words(self) -> frozenset[str]:
        """Every measure word that counts things."""
        return frozenset(self.general_counters).union(*self.counters)

    @functools.cached_property
    def unit_words(self) -> Words:
        """Every unit, the longest first (for patterns)."""
        return tuple(
            sorted({*self.counter_words, *self.measures}, key=lambda unit: (-len(unit), unit))
        )

    def qualifiers_of(self, word: str) -> tuple[Qualifier, ...]:
        """What a word says as a qualifier: 新增 -> (measure 新增,)."""
        return self._qualifiers_by_word.get(word, ())

    def contradict(self, one: str, other: str) -> bool:
        """Whether two qualifier words cannot speak of the same thing: 国家级 / 市级."""
        return any(
            mine.kind == theirs.kind
            and mine.name != theirs.name
            and theirs.name not in mine.together
            for mine in self.qualifiers_of(one)
            for theirs in self.qualifiers_of(other)
        )

    @functools.cached_property
    def question_kinds(self) -> Mapping[str, str]:
        """Question word -> kind, the longest words first."""
        pairs = sorted(members(self.questions), key=lambda pair: -len(pair[0]))
        return dict(pairs)

    @functools.cached_property
    def filler_words(self) -> frozenset[str]:
        """Words of a question that need no evidence."""
        return frozenset(word for word, _ in members(self.fillers))

    @functools.cached_property
    def light_words(self) -> frozenset[str]:
        """Words of a question that help to choose and need no evidence."""
        return frozenset(word for word, _ in members(self.light))

    @functools.cached_property
    def soft_words(self) -> frozenset[str]:
        """Words that weigh little in search: question words and fillers."""
        return self.filler_words | self.question_kinds.keys()

    def department(self, name: str) -> DepartmentWords | None:
        """The kind of department a name means: 区工商局, 清河区市场监督管理局 -> 市场监管局.

        The longest known name at the end of the given one decides.
        """
        for start in range(len(name)):
            found = self._departments_by_word.get(name[start:])
            if found is not None:
                return found
        return None

    @functools.cached_property
    def words(self) -> frozenset[str]:
        """Every word of two characters and more, for cutting and for names almost right."""
        sources: list[Iterable[str]] = [
            (word for word, _ in members(self.terms)),
            *self.aliases.items(),
            (
                word
                for group in self.qualifiers.values()
                for one in group
                for word in (one.name, *one.words)
            ),
            (word for word, _ in members(self.questions)),
            self.filler_words,
            self.light_words,
            (word for name, words in self.verbs.items() for word in (name, *words)),
            (word for one in self.departments.values() for word in (*one.all, *one.fields)),
            (unit for unit in self.unit_words if len(unit) > 1),
        ]
        return frozenset(word for source in sources for word in source if len(word) > 1)

    @functools.cached_property
    def version(self) -> str:
        """A short hash of the words, the same as long as cutting stays the same."""
        return hashlib.sha256("\n".join(sorted(self.words)).encode()).hexdigest()[:12]

    @functools.cached_property
    def _aliases_by_name(self) -> dict[str, Words]:
        groups: dict[str, list[str]] = {}
        for alias in self.aliases:
            groups.setdefault(self.canonical(alias), []).append(alias)
        return {name: tuple(words) for name, words in groups.items()}

    @functools.cached_property
    def qualifier_words(self) -> frozenset[str]:
        """Every word that says something as a qualifier."""
        return frozenset(self._qualifiers_by_word)

    @functools.cached_property
    def _qualifiers_by_word(self) -> dict[str, tuple[Qualifier, ...]]:
        found: dict[str, tuple[Qualifier, ...]] = {}
        for group in self.qualifiers.values():
            for one in group:
                for word in dict.fromkeys((one.name, *one.words)):
                    found[word] = (*found.get(word, ()), one)
        return found

    @functools.cached_property
    def _departments_by_word(self) -> dict[str, DepartmentWords]:
        return {word: one for one in self.departments.values() for word in one.all}


def _load(folder: Path, faults: Faults) -> Lexicon:
    general, counters, measures = _load_units(folder, faults)
    return Lexicon(
        folder=folder,
        terms=_load_groups(folder, "terms", faults),
        aliases=_load_aliases(folder, faults),
        counters=counters,
        general_counters=general,
        measures=measures,
        qualifiers=_load_qualifiers(folder, faults),
        questions=_load_groups(folder, "questions", faults),
        fillers=_load_groups(folder, "fillers", faults),
        light=_load_groups(folder, "light", faults),
        verbs=_load_groups(folder, "verbs", faults),
        departments=_load_departments(folder, faults),
    )


def _load_groups(folder: Path, name: str, faults: Faults) -> Groups:
    groups = groups_of(load_file(folder, name, faults), name, faults)
    check_once(members(groups), name, faults)
    return groups


def _load_aliases(folder: Path, faults: Faults) -> dict[str, str]:
    groups = groups_of(load_file(folder, "aliases", faults), "aliases", faults)
    check_once(members(groups), "aliases", faults)
    for word, name in members(groups):
        if len(word) < 2:
            faults.add("aliases", f"{word} (under {name}) is too short to be an alias")
    aliases = dict(members(groups))
    check_circles(aliases, "aliases", faults)
    return aliases


def _load_units(
    folder: Path, faults: Faults
) -> tuple[Words, tuple[Words, ...], dict[str, Measure]]:
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


def _load_qualifiers(folder: Path, faults: Faults) -> dict[str, tuple[Qualifier, ...]]:
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


def _load_departments(folder: Path, faults: Faults) -> dict[str, DepartmentWords]:
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


@functools.lru_cache(maxsize=64)
def _raw(folder: Path, name: str) -> Any:
    faults = Faults()
    loaded = load_file(folder, name, faults)
    if faults:
        raise LexiconFault("; ".join(faults), place=str(folder))
    return loaded
