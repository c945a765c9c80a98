"""Lines on pages -> paragraphs and tables: cells that stand below each other are columns.

For pages without ruled lines around tables, and for those whose lines nobody sees: scans, OFD.
"""

from collections.abc import Sequence

from knowledge.reading.drafting import Box, Draft
from knowledge.reading.layout import Letters, Line, glued, joined

_FEWEST = 3  # columns; two are as often a signature beside a date
_CLOSE = 2.0  # ems from line to line within a cell
_HEADER_CLOSE = 5.0  # ems from the header to the first row


def write_lines(lines: Sequence[Line], everything: Sequence[Line], draft: Draft) -> None:
    """Writes lines as paragraphs and tables; `everything` on the pages tells where margins are."""
    prose: list[Line] = []
    at = 0
    while at < len(lines):
        columns = _Columns(lines[at])
        until = columns.grow(lines, at)
        if until == at:
            prose.append(lines[at])
            at += 1
            continue
        header = columns.header(prose[-1]) if prose else None
        _write_prose(prose[:-1] if header else prose, everything, draft)
        prose = []
        draft.reserve(len(columns.rows) * len(columns.edges))
        grid = [[Box(text) for text in row] for row in columns.rows]
        draft.table([header, *grid] if header else grid)
        at = until
    _write_prose(prose, everything, draft)


def _write_prose(lines: Sequence[Line], everything: Sequence[Line], draft: Draft) -> None:
    for group in joined(lines, everything):
        draft.paragraph(glued(line.text for line in group))


class _Columns:
    """The columns of a table that may begin with a line."""

    def __init__(self, line: Line) -> None:
        self.edges = [(cell.left, cell.right) for cell in line.cells]
        self.top = line.top
        self.rows = [[cell.text for cell in line.cells]]

    def grow(self, lines: Sequence[Line], at: int) -> int:
        """Takes in the lines of the table; where it ends, or where it began if it is none."""
        if len(self.edges) < _FEWEST:
            return at
        until = at + 1
        while until < len(lines) and self._takes(lines[until], lines[until - 1]):
            until += 1
        return until if len(self.rows) > 1 else at

    def header(self, line: Line) -> list[Box] | None:
        """The cells of the line above as a header, if it is one whose words ran into each other.

        A recogniser takes 序号 and 事项 for one word; it then stands over both columns.
        """
        over = [
            [at for at, edge in enumerate(self.edges) if _overlap(cell, edge)]
            for cell in line.cells
        ]
        places = [place for each in over for place in each]
        near = self.top - line.top < _HEADER_CLOSE * line.em
        if not near or len(over) < 2 or places != list(range(len(self.edges))):
            return None
        boxes = [Box(cell.text) for cell in line.cells]
        return [box for box, each in zip(boxes, over, strict=True) for _ in each]

    def _takes(self, line: Line, above: Line) -> bool:
        """Takes a line in as a row, or as the rest of the cells above, if it is either."""
        places = [self._place(cell) for cell in line.cells]
        if None in places or len(set(places)) < len(places):
            return False
        if len(places) == len(self.edges):
            self.rows.append([cell.text for cell in line.cells])
        elif 0 not in places and line.top - above.top < _CLOSE * line.em:
            self._continue(line, places)
        else:
            return False
        self._widen(line, places)
        return True

    def _place(self, cell: Letters) -> int | None:
        """The one column a cell stands in."""
        found = [at for at, edge in enumerate(self.edges) if _overlap(cell, edge)]
        return found[0] if len(found) == 1 else None

    def _continue(self, line: Line, places: Sequence[int | None]) -> None:
        for cell, place in zip(line.cells, places, strict=True):
            if place is not None:
                self.rows[-1][place] = glued((self.rows[-1][place], cell.text))

    def _widen(self, line: Line, places: Sequence[int | None]) -> None:
        for cell, place in zip(line.cells, places, strict=True):
            if place is not None:
                left, right = self.edges[place]
                self.edges[place] = min(left, cell.left), max(right, cell.right)


def _overlap(cell: Letters, edges: tuple[float, float]) -> bool:
    left, right = edges
    return cell.left < right and left < cell.right
