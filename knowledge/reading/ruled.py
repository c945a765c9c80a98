"""Ruled tables in a picture of a page: its long lines, and the cells between them.

Needs numpy and OpenCV, which come with the recogniser. The picture must stand upright.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from knowledge.reading.pages import Area

if TYPE_CHECKING:
    from PIL.Image import Image

_DARK = 160  # of 255: darker is ink; scanners print thin lines grey
_LONG = 40  # part of the page's width: the shortest side of a cell that counts
_LEAST = (0.2, 0.02)  # shares of the page that a table covers, across and down
_DRAWN = 0.6  # share of a cell's side that must be ink for the cell to end there
_THICK = 6  # pixels within which a skewed or thick line wanders


def ruled_tables(image: "Image") -> list[tuple[Area, list[Area]]]:
    """The tables of a page from top to bottom, each with its cells (left, top, right, bottom)."""
    import cv2
    import numpy

    grey = numpy.asarray(image.convert("L"))
    ink = (grey < _DARK).astype(numpy.uint8)
    least = max(20, image.width // _LONG)
    across: Any = cv2.morphologyEx(ink, cv2.MORPH_OPEN, numpy.ones((1, least), numpy.uint8))
    down: Any = cv2.morphologyEx(ink, cv2.MORPH_OPEN, numpy.ones((least, 1), numpy.uint8))
    thick = numpy.ones((_THICK, _THICK), numpy.uint8)
    across, down = cv2.dilate(across, thick), cv2.dilate(down, thick)
    count, _, boxes, _ = cv2.connectedComponentsWithStats(across | down)
    tables = []
    for left, top, width, height, _ in boxes[1:count]:
        if width > _LEAST[0] * image.width and height > _LEAST[1] * image.height:
            area = (slice(top, top + height), slice(left, left + width))
            cells = list(_cells(across[area], down[area]))
            if len(cells) > 1:
                moved = [(a + left, b + top, c + left, d + top) for a, b, c, d in cells]
                tables.append(((left, top, left + width, top + height), moved))
    return sorted(tables, key=lambda table: table[0][1])


def _cells(across: Any, down: Any) -> Iterator[Area]:
    """The cells of one table: rectangles whose sides are drawn."""
    xs, ys = _places(down.sum(axis=0)), _places(across.sum(axis=1))
    taken: set[tuple[int, int]] = set()
    for row in range(len(ys) - 1):
        for column in range(len(xs) - 1):
            if (row, column) in taken:
                continue
            right = _end(down[ys[row] : ys[row + 1], :], xs, column, 1)
            bottom = _end(across[:, xs[column] : xs[right]], ys, row, 0)
            taken |= {(r, c) for r in range(row, bottom) for c in range(column, right)}
            yield float(xs[column]), float(ys[row]), float(xs[right]), float(ys[bottom])


def _places(ink: Any) -> list[int]:
    """The middles of the lines in a profile: runs where there is ink enough for one cell's side."""
    places: list[int] = []
    run: list[int] = []
    for at, amount in enumerate([*ink.tolist(), 0]):
        if amount > _THICK * 4:
            run.append(at)
        elif run:
            places.append(sum(run) // len(run))
            run = []
    return places


def _end(lines: Any, places: list[int], start: int, axis: int) -> int:
    """The next line that is drawn along a side; the last one at the latest."""
    further = range(start + 1, len(places))
    return next((at for at in further if _is_drawn(lines, places[at], axis)), len(places) - 1)


def _is_drawn(lines: Any, place: int, axis: int) -> bool:
    strip = lines.take(range(max(0, place - _THICK), min(lines.shape[axis], place + _THICK)), axis)
    along = strip.max(axis=axis)
    return bool(along.size) and float(along.mean()) > _DRAWN
