"""Flattened tables: one cell a line, as they come out of pages and old files.

First the names of the columns, then row after row; merged cells may be missing.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.facts.columns import column_kind
from knowledge.facts.headings import mark_of
from knowledge.facts.lines import Line, joined
from knowledge.glossary import Span
from knowledge.words.folding import Folded

EMPTY = Folded("", ())

Row = tuple[Folded, ...]

_ENDS_TABLE = re.compile(r"联系|抄送|[此特专]此?[复函报]|专此|感谢")


@dataclass(frozen=True, slots=True)
class Grid:
    """网格: rows of folded cells and the span of each row; lines [first, last) of the document."""

    rows: tuple[Row, ...]
    spans: tuple[Span, ...]
    first: int
    last: int


def read_flattened(lines: Sequence[Line], at: int) -> Grid | None:
    """One cell a line: first the names of the columns, then row after row."""
    header, start = _flat_header(lines, at)
    if len(header) < 3:
        return None
    kinds = [column_kind(cell.text) for cell in header]
    if "what" not in kinds or "when" not in kinds and "who" not in kinds:
        return None
    if kinds[0] == "seq":
        return _numbered_rows(lines, at, start, header)
    return _counted_rows(lines, at, start, header)


def _flat_header(lines: Sequence[Line], at: int) -> tuple[list[Folded], int]:
    """Names of columns one a line; a line in brackets belongs to the name before it."""
    header: list[Folded] = []
    seen: set[str] = set()
    while at < len(lines) and lines[at].table is None:
        text = lines[at].text
        short = len(text) <= 14 and "：" not in text and mark_of(text) is None
        kind = column_kind(text) if short else None
        if header and re.fullmatch(r"（[^）]{1,12}）", text):
            header[-1] = joined((header[-1], lines[at].folded))
        elif kind is None or kind in seen and not kind == "what" == column_kind(header[-1].text):
            break  # 办理事项 and 具体举措 may stand side by side
        else:
            header.append(lines[at].folded)
            seen.add(kind)
        at += 1
    return header, at


def _numbered_rows(
    lines: Sequence[Line], first: int, start: int, header: list[Folded]
) -> Grid | None:
    """Rows that begin with a line holding only the next number."""
    groups: list[list[Line]] = []
    at = start
    while at < len(lines) and lines[at].table is None:
        if lines[at].text.rstrip(".、") == str(len(groups) + 1):
            groups.append([lines[at]])
        elif not groups or _row_is_full(groups[-1], header, lines[at]):
            break
        else:
            groups[-1].append(lines[at])
        at += 1
    if not groups:
        return None
    rows = [_settle(group, header) for group in groups]
    spans = [Span(group[0].span.start, group[-1].span.end) for group in groups]
    head = Span(lines[first].span.start, lines[start - 1].span.end)
    return Grid((tuple(header), *rows), (head, *spans), first, at)


def _row_is_full(group: list[Line], header: list[Folded], line: Line) -> bool:
    """Whether a further line can no longer be part of the row."""
    if len(group) < len(header):
        return bool(re.match(r"联系(?:人|电话)|抄送|（?联系人", line.text))
    return line.gap or len(group) >= len(header) + 4


def _settle(group: list[Line], header: list[Folded]) -> Row:
    """The lines of one row put into its columns; the longest texts may have several lines."""
    kinds = [column_kind(cell.text) for cell in header]
    cells = [line.folded for line in group]
    if len(cells) > len(header):
        spare = len(cells) - len(header)
        what = kinds.index("what") if "what" in kinds else 1
        cells[what : what + spare + 1] = [joined(cells[what : what + spare + 1])]
    cells += [EMPTY] * (len(header) - len(cells))
    return tuple(cells)


def _counted_rows(
    lines: Sequence[Line], first: int, start: int, header: list[Folded]
) -> Grid | None:
    """Rows of as many cells as there are columns."""
    rows: list[Row] = []
    spans: list[Span] = []
    blanks = not any(line.gap for line in lines[first + 1 : start])
    cells = _cells_below(lines, start, apart=all(line.gap for line in lines[first + 1 : start]))
    at = 0
    while group := _counted_row(cells[at : at + len(header)], len(header), blanks):
        row = [joined(line.folded for line in cell) for cell in group]
        mark = mark_of(row[0].text)
        heading = mark is not None and mark.kind == "一、" and group[0][0].gap
        if heading or _ENDS_TABLE.match(row[0].text) or _too_long(row, header):
            break
        rows.append(tuple(row + [EMPTY] * (len(header) - len(group))))
        spans.append(Span(group[0][0].span.start, group[-1][-1].span.end))
        at += len(group)
    if not rows:
        return None
    head = Span(lines[first].span.start, lines[start - 1].span.end)
    last = start + sum(len(cell) for cell in cells[:at])
    return Grid((tuple(header), *rows), (head, *spans), first, last)


def _cells_below(lines: Sequence[Line], start: int, *, apart: bool) -> list[list[Line]]:
    """One cell a line; where empty lines part the cells, those without one between are one cell."""
    cells: list[list[Line]] = []
    for line in lines[start:]:
        if apart and cells and not line.gap and line.table is None and len(cells[-1]) < 4:
            cells[-1].append(line)
        else:
            cells.append([line])
    return cells


def _counted_row(cells: Sequence[list[Line]], size: int, blanks: bool) -> Sequence[list[Line]]:
    """The cells of the next row; an empty line (where `blanks`) stands for empty last cells."""
    group: list[list[Line]] = []
    for cell in cells:
        if cell[0].table is not None or len(cell[0].text) > 80:
            return ()
        if blanks and len(group) > 1 and cell[0].gap:
            return group
        group.append(cell)
    return group if len(group) == size else ()


def _too_long(row: Sequence[Folded], header: list[Folded]) -> bool:
    """Whether a cell for a deadline or a unit holds a sentence: then it is no row."""
    return any(
        column_kind(name.text) in ("when", "who") and (len(cell.text) > 40 or "。" in cell.text)
        for name, cell in zip(header, row, strict=False)
    )
