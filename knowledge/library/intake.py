"""Intake: files -> documents -> what is understood of them -> the keeper, one after the other.

The files come in the order given, so that the same run again, also after a kill, ends in the same
database. A review sheet among them corrects what was understood of its document.
"""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from knowledge import facts
from knowledge.errors import KnowledgeError, ReviewFault
from knowledge.facts.sheets import Sheet, sheet_of
from knowledge.glossary import Document, Findings
from knowledge.library.keeping import Keeper
from knowledge.library.sheets import is_sheet, read_sheet
from knowledge.reading import Limits, read, read_all
from knowledge.words import Lexicon


@dataclass(frozen=True, slots=True)
class Arrival:
    """收文: what became of one document: stored as a letter, known already, or only looked at."""

    document: Document
    findings: Findings
    letter_id: int | None = None
    known: bool = False
    replaces: str = ""  # code of the letter it supersedes
    replaced_by: str = ""  # code of a newer edition that goes on answering
    reviewed: bool = False  # as a person corrected it


Arrivals = Iterator[tuple[Path, Arrival | KnowledgeError]]


class Intake:
    """收文: reads, understands and hands over to the keeper."""

    def __init__(self, keeper: Keeper, lexicon: Callable[[], Lexicon]) -> None:
        self._keeper = keeper
        self._lexicon = lexicon

    def look(self, document: Document) -> Arrival:
        """What is understood of a document, as a person corrected it if one did."""
        found = facts.extract(document, self._lexicon())
        sheet = self._keeper.review_of(document.digest)
        if sheet is not None:
            found = facts.reviewed(found, document, sheet)
        return Arrival(document, found, reviewed=sheet is not None)

    def take(self, document: Document, source: str) -> Arrival:
        """The same, and keep it; a document that is known changes nothing."""
        return self._known(document.digest) or self._keep(self.look(document), source)

    def look_at_all(self, paths: Sequence[Path], limits: Limits) -> Arrivals:
        """What is understood of many files."""
        return self._all(paths, limits, lambda path, document: self.look(document), store=False)

    def take_all(self, paths: Sequence[Path], limits: Limits) -> Arrivals:
        """Many files, one after the other; those already known are not read again."""
        return self._all(
            paths, limits, lambda path, document: self.take(document, source_of(path)), store=True
        )

    def _all(
        self,
        paths: Sequence[Path],
        limits: Limits,
        arrive: Callable[[Path, Document], Arrival],
        store: bool,
    ) -> Arrivals:
        old = {
            path: self._known(digest_of(path, limits.file_bytes)) if store else None
            for path in paths
        }
        unread = [path for path in paths if old[path] is None and not is_sheet(path)]
        documents = read_all(unread, limits)
        for path in paths:
            yield path, old[path] or self._one(path, documents, arrive, (limits, store))

    def _one(
        self,
        path: Path,
        documents: Iterator[tuple[Path, Document | KnowledgeError]],
        arrive: Callable[[Path, Document], Arrival],
        sheets: tuple[Limits, bool],
    ) -> Arrival | KnowledgeError:
        if is_sheet(path):
            return self._sheet(path, *sheets)
        _, document = next(documents)
        return document if isinstance(document, KnowledgeError) else arrive(path, document)

    def _sheet(self, path: Path, limits: Limits, store: bool) -> Arrival | KnowledgeError:
        try:
            return self._review(path, read_sheet(path), limits, store)
        except KnowledgeError as error:
            return error

    def _review(self, path: Path, sheet: Sheet, limits: Limits, store: bool) -> Arrival:
        """Correct a stored letter, or take in the document that lies beside its sheet."""
        head = self._keeper.known(sheet["sha256"])
        if head is None:
            return self._review_beside(path, sheet, limits, store)
        document, before = self._keeper.stored(head)
        found = facts.reviewed(before, document, sheet)
        kept = sheet_of(found, document)
        known = self._keeper.review_of(head.digest) == kept
        if store and not known:
            self._keeper.correct(head, found, kept)
        return Arrival(document, found, head.id, known=known, reviewed=True)

    def _review_beside(self, path: Path, sheet: Sheet, limits: Limits, store: bool) -> Arrival:
        beside = path.with_name(Path(str(sheet.get("document", ""))).name)
        if digest_of(beside, limits.file_bytes) != sheet["sha256"]:
            raise ReviewFault(f"核对单对应的“{beside.name}”还没有收过，旁边也没有这个文件")
        document = read(beside, limits)
        found = facts.reviewed(facts.extract(document, self._lexicon()), document, sheet)
        if not store:
            return Arrival(document, found, reviewed=True)
        self._keeper.note_review(document.digest, sheet_of(found, document))
        return self._keep(Arrival(document, found, reviewed=True), source_of(beside))

    def _known(self, digest: str) -> Arrival | None:
        head = self._keeper.known(digest) if digest else None
        if head is None:
            return None
        document, found = self._keeper.stored(head)
        return Arrival(document, found, head.id, known=True, reviewed=head.reviewed)

    def _keep(self, arrival: Arrival, source: str) -> Arrival:
        kept = self._keeper.keep(arrival.document, arrival.findings, source)
        return replace(
            arrival,
            letter_id=kept.id,
            findings=kept.findings,
            replaces=kept.replaces,
            replaced_by=kept.replaced_by,
        )


def source_of(path: Path) -> str:
    """The file a document came from, by which its next edition is known again."""
    return str(path.resolve())


def digest_of(path: Path, most: int) -> str:
    """The digest of a file's bytes, as its document has it; empty where reading will say why not."""
    try:
        if not path.is_file() or path.stat().st_size > most:
            return ""
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""
