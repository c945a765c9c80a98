"""The lexicon: curated words of the field, their other names, units, qualifiers and question words.

It is data that staff edit (knowledge/lexicon/*.yaml); the head of each file says how. No entry
holds an answer to a question.
"""

import functools
import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from knowledge.errors import LexiconFault
from knowledge.words.curated import SHIPPED, Faults, Groups, Words, groups_of, load_file, members
from knowledge.words.entries import (
    DepartmentWords,
    Measure,
    Qualifier,
    read_aliases,
    read_departments,
    read_groups,
    read_qualifiers,
    read_units,
)
from knowledge.words.patterns import check_patterns


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
    everyday: Groups = field(default_factory=dict)
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
            self.everyday,
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
    general, counters, measures = read_units(folder, faults)
    check_patterns(folder, faults)
    return Lexicon(
        folder=folder,
        terms=read_groups(folder, "terms", faults),
        aliases=read_aliases(folder, faults),
        counters=counters,
        general_counters=general,
        measures=measures,
        qualifiers=read_qualifiers(folder, faults),
        questions=read_groups(folder, "questions", faults),
        fillers=read_groups(folder, "fillers", faults),
        light=read_groups(folder, "light", faults),
        verbs=read_groups(folder, "verbs", faults),
        everyday=groups_of(load_file(folder, "everyday", faults), "everyday", faults),
        departments=read_departments(folder, faults),
    )


@functools.lru_cache(maxsize=64)
def _raw(folder: Path, name: str) -> Any:
    faults = Faults()
    loaded = load_file(folder, name, faults)
    if faults:
        raise LexiconFault("; ".join(faults), place=str(folder))
    return loaded
