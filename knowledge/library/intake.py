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
from knowledge.library.mappings import mapping_beside
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


Documents = Iterator[tuple[Path, Document | KnowledgeError]]
Arrivals = Iterator[tuple[Path, Arrival | KnowledgeError]]


class Intake:
    """收文: reads, understands and hands over to the keeper."""

    def __init__(self, keeper: Keeper, lexicon: Callable[[], Lexicon]) -> None:
        self._keeper = keeper
        self._lexicon = lexicon

    def look(self, path: Path, limits: Limits) -> Arrival:
        """What is understood of a file, as a person corrected it if one did."""
        return self._understood(path, read(path, limits))

    def take(self, path: Path, limits: Limits) -> Arrival:
        """The same, and keep it; a file that is known changes nothing."""
        return self._known(_digest(path, limits)) or self._arrive(path, read(path, limits))

    def look_at_all(self, paths: Sequence[Path], limits: Limits) -> Arrivals:
        """What is understood of many files."""
        return self._all(paths, limits, store=False)

    def take_all(self, paths: Sequence[Path], limits: Limits) -> Arrivals:
        """Many files, one after the other; those already known are not read again."""
        return self._all(paths, limits, store=True)

    def _all(self, paths: Sequence[Path], limits: Limits, store: bool) -> Arrivals:
        old = {path: self._known(_digest(path, limits)) if store else None for path in paths}
        unread = [path for path in paths if old[path] is None and not is_sheet(path)]
        documents = read_all(unread, limits)
        for path in paths:
            if is_sheet(path):
                yield path, self._sheet(path, limits, store)
            else:
                yield path, old[path] or self._next(path, documents, store)

    def _next(self, path: Path, documents: Documents, store: bool) -> Arrival | KnowledgeError:
        _, document = next(documents)
        if isinstance(document, KnowledgeError):
            return document
        try:
            return self._arrive(path, document) if store else self._understood(path, document)
        except ReviewFault as error:
            return error

    def _understood(self, path: Path, document: Document) -> Arrival:
        if path.suffix.lower() in (".yaml", ".yml"):
            raise ReviewFault("这是列名对照，不是文件；请收它旁边的表格")
        mapping = mapping_beside(path)
        document = replace(document, digest=mapping.digest(document.digest))
        found = facts.extract(document, self._lexicon(), mapping.columns)
        sheet = self._keeper.review_of(document.digest)
        if sheet is not None:
            found = facts.reviewed(found, document, sheet)
        return Arrival(document, found, reviewed=sheet is not None)

    def _arrive(self, path: Path, document: Document) -> Arrival:
        arrival = self._understood(path, document)
        return self._known(arrival.document.digest) or self._keep(arrival, source_of(path))

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
        if _digest(beside, limits) != sheet["sha256"]:
            raise ReviewFault(f"核对单对应的“{beside.name}”还没有收过，旁边也没有这个文件")
        arrival = self._understood(beside, read(beside, limits))
        document = arrival.document
        found = facts.reviewed(arrival.findings, document, sheet)
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


def _digest(path: Path, limits: Limits) -> str:
    """The digest a file's document will have; empty where reading it will say why not."""
    try:
        if not path.is_file() or path.stat().st_size > limits.file_bytes:
            return ""
        with path.open("rb") as file:
            return mapping_beside(path).digest(hashlib.file_digest(file, "sha256").hexdigest())
    except (OSError, ReviewFault):
        return ""
