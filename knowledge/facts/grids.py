"""Grids: tables found in a document, whatever they are drawn with.

A table of the document itself (Word, HTML), cells parted by tabs, pipes or wide blanks, or one
cell a line. Says nothing about what the columns mean, except that a header of known columns is
what gives away a table without lines.
"""

import re
from collections.abc import Sequence

from knowledge.facts.columns import column_kind
from knowledge.facts.flattened import EMPTY, Grid, Row, read_flattened
from knowledge.facts.lines import Line, columns, delimited, joined
from knowledge.glossary import Cell, Span, Table
from knowledge.words.folding import Folded, fold

_RULE = re.compile(r"^[\s|+:：─━┄\-—=┼├┤┌┐└┘┬┴│]+$")
_PIPES = re.compile(r"[|｜│]")
_WIDE_GAP = re.compile(r"(?<=\S)(?:[ \u00a0]{2,}|\u3000+|\t+)[ \u00a0\u3000\t]*(?=\S)")


def find_grids(lines: Sequence[Line]) -> list[Grid]:
    """The tables among the lines of a document, in order, none overlapping another."""
    grids: list[Grid] = []
    at = 0
    while at < len(lines):
        grid = _grid_at(lines, at)
        if grid is None:
            at += 1
        else:
            grids.append(grid)
            at = grid.last
    return grids


def _grid_at(lines: Sequence[Line], at: int) -> Grid | None:
    if lines[at].table is not None:
        return _upright(_from_table(lines[at].table, at))
    for reader in (_ruled, _tabbed, _spaced, read_flattened):
        grid = reader(lines, at)
        if grid is not None:
            return _upright(grid)
    return None


def _upright(grid: Grid) -> Grid:
    """A table of promises that lies on its side, the names of its columns below each other, set up.

    事项 | 建站 | 修路; 时限 | 6月底 | 年底 -> 事项 | 时限; 建站 | 6月底; 修路 | 年底
    """
    beside = [column_kind(row[0].text) for row in grid.rows if row]
    across = [column_kind(cell.text) for cell in grid.rows[0][1:]] if grid.rows else []
    strange = beside.count(None)  # 资金, among names that are known
    lying = {"what", "when"} <= {*beside} and strange * 2 < len(beside) - strange
    if not lying or any(across) or not across:
        return grid
    rows = tuple(zip(*grid.rows, strict=True))
    whole = Span(min(span.start for span in grid.spans), max(span.end for span in grid.spans))
    return Grid(rows, (whole,) * len(rows), grid.first, grid.last)


def _from_table(table: Table | None, at: int) -> Grid:
    assert table is not None
    rows = tuple(tuple(_cell(cell) for cell in row) for row in table.rows)
    spans = tuple(_row_span(row, table.span) for row in table.rows)
    return Grid(rows, spans, at, at + 1)


def _cell(cell: Cell) -> Folded:
    folded = fold(cell.text, cell.span.start)
    if len(cell.text) == cell.span.end - cell.span.start:
        return folded
    return Folded(folded.text, tuple(min(place, cell.span.end - 1) for place in folded.places))


def _row_span(row: Sequence[Cell], table: Span) -> Span:
    """The characters of a row: its own cells; one merged from above would stretch it upwards."""
    own = [cell.span for cell in row if cell.span.end > cell.span.start]
    if not own:
        return Span(table.start, table.start)
    last = max(own)
    line = [span for span in own if last.start - span.start < 2000]
    return Span(_first_of_row(line), last.end)


def _first_of_row(spans: list[Span]) -> int:
    ordered = sorted(set(spans))
    start = ordered[-1].start
    for span in reversed(ordered[:-1]):
        if start - span.end > 8:  # farther than a cell border: merged from a row above
            break
        start = span.start
    return start


def _ruled(lines: Sequence[Line], at: int) -> Grid | None:
    """Cells between pipes: | 1 | 新建… | 2024年底 |, rules of dashes left out."""
    last = at
    while last < len(lines) and _is_ruled(lines[last]) and not (last > at and lines[last].gap):
        last += 1
    body = [line for line in lines[at:last] if not _RULE.match(line.raw.strip())]
    if last - at < 2 or not body:
        return None
    rows = [_cells(line, _PIPES) for line in body]
    return _even(rows, [line.span for line in body], at, last)


def _is_ruled(line: Line) -> bool:
    if line.table is not None:
        return False
    return len(_PIPES.findall(line.raw)) >= 2 or bool(
        _RULE.match(line.raw.strip())
        and len(line.raw.strip()) >= 3
        and re.search("[|┬┼┴╋┿]", line.raw)
    )


