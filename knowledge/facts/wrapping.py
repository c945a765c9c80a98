"""Wrapping: lines that were broken to fit a page, put together to paragraphs again."""

import re
from collections.abc import Sequence

from knowledge.facts.duties import begins_duty
from knowledge.facts.headings import mark_of
from knowledge.facts.lines import Line, delimited, joined
from knowledge.words.folding import Folded

_ENDS = "。！？；：…!?;:”’）)》"
_WIDEST_PAGE = 110  # columns; a longer line is a paragraph as it is
_RAGGED = 6  # columns a full line may fall short of the widest (a mark or a number moved down)


def paragraphs(lines: Sequence[Line]) -> list[list[Line]]:
    """Groups of lines that make one paragraph each; labels below an item are part of it.

    ["您提出的建议收", "悉。", "  一是……"] -> [["您提出的建议收", "悉。"], ["  一是……"]]
    """
    full = _page_width(lines)
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _continues(groups[-1][-1], line, full):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def text_of(lines: Sequence[Line]) -> Folded:
    """The text of a paragraph, its wraps gone; labels (责任单位：…) keep lines of their own."""
    pieces: list[list[Folded]] = []
    for line in lines:
        if pieces and not begins_duty(line.text):
            pieces[-1].append(line.folded)
        else:
            pieces.append([line.folded])
    return delimited([joined(piece) for piece in pieces], "\n")


def _page_width(lines: Sequence[Line]) -> int | None:
    """The columns of a full line where the text was wrapped, else None."""
    widths = sorted(line.width for line in lines if line.table is None)
    if len(widths) < 4 or widths[-1] > _WIDEST_PAGE:
        return None
    width = widths[-1]
    filled = [line for line in lines if line.table is None and line.width >= width - _RAGGED]
    broken = [line for line in filled if line.text[-1:] not in _ENDS]
    return width if len(filled) >= 3 and 2 * len(broken) >= len(filled) else None


def _continues(above: Line, line: Line, full: int | None) -> bool:
    """Whether a line carries on the paragraph of the line above it."""
    if begins_duty(line.text) and above.table is None and line.table is None:
        return True
    if full is None or line.gap or above.table is not None or line.table is not None:
        return False
    if above.width < full - _RAGGED or line.indent >= 2 and line.indent >= above.indent:
        return False
    if mark_of(line.text) and above.text[-1:] in _ENDS:
        return False
    return not re.match(r"附件[：:\d]", line.text)
