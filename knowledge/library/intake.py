"""Intake: documents into the database and out of it again, each whole or not at all.

One transaction a document, in the order given: a run that is killed leaves whole documents only, and
the same run again ends in the same database. Of several editions of a letter the newest answers.
"""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.orm import Session

from knowledge.errors import KnowledgeError
from knowledge.glossary import Document, Findings
from knowledge.library.codes import code_head, recoded
from knowledge.reading import Limits, read_all
from knowledge.search import SearchIndex
from knowledge.store import Database, loading, saving
from knowledge.store.editions import Edition, editions_of, set_successor

_LETTERS = "bcdefghijkmnpqrstuvwxyz"  # behind a code that is taken: 59b; l and o look like digits


@dataclass(frozen=True, slots=True)
class Arrival:
    """收文: what became of one document: stored as a letter, known already, or only looked at."""

    document: Document
    findings: Findings
    letter_id: int | None = None
    known: bool = False
    replaces: str = ""  # code of the letter it supersedes
    replaced_by: str = ""  # code of a newer edition that goes on answering


Arrivals = Iterator[tuple[Path, Arrival | KnowledgeError]]


class Intake:
    """收发: keeps documents and takes them out; `index_of` gives the search index of a session."""

    def __init__(self, database: Database, index_of: Callable[[Session], SearchIndex]) -> None:
        self._database = database
        self._index_of = index_of

    def known(self, digest: str) -> int | None:
        """The letter that was made of a file with this digest."""
        with self._database.read() as reading:
            return loading.letter_of_digest(reading, digest)

    def keep(self, document: Document, found: Findings) -> Arrival:
        """Store a document that is not known yet."""
        with self._database.write() as writing:
            code = _free_code(writing, code_head(found))
            found = recoded(found, code)
            others = editions_of(writing, found.letter)
            letter_id = saving.save(writing, found, document, code)
            self._add_to_index(writing, letter_id)
            newest = self._settle(writing, [*others, Edition(letter_id, code, found.letter.date)])
        before = next((one.code for one in others if one.live), "")
        if newest.id != letter_id:
            return Arrival(document, found, letter_id, replaced_by=newest.code)
        return Arrival(document, found, letter_id, replaces=before)

    def remove(self, letter_id: int) -> None:
        """Take a letter out; of its other editions the newest answers again."""
        with self._database.write() as writing:
            editions = editions_of(writing, loading.letter(writing, letter_id))
            self._index_of(writing).remove(letter_id)
            saving.remove(writing, letter_id)
            self._settle(writing, [one for one in editions if one.id != letter_id])

    def _settle(self, writing: Session, editions: Sequence[Edition]) -> Edition:
        """Let the newest of some editions answer, and no other."""
        newest = max(editions, key=lambda one: one.order, default=Edition(0, "", None))
        for one in editions:
            successor = None if one.id == newest.id else newest.id
            if one.live and successor is not None:
                self._index_of(writing).remove(one.id)
            elif not one.live and successor is None:
                self._add_to_index(writing, one.id)
            set_successor(writing, one.id, successor)
        return newest

    def _add_to_index(self, writing: Session, letter_id: int) -> None:
        quotes = loading.quotes_of(writing, letter_id)
        self._index_of(writing).add([(q.id, searched(q), letter_id) for q in quotes])


def arrivals(
    paths: Sequence[Path],
    known: Callable[[str], Arrival | None],
    arrive: Callable[[Document], Arrival],
    limits: Limits | None,
) -> Arrivals:
    """What becomes of many files, in their order; those already known are not read again."""
    old = {path: known(digest_of(path)) for path in paths}
    read = read_all([path for path in paths if old[path] is None], limits)
    for path in paths:
        arrival = old[path]
        if arrival is not None:
            yield path, arrival
            continue
        _, document = next(read)
        yield path, document if isinstance(document, KnowledgeError) else arrive(document)


def digest_of(path: Path) -> str:
    """The digest of a file's bytes, as its document has it; empty where it cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""  # reading it will say why


def searched(quote: loading.Quote) -> str:
    """What the index sees of a quote: its headings explain it."""
    return "\n".join((*quote.headings, quote.text))


def _free_code(writing: Session, wanted: str) -> str:
    """The code itself, or with the first letter behind it that is free: 59, 59b, 59c …"""
    taken = loading.codes_like(writing, wanted)
    names = (wanted, *(wanted + letter for letter in _LETTERS))
    free = (name for name in names if name not in taken)
    return next(free, f"{wanted}x{len(taken)}")
