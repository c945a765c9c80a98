"""Plain text and Markdown -> Document; the stored text is the text itself, nothing moved.

Each line is a paragraph; lines broken to fit a page are put together where the text is understood.
Rows apart by tabs or pipes are tables where that is certain: at least two lines below each other
with the same number of cells. Everything else stays as it stands.
"""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.errors import LimitExceeded, UnreadableFile
from knowledge.glossary import Cell, Document, Paragraph, Span, Table
from knowledge.reading.limits import Limits

_LINE = re.compile(r"[^\n]+")
_RULE = " \t|:+-"  # ---|---|---, +---+---+ or | :-- | :-: |


@dataclass(frozen=True, slots=True)
class _Line:
    """A line and its cells; no cells: not of a table."""

    span: Span
    cells: tuple[Span, ...] = ()
    is_rule: bool = False


def read_plain(name: str, content: bytes, text: str, limits: Limits) -> Document:
    """The document of a plain text file: its bytes and the text decoded from them.

    "一、\\n序号\\t事项\\n1\\t植树" -> a paragraph and a table of two rows.
    """
    if len(text) > limits.characters:
        raise LimitExceeded(f"文字超过 {limits.characters:,} 字，不予读取")
    if text.count("\n") > limits.paragraphs:
        raise LimitExceeded(f"文字超过 {limits.paragraphs:,} 行，不予读取")
    if not text.strip():
        raise UnreadableFile("文件里没有文字")
    digest = hashlib.sha256(content).hexdigest()
    return Document(name, text, tuple(_blocks(text, limits)), digest)


def _blocks(text: str, limits: Limits) -> Iterator[Paragraph | Table]:
    found = (Span(*line.span()) for line in _LINE.finditer(text))
    lines = [_line(text, span) for span in found if span.of(text).strip()]
    cells, at = 0, 0
    while at < len(lines):
        until = _end_of_table(lines, at)
        if until == at:
            yield Paragraph(lines[at].span)
            at += 1
            continue
        rows = [line for line in lines[at:until] if not line.is_rule]
        cells += sum(len(row.cells) for row in rows)
        if cells > limits.cells:
            raise LimitExceeded(f"表格单元格超过 {limits.cells:,} 个，不予读取")
        yield _table(rows, text)
        at = until


def _line(text: str, span: Span) -> _Line:
    line = span.of(text)
    if line.count("-") > 2 and not line.strip(_RULE):
        return _Line(span, is_rule=True)
    for sign in "\t|":
        if sign in line.strip():
            return _Line(span, _cells(text, span, sign))
    return _Line(span)


def _cells(text: str, span: Span, sign: str) -> tuple[Span, ...]:
    """The cells of a line: "| 1 | 植树 |" -> 1, 植树; an empty one has an empty span."""
    start, end = span.start, span.end
    if sign == "|":
        line = _stripped(text, span)
        start = line.start + (text[line.start] == "|")
        end = max(start, line.end - (text[line.end - 1] == "|"))
    cells = []
    for piece in text[start:end].split(sign):
        cells.append(_stripped(text, Span(start, start + len(piece))))
        start += len(piece) + 1
    return tuple(cells)


def _end_of_table(lines: list[_Line], at: int) -> int:
    """Where the table ends that begins at a line; the line itself where none begins there.

    A table has two rows or more with the same number of cells; a rule between them is no row.
    """
    width, until, rows = len(lines[at].cells), at, 0
    while until < len(lines) and (lines[until].is_rule or len(lines[until].cells) == width > 1):
        rows += not lines[until].is_rule
        until += 1
    return until if rows > 1 else at


def _table(rows: list[_Line], text: str) -> Table:
    grid = tuple(tuple(Cell(cell.of(text), cell) for cell in row.cells) for row in rows)
    return Table(grid, Span(rows[0].span.start, rows[-1].span.end))


def _stripped(text: str, span: Span) -> Span:
    piece = span.of(text)
    start = span.start + len(piece) - len(piece.lstrip())
    return Span(start, max(start, span.start + len(piece.rstrip())))
