"""Text of an old Word file (.doc) whose layout the converter cannot follow: paragraphs and cells.

Word keeps the text in pieces, ends a paragraph with a carriage return and a cell with a bell; a row
ends with one bell more. That is enough for a letter; formats, numbering and merged cells are lost.
"""

import re
from collections.abc import Iterator
from typing import Any

from knowledge.reading.drafting import Box, Draft

_CELL, _PARAGRAPH = "\x07", "\r"
_FIELD_CODE = re.compile(
    r"\x13[^\x13-\x15]*?(?:\x14|(?=\x15))"
)  # what a field does; what it shows stays
_LINE = re.compile(r"[\x0b\x0c\x0e]")
_UNSEEN = re.compile(r"[\x00-\x08\x0d-\x1f]")
_MOST_COLUMNS = 40


def stories_of(content: bytes) -> tuple[str, str]:
    """The text of the body and of the headers, with Word's own marks."""
    from doc2docx.cfb import CompoundFile
    from doc2docx.diagnostics import ConversionReport
    from doc2docx.msdoc.fib import FileInformationBlock
    from doc2docx.msdoc.pieces import read_piece_table

    compound: Any = CompoundFile(content)
    main = compound.open_stream("WordDocument")
    head = FileInformationBlock.parse(main)
    report = ConversionReport("", "")
    pieces = read_piece_table(
        compound.open_stream(head.base.table_stream_name),
        main,
        fc_clx=head.clx.fc,
        lcb_clx=head.clx.lcb,
        report=report,
    )
    starts = ((0, head.ccp_text), (head.header_story_cp_start, head.ccp_headers))
    body, headers = (
        pieces.extract(start, start + size, report, story="text") for start, size in starts
    )
    return body, headers


def write(body: str, headers: str, draft: Draft) -> None:
    """The lines of the headers, then the paragraphs and tables of the body."""
    for line in dict.fromkeys(_shown(part) for part in re.split(r"[\r\x07]", headers)):
        if len(line) > 3:  # no page numbers
            draft.paragraph(line)
    for lines, cells in parts_of(body):
        for line in lines:
            draft.paragraph(_shown(line))
        if cells:
            draft.table([[Box(cell) for cell in row] for row in rows_of(cells)])


def parts_of(body: str) -> Iterator[tuple[list[str], list[str]]]:
    """Lines and the cells of the table behind them, in turn.

    The last line before a bell is a table's first cell; so it is behind the end of a row where
    lines stand before it: these part two tables.
    """
    *pieces, rest = body.split(_CELL)
    lines: list[str] = []
    cells: list[str] = []
    for at, piece in enumerate(pieces):
        if not cells or (_PARAGRAPH in piece and pieces[at - 1] == ""):
            if cells:
                yield lines, cells
            *lines, first = piece.split(_PARAGRAPH)
            cells = [first]
        else:
            cells.append(piece)
    yield lines, cells
    yield rest.split(_PARAGRAPH), []


def rows_of(cells: list[str]) -> list[list[str]]:
    """Rows of one width: behind so many cells stands an empty one that ends the row."""
    width = _width(cells)
    if width is None:
        return [[shown] for shown in map(_shown, cells) if shown]
    rows = [cells[at : at + width] for at in range(0, len(cells), width + 1)]
    return [[_shown(cell) for cell in row] for row in rows]


def _width(cells: list[str]) -> int | None:
    """The number of columns."""
    for width in range(1, min(_MOST_COLUMNS, len(cells))):
        ends = cells[width :: width + 1]
        if len(cells) % (width + 1) == 0 and not any(ends):
            return width
    return None


def _shown(text: str) -> str:
    """Text without fields' codes and Word's marks."""
    return _UNSEEN.sub("", _LINE.sub("\n", _FIELD_CODE.sub("", text))).strip()
