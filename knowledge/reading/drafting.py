"""Building a Document: pieces in reading order become one stored text with places.

Every reader of a format that has no text of its own (docx, pdf, xlsx …) writes into a Draft: a
paragraph is a line between empty lines, a row of a table is a line with tabs between its cells.
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from knowledge.errors import LimitExceeded, UnreadableFile
from knowledge.glossary import Cell, Document, Paragraph, Span, Table
from knowledge.reading.encoding import without_control
from knowledge.reading.limits import Limits


@dataclass(frozen=True, slots=True, eq=False)
class Box:
    """A cell before it has a place; the same Box in several places of a grid is a merged cell."""

    text: str = ""


Grid = Sequence[Sequence[Box]]


@dataclass(slots=True)
class Draft:
    """A document being written. Counts as it grows, so that no limit is passed unseen."""

    limits: Limits
    remarks: list[str] = field(default_factory=list)
    _pieces: list[str] = field(default_factory=list)
    _blocks: list[Paragraph | Table] = field(default_factory=list)
    _length: int = 0
    _cells: int = 0

    def paragraph(self, text: str) -> None:
        """Adds a paragraph; blanks at its end and paragraphs of blanks only are left out."""
        text = without_control(text).rstrip().strip("\n")
        if len(self._blocks) >= self.limits.paragraphs:
            raise LimitExceeded(f"段落超过 {self.limits.paragraphs:,} 个，不予读取")
        if text.strip():
            self._blocks.append(Paragraph(self._write(text)))
            self._write("\n\n")

    def table(self, grid: Grid, name: str = "") -> None:
        """Adds a table. A cell merged across is written once, one merged downwards in every row,
        so that each line reads by itself; all its places in the grid hold its text. Rows of one
        text above and below (a title, a note) become paragraphs.
        """
        rows = [row for row in grid if any(box.text.strip() for box in row)]
        first, last = _core(rows)
        for row in rows[:first]:
            self.paragraph(_only(row) or "")
        self._rows(_even(rows[first:last]), name)
        for row in rows[last:]:
            self.paragraph(_only(row) or "")

    def _rows(self, grid: list[list[Box]], name: str) -> None:
        if not grid:
            return
        start = self._length
        rows = tuple(self._row(row) for row in grid)
        self._blocks.append(Table(rows, Span(start, self._length - 1), name))
        self._write("\n")

    def remark(self, sentence: str) -> None:
        """Notes, once, what the person who ingests should know."""
        if sentence not in self.remarks:
            self.remarks.append(sentence)

    def document(self, name: str, content: bytes, origin: str) -> Document:
        """The finished document; raises UnreadableFile where nothing was written."""
        if not self._blocks:
            raise UnreadableFile("文件里没有文字")
        text = "".join(self._pieces).rstrip("\n")
        digest = hashlib.sha256(content).hexdigest()
        return Document(name, text, tuple(self._blocks), digest, origin, tuple(self.remarks))

    def _row(self, row: Sequence[Box]) -> tuple[Cell, ...]:
        cells: list[Cell] = []
        for at, box in enumerate(row):
            if at and box is row[at - 1]:
                cells.append(cells[-1])
                continue
            if at:
                self._write("\t")
            text = without_control(box.text).strip().replace("\t", " ")
            cells.append(Cell(text, self._write(text)))
        self._write("\n")
        return tuple(cells)

    def reserve(self, cells: int) -> None:
        """Counts cells before they are made: a small file may declare millions."""
        self._cells += cells
        if self._cells > self.limits.cells:
            raise LimitExceeded(f"表格单元格超过 {self.limits.cells:,} 个，不予读取")

    def _write(self, text: str) -> Span:
        start = self._length
        self._length += len(text)
        if self._length > self.limits.characters:
            raise LimitExceeded(f"文字超过 {self.limits.characters:,} 字，不予读取")
        self._pieces.append(text)
        return Span(start, self._length)


def in_cell(lines: Iterable[str]) -> str:
    """The lines of a cell as one text; a line end stays where it may part two entries.

    "区民政局", "区残联" -> "区民政局\\n区残联"; "新建7个，", "全覆盖" -> "新建7个，全覆盖"
    """
    text = ""
    for line in (line.strip() for line in lines):
        goes_on = (
            not text or text.endswith(("，", "、", "：", "（")) or line.startswith(("（", "("))
        )
        text += line if goes_on else "\n" + line
    return text


def _core(rows: Sequence[Sequence[Box]]) -> tuple[int, int]:
    """Where the table proper begins and ends, without titles above and notes below."""
    first, last = 0, len(rows)
    while first < last and _only(rows[first]) is not None:
        first += 1
    while last > first and _only(rows[last - 1]) is not None:
        last -= 1
    return first, last


def _only(row: Sequence[Box]) -> str | None:
    """The only text of a row, unless it is a number; None for a row of several."""
    texts = {id(box): box.text.strip() for box in row if box.text.strip()}
    text = next(iter(texts.values()), "")
    return text if len(texts) == 1 and len(row) > 0 and not text.isdecimal() else None


def _even(grid: Grid) -> list[list[Box]]:
    """Rows of one length: short ones are filled up with empty cells."""
    width = max((len(row) for row in grid), default=0)
    return [list(row) + [Box() for _ in range(width - len(row))] for row in grid]