def _tabbed(lines: Sequence[Line], at: int) -> Grid | None:
    """Cells between tabs, at least two in each of two lines or more."""
    last = at
    while last < len(lines) and lines[last].table is None and "\t" in lines[last].raw.strip():
        last += 1
    if last - at < 2 or lines[at].raw.strip().count("\t") < 2:
        return None
    rows = [_cells(line, re.compile("\t")) for line in lines[at:last]]
    return _even(rows, [line.span for line in lines[at:last]], at, last)


def tabbed_text(line: Line) -> Folded:
    """The text of a line, tabs inside it kept as borders: 办理结果 → B -> 办理结果|B."""
    if "\t" not in line.raw.strip():
        return line.folded
    return delimited([cell for cell in _cells(line, re.compile("\t")) if cell.text], "|")


def _cells(line: Line, border: re.Pattern[str]) -> list[Folded]:
    """The folded cells of a line; those outside the outer borders are none."""
    raw = line.raw.rstrip("\n")
    start = line.span.start - (len(raw) - len(raw.lstrip()))
    edges = [0, *(found.end() for found in border.finditer(raw)), len(raw) + 1]
    cells = [
        fold(raw[left : right - 1], start + left)
        for left, right in zip(edges, edges[1:], strict=False)
    ]
    if raw.strip()[:1] in "|｜│":
        cells = cells[1:]
    if raw.strip()[-1:] in "|｜│":
        cells = cells[:-1]
    return cells


def _even(rows: list[list[Folded]], spans: list[Span], first: int, last: int) -> Grid:
    """A grid whose rows have one length; a row without number continues the one above."""
    width = max(len(row) for row in rows)
    full = [tuple(row) + (EMPTY,) * (width - len(row)) for row in rows]
    merged: list[Row] = []
    places: list[Span] = []
    for row, span in zip(full, spans, strict=True):
        if len(merged) > 1 and not row[0].text and _continues(merged[-1], row):
            merged[-1] = tuple(
                joined((above, here)) for above, here in zip(merged[-1], row, strict=True)
            )
            places[-1] = Span(places[-1].start, span.end)
        else:
            merged.append(row)
            places.append(span)
    return Grid(tuple(merged), tuple(places), first, last)


def _continues(above: Row, row: Row) -> bool:
    """Whether a row with an empty first cell carries on the cells of a numbered row above."""
    return above[0].text.isdigit() and any(cell.text for cell in row)


def _spaced(lines: Sequence[Line], at: int) -> Grid | None:
    """Cells in columns of blanks under a header of known columns."""
    header = _pieces(lines[at])
    kinds = [column_kind(cell.text) for _, cell in header]
    if any("：" in cell.text for _, cell in header):
        return None  # labels with their values: 经办人：柏杨  电话：7220000
    if len(header) < 3 or sum(kind is not None for kind in kinds) < max(2, len(header) - 1):
        return None
    starts = [column for column, _ in header]
    rows, spans, last = [tuple(cell for _, cell in header)], [lines[at].span], at + 1
    while last < len(lines) and not lines[last].gap and lines[last].table is None:
        pieces = _pieces(lines[last])
        if len(pieces) < 2 and pieces[0][0] < starts[1] - 1:
            break
        row = _by_column(pieces, starts)
        if row[0].text or len(pieces) >= len(starts) - 1:
            rows.append(row)
            spans.append(lines[last].span)
        else:
            rows[-1] = tuple(joined((a, b)) for a, b in zip(rows[-1], row, strict=True))
            spans[-1] = Span(spans[-1].start, lines[last].span.end)
        last += 1
    return Grid(tuple(rows), tuple(spans), at, last) if len(rows) > 1 else None


def _pieces(line: Line) -> list[tuple[int, Folded]]:
    """The pieces of a line parted by wide blanks, each with its column."""
    body = line.raw.strip()
    if line.table is not None or not body:
        return [(0, EMPTY)]
    edges = [0]
    for gap in _WIDE_GAP.finditer(body):
        edges += [gap.start(), gap.end()]
    edges.append(len(body))
    pairs = zip(edges[::2], edges[1::2], strict=True)
    return [
        (line.indent + columns(body[:left]), fold(body[left:right], line.span.start + left))
        for left, right in pairs
    ]


def _by_column(pieces: list[tuple[int, Folded]], starts: list[int]) -> Row:
    """Puts each piece under the header it stands below; as many pieces as columns go in order."""
    if len(pieces) == len(starts):
        return tuple(cell for _, cell in pieces)
    row = [EMPTY] * len(starts)
    for column, cell in pieces:
        nearest = min(range(len(starts)), key=lambda i: abs(starts[i] - column))
        row[nearest] = joined((row[nearest], cell))
    return tuple(row)
