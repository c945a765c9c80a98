"""Shelf: heads, facts and words of the letters in memory, kept up with the database.

Whoever asks sees every change that was committed before, by this process or another, and only what
changed is read again: a letter more among thousands costs a few milliseconds.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from threading import RLock

from knowledge.glossary import Evidence, LetterHead
from knowledge.library.areas import own_areas
from knowledge.store import Database, changes, loading
from knowledge.words import Cutter, Lexicon, NameBook

KEPT_LETTERS = 200  # letters whose facts stay in memory
WARM_LETTERS = 20  # of them, the newest are loaded at the start
_MANY = 500  # changed letters from which reading all heads anew is no dearer

Heads = dict[int, LetterHead]  # by id; never changed, but replaced as a whole


class Shelf:
    """书架: what every answer needs at hand; threads may share it."""

    def __init__(self, database: Database, lexicon: Callable[[], Lexicon]) -> None:
        self._database = database
        self._lexicon = lexicon
        self._lock = RLock()
        self._seen_version = -1  # of the file: whether there is anything to catch up with
        self._seen_change: int | None = None
        self._edition = 0
        self._heads: Heads = {}
        self._live: tuple[LetterHead, ...] = ()
        self._areas: Mapping[str, str] = {}
        self._facts: dict[int, list[Evidence]] = {}
        self._cutter: Cutter | None = None
        self._names: NameBook | None = None

    def heads(self) -> Heads:
        """Every letter, the replaced ones too, oldest first."""
        version = self._database.version()
        with self._lock:
            if version != self._seen_version:
                self._catch_up()
                self._seen_version = version
            return self._heads

    def edition(self) -> int:
        """A number that changes with the letters: what was made of them is good as long as it
        stays.
        """
        self.heads()
        return self._edition

    def live(self) -> tuple[LetterHead, ...]:
        """Every letter that answers, oldest first."""
        self.heads()
        return self._live

    def areas(self) -> Mapping[str, str]:
        """The districts of the letters' agencies in full, by the ways they are called."""
        self.heads()
        return self._areas

    def facts(self, letter_id: int, load: Callable[[], list[Evidence]]) -> list[Evidence]:
        """The facts of a letter, loaded where they are not at hand."""
        head = self.heads()[letter_id]
        with self._lock:
            if letter_id in self._facts:  # the longest unused is forgotten first
                kept = self._facts[letter_id] = self._facts.pop(letter_id)
                return kept
        found = load()
        with self._lock:
            while len(self._facts) >= KEPT_LETTERS:
                self._facts.pop(next(iter(self._facts)))
            if self._heads.get(letter_id) is head:
                self._facts[letter_id] = found
        return found

    @property
    def cutter(self) -> Cutter:
        """Cuts text into words; knows the names of the letters."""
        with self._lock:
            if self._cutter is None:
                self._cutter = Cutter(self._lexicon(), self._read_names())
            return self._cutter

    @property
    def names(self) -> NameBook:
        """The names of the lexicon and the letters, to find those almost right."""
        with self._lock:
            if self._names is None:
                self._names = NameBook(self._read_names(), self._lexicon())
            return self._names

    # -- catching up ---------------------------------------------------------------------------

    def _catch_up(self) -> None:
        with self._database.read() as reading:
            changed = self._changed(changes.since(reading, self._seen_change or 0))
            self._seen_change = changes.last(reading)
            read = {head.id: head for head in loading.heads(reading, changed)}
            if changed is None or _forgets_names(changed, self._heads, read):
                self._cutter = self._names = None
            elif self._cutter or self._names:
                self._learn(loading.names(reading, read))
        kept = {} if changed is None else {i: h for i, h in self._heads.items() if i not in changed}
        self._heads = dict(sorted((kept | read).items()))
        self._live = tuple(h for h in self._heads.values() if h.superseded_by is None)
        self._areas = own_areas({h.letter.agency or "" for h in self._live})
        self._facts = {} if changed is None else _without(self._facts, changed)
        self._edition += 1

    def _changed(self, letters: Sequence[int]) -> frozenset[int] | None:
        """The letters to read again; None for all."""
        if self._seen_change is None or len(letters) > _MANY:
            return None
        return frozenset(letters)

    def _learn(self, names: Sequence[str]) -> None:
        if self._cutter:
            self._cutter = self._cutter.with_names(names)
        if self._names:
            self._names = self._names.with_names(names)

    def _read_names(self) -> list[str]:
        self.heads()  # first, for what it reads anew forgets the names
        with self._database.read() as reading:
            return loading.names(reading)


def _forgets_names(changed: Collection[int], old: Heads, new: Heads) -> bool:
    """Whether names may have gone: a letter was removed or read anew, not only replaced."""
    return any(id in old and not _only_replaced(old[id], new.get(id)) for id in changed)


def _only_replaced(old: LetterHead, new: LetterHead | None) -> bool:
    return new is not None and new != old and replace(old, superseded_by=new.superseded_by) == new


def _without(
    facts: dict[int, list[Evidence]], letters: Collection[int]
) -> dict[int, list[Evidence]]:
    return {id: found for id, found in facts.items() if id not in letters}
