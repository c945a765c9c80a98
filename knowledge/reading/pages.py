"""Pages of lines and ruled tables -> one text: sentences and tables go on over page borders."""

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from knowledge.reading.columns import write_lines
from knowledge.reading.drafting import Box, Draft
from knowledge.reading.layout import Line, glued, without_running

Area = tuple[float, float, float, float]  # left, top, right, bottom


@dataclass(frozen=True, slots=True)
class Part:
    """A table as it stands on one page, or put together from several."""

    rows: list[list[Box]]
    box: Area
    columns: tuple[float, ...]  # where they begin, as shares of the page's width

    @property
    def top(self) -> float:
        """Where it begins, from the top of the page."""
        return self.box[1]


Piece = Line | Part


def grid_of(cells: Iterable[tuple[Area, str]], box: Area, width: float, near: float) -> Part | None:
    """The cells of a ruled table as a grid; one that covers several rows or columns stands in all.

    Lines within `near` of each other are one line drawn twice. None where there is one column only.
    """
    known = list(cells)
    lefts, tops = (_edges((area[axis] for area, _ in known), near) for axis in (0, 1))
    if len(lefts) < 2 or not known:
        return None
    rows = [[Box() for _ in lefts] for _ in tops]
    for (left, top, right, bottom), text in known:
        one = Box(text)
        down, across = _covered(tops, top, bottom, near), _covered(lefts, left, right, near)
        for y, x in itertools.product(down, across):
            rows[y][x] = one
    return Part(rows, box, tuple(left / width for left in lefts))


def write_pages(pages: Sequence[Sequence[Piece]], draft: Draft) -> None:
    """Writes all pages as one text."""
    lines = without_running([[p for p in page if isinstance(p, Line)] for page in pages])
    kept = {id(line) for page in lines for line in page}
    pieces = [p for page in pages for p in page if isinstance(p, Part) or id(p) in kept]
    everything = [line for page in lines for line in page]
    for is_table, run in itertools.groupby(pieces, key=lambda piece: isinstance(piece, Part)):
        if is_table:
            for part in _put_together([piece for piece in run if isinstance(piece, Part)], draft):
                draft.table(part.rows)
        else:
            write_lines([piece for piece in run if isinstance(piece, Line)], everything, draft)


def length(page: Sequence[Piece]) -> int:
    """How many characters a page has."""
    return sum(
        len(piece.text)
        if isinstance(piece, Line)
        else sum(map(len, map("".join, map(_texts, piece.rows))))
        for piece in page
    )


def _edges(values: Iterable[float], near: float) -> list[float]:
    edges: list[float] = []
    for value in sorted(values):
        if not edges or value - edges[-1] > near:
            edges.append(value)
    return edges


def _covered(edges: list[float], start: float, end: float, near: float) -> list[int]:
    return [at for at, edge in enumerate(edges) if start - near <= edge < end - near]


def _put_together(parts: list[Part], draft: Draft) -> list[Part]:
    """Tables that follow each other with the same columns are one, printed on several pages."""
    whole = parts[:1]
    for part in parts[1:]:
        if _same_columns(whole[-1], part):
            rows = _carried_on(whole[-1].rows, part.rows)
            whole[-1] = Part([*whole[-1].rows, *rows], part.box, part.columns)
            draft.remark("有表格跨页，已接成一张，请核对接缝处")
        else:
            whole.append(part)
    return whole


def _same_columns(above: Part, below: Part) -> bool:
    pairs = zip(above.columns, below.columns, strict=False)
    return len(above.columns) == len(below.columns) and all(abs(a - b) < 0.02 for a, b in pairs)


def _carried_on(above: list[list[Box]], below: list[list[Box]]) -> list[list[Box]]:
    """The rows of a table's next page: without the repeated header, the torn row mended.

    A cell that is blank at the top goes on from above, where it was printed; a first row without
    its number is the rest of the last row above.
    """
    if _texts(below[0]) == _texts(above[0]):
        below = below[1:]
    if below and not below[0][0].text and above[-1][0].text.isdecimal() and any(_texts(below[0])):
        rest = below.pop(0)
        above[-1] = [
            last if last.text == box.text else Box(glued((last.text, box.text)))
            for last, box in zip(above[-1], rest, strict=True)
        ]
    for at, box in enumerate(below[0] if below else ()):
        if not box.text:
            below = [[above[-1][at] if each is box else each for each in row] for row in below]
    return below


def _texts(row: Sequence[Box]) -> list[str]:
    return [box.text for box in row]
