"""Outline: a document divided into passages, whose folded text all extractors read.

Says what there is; how a document comes apart is `passages.py`, how the codes are made `codes.py`.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.glossary import Document, Heading, Passage, Place, Span
from knowledge.words.folding import Folded


@dataclass(frozen=True, slots=True)
class Prose:
    """行文: the folded, unwrapped text of one passage; each character knows its place.

    `part` is one of metadata title salutation opening heading body row closing foot attachment;
    only body, row and (for figures) opening hold facts. `begin` is the character behind the
    heading or number it opens with: "（一）抓培育。建立…" -> begin 8. `row` counts table rows from 1
    and `cells` are theirs, `header` the names of their columns.
    """

    folded: Folded
    passage: Passage
    part: str
    begin: int = 0
    row: int | None = None
    cells: tuple[Folded, ...] = ()
    header: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The folded text."""
        return self.folded.text

    def span(self, start: int, end: int) -> Span:
        """The place in the document of the folded characters [start, end)."""
        return self.folded.span(start, end)

    def place(self, own: Span, quote: Span, figure: Span | None = None) -> Place:
        """A place in this passage."""
        return Place(self.passage.code, self.passage.section, own, quote, figure)

    def whole(self) -> Place:
        """The place that is this passage."""
        return self.place(self.passage.span, self.passage.span)


@dataclass(frozen=True, slots=True)
class Outline:
    """提纲: a document in order: its passages' texts, its headings, the tables in it."""

    document: Document
    prose: tuple[Prose, ...]
    headings: tuple[Heading, ...]
    tables: tuple[tuple[Prose, ...], ...] = ()  # rows of each table, without its header

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The passages in order."""
        return tuple(prose.passage for prose in self.prose)

    def parts(self, *names: str) -> Iterator[Prose]:
        """The texts of the named parts, in order."""
        return (prose for prose in self.prose if prose.part in names)
