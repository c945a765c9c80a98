"""第二条工作思路, 第一项措施: of what stands one below the other, the part at the place named.

A part begins with a heading of its own (（二）…) or with its number (二是…), and ends where the next
begins.
"""

import re
from collections.abc import Sequence

from assistant.dialogue.answering.numbered import place_in
from assistant.dialogue.matching import Fit
from assistant.dialogue.matching.zones import folded_text

_NUMBERED = re.compile(
    r"^(?:第?[一二三四五六七八九十](?:是(?!否)|[、，,:：])|[（(][一二三四五六七八九十0-9]+[）)]|[0-9][.、])"
)


def of_place(rows: Sequence[Fit], text: str) -> list[Fit] | None:
    """The rows of the part a text names by its place; all where it names none, None where there is
    none such.
    """
    parts = _parts(rows)
    place = place_in(text, len(parts))
    if place is None or len(parts) < 2:
        return list(rows)
    return parts[place - 1] if 1 <= place <= len(parts) else None


def _parts(rows: Sequence[Fit]) -> list[list[Fit]]:
    heads = [row.evidence.headings[-1:] for row in rows]
    several = len(set(heads)) > 1
    parts: list[list[Fit]] = []
    for at, row in enumerate(rows):
        begins = heads[at] != heads[at - 1] if several else _is_numbered(row)
        if at == 0 or begins:
            parts.append([])
        parts[-1].append(row)
    return parts


def _is_numbered(row: Fit) -> bool:
    return _NUMBERED.match(folded_text(row.evidence.quote).strip()) is not None
