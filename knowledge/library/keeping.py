"""Keeping: documents and what was understood of them into the database and out of it again.

One transaction a document, with its facts, its search index and its place among the editions of the
same letter: whoever is killed leaves all of it or nothing.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy.orm import Session

from knowledge.glossary import Document, Findings, LetterHead, ReplyLetter
from knowledge.library.codes import code_head, recoded
from knowledge.library.finding import rows_of
from knowledge.library.heirs import with_older_keys
from knowledge.search import SearchIndex
from knowledge.store import Database, editions, loading, reviews, saving
from knowledge.store.contradictions import contradictions
from knowledge.store.editions import Edition

_LETTERS = "bcdefghijkmnpqrstuvwxyz"  # behind a code that is taken: 59b; l and o look like digits


@dataclass(frozen=True, slots=True)
class Kept:
    """入库: a stored letter: its findings under their codes, and which code came before or after it."""

    id: int
    findings: Findings
    replaces: str = ""
    replaced_by: str = ""


class Keeper:
    """保管: `index_of` gives the search index of a session."""

    def __init__(self, database: Database, index_of: Callable[[Session], SearchIndex]) -> None:
        self._database = database
        self._index_of = index_of

    def known(self, digest: str) -> LetterHead | None:
        """The letter that was made of a file with this digest."""
        with self._database.read() as reading:
            letter_id = loading.letter_of_digest(reading, digest)
            heads = loading.heads(reading, [letter_id]) if letter_id is not None else [None]
        return heads[0]

    def stored(self, head: LetterHead) -> tuple[Document, Findings]:
        """A letter as it is stored; its blocks are not kept."""
        with self._database.read() as reading:
            text = loading.text(reading, head.id)
            return Document(head.name, text, (), head.digest, head.origin), loading.findings(
                reading, head
            )

    def review_of(self, digest: str) -> dict[str, Any] | None:
        """The sheet by which a person corrected what was understood of a file."""
        with self._database.read() as reading:
            return reviews.sheet_of(reading, digest)

    def note_review(self, digest: str, sheet: dict[str, Any]) -> None:
        """Keep a sheet for a file that is not stored yet."""
        with self._database.write() as writing:
            reviews.put(writing, digest, sheet)

    def keep(self, document: Document, found: Findings, source: str) -> Kept:
        """Store a document that is not known yet."""
        with self._database.write() as writing:
            code = _free_code(writing, code_head(found))
            found = recoded(found, code)
            before = editions.live_edition(writing, found.letter, source)
            if before is not None:
                (head,) = loading.heads(writing, [before.id])
                found = with_older_keys(found, loading.findings(writing, head).commitments)
            others = contradictions(writing, found, document.text, before.id if before else 0)
            found = replace(found, warnings=(*found.warnings, *others))
            letter_id = saving.save(writing, found, document, code)
            reviewed = reviews.sheet_of(writing, document.digest) is not None
            saving.mark(writing, letter_id, {"source": source, "reviewed": reviewed})
            self._add_to_index(writing, letter_id)
            new = Edition(letter_id, code, found.letter.date, source)
            newest = self._compete(writing, before, new)
        if before is None:
            return Kept(letter_id, found)
        replaces, replaced_by = (before.code, "") if newest else ("", before.code)
        return Kept(letter_id, found, replaces, replaced_by)

    def correct(self, head: LetterHead, found: Findings, sheet: dict[str, Any]) -> None:
        """Store what a person corrected; the letter keeps its id and its codes."""
        with self._database.write() as writing:
            reviews.put(writing, head.digest, sheet)
            text = loading.text(writing, head.id)
            saving.correct(writing, head.id, found, text)
            saving.mark(writing, head.id, {"reviewed": True})
            self._index_of(writing).remove(head.id)
            if head.superseded_by is None:
                self._add_to_index(writing, head.id)
                if _name(found.letter) != _name(head.letter):
                    self._rename(writing, head, found.letter)

    def remove(self, letter_id: int) -> None:
        """Take a letter out; what it superseded answers again, unless something newer does."""
        with self._database.write() as writing:
            successor = editions.successor_of(writing, letter_id)
            older = editions.predecessors(writing, letter_id)
            self._index_of(writing).remove(letter_id)
            saving.remove(writing, letter_id)
            self._inherit(writing, older, successor)

    def _rename(self, writing: Session, head: LetterHead, letter: ReplyLetter) -> None:
        """A letter that turned out to be another one leaves its editions and joins those of that."""
        source = saving.source_of(writing, head.id)
        self._inherit(writing, editions.predecessors(writing, head.id), None)
        before = editions.live_edition(writing, letter, source, but=head.id)
        self._compete(writing, before, Edition(head.id, head.code, letter.date, source))

    def _compete(self, writing: Session, before: Edition | None, new: Edition) -> bool:
        """Let the newer of two editions answer; of one file the content that came last is newer."""
        if before is None:
            return True
        newest = new.order > before.order or bool(new.source) and new.source == before.source
        older, newer = (before, new) if newest else (new, before)
        editions.set_successor(writing, older.id, newer.id)
        self._index_of(writing).remove(older.id)
        return newest

    def _inherit(self, writing: Session, older: list[Edition], successor: int | None) -> None:
        """Give editions whose successor has gone another one; failing that the newest answers."""
        if successor is None and older:
            heir = max(older, key=lambda one: one.order)
            older = [one for one in older if one is not heir]
            successor = heir.id
            editions.set_successor(writing, heir.id, None)
            self._add_to_index(writing, heir.id)
        for one in older:
            editions.set_successor(writing, one.id, successor)

    def _add_to_index(self, writing: Session, letter_id: int) -> None:
        self._index_of(writing).add(rows_of(writing, letter_id))


def _name(letter: ReplyLetter) -> ReplyLetter:
    """What editions of one letter have in common."""
    return replace(
        ReplyLetter(), agency=letter.agency, number=letter.number, session=letter.session
    )


def _free_code(writing: Session, wanted: str) -> str:
    """The code itself, or with the first letter behind it that is free: 59, 59b, 59c …"""
    taken = loading.codes_like(writing, wanted)
    names = (wanted, *(wanted + letter for letter in _LETTERS))
    free = (name for name in names if name not in taken)
    return next(free, f"{wanted}x{len(taken)}")
