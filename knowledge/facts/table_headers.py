"""Table headers: which rows of a grid name its columns, in one row or two, below captions.

A row whose cells all say the same is a caption; a merged name above several columns is put in
front of theirs: 2022年 over 目标 and 完成 -> 2022年目标, 2022年完成.
"""

import re
from dataclasses import dataclass

from knowledge.facts.flattened import Grid, Row

_NUMERIC = re.compile(r"^[-—]?[\d,]+(?:\.\d+)?%?$")
_MOST_CAPTIONS = 3  # rows


@dataclass(frozen=True, slots=True)
class TableHeader:
    """表头: the names of the columns; `captions` rows stand above, the body begins at row `body`."""

    names: tuple[str, ...]
    captions: int
    body: int


def header_of(grid: Grid) -> TableHeader:
    """The header of a grid; its first row where nothing else is told."""
    rows = grid.rows
    first = 0
    while first < min(_MOST_CAPTIONS, len(rows) - 2) and _is_caption(rows[first]):
        first += 1
    last = first + 1
    if _has_second_row(rows, first):
        last += 1
    return TableHeader(_names(rows[first:last]), first, last)


def is_numeric(text: str) -> bool:
    """Whether a cell holds a figure and nothing else: 14,036 or 85.2%, not 2022年."""
    return bool(_NUMERIC.match(text.strip()))


def _is_caption(row: Row) -> bool:
    """One text over the whole width, a note (单位：件) beside empty cells, or labels with their
    values: 填报单位：县水务局 | 填报日期：5月20日.
    """
    texts = {cell.text for cell in row if cell.text}
    labelled = [text for text in texts if re.match(r"[\u4e00-\u9fff]{2,8}：.", text)]
    return len(row) > 1 and (len(texts) <= 1 or len(labelled) == len(texts))


def _has_second_row(rows: tuple[Row, ...], first: int) -> bool:
    """A second row of names follows where names above span several columns."""
    if first + 2 >= len(rows):
        return False
    above = [cell.text for cell in rows[first]]
    spans = any(one and one == other for one, other in zip(above, above[1:], strict=False))
    spans = spans or any(
        one and not other and rows[first + 1][at + 1].text
        for at, (one, other) in enumerate(zip(above, above[1:], strict=False))
    )
    return spans and not any(is_numeric(cell.text) for cell in rows[first + 1])


def _names(rows: tuple[Row, ...]) -> tuple[str, ...]:
    """The names of the columns, those above first, each word once."""
    names: list[str] = []
    reach = ""
    for column in zip(*rows, strict=True):
        texts = [cell.text for cell in column]
        if len(texts) > 1 and not texts[0] and texts[1]:
            texts[0] = reach  # an empty cell right of a name it is merged with
        reach = texts[0]
        names.append("".join(dict.fromkeys(text for text in texts if text)))
    return tuple(names)
