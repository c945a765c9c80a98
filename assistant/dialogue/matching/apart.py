"""Other names of a thing, where the letter counts both: 助餐点118个 is then no 老年食堂52家."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from assistant.dialogue.matching.zones import Zones
from assistant.dialogue.question import Support, Word
from knowledge import Evidence, Indicator


class Placed(Protocol):
    """A fact with the places where words may stand in it."""

    @property
    def evidence(self) -> Evidence: ...

    @property
    def zones(self) -> Zones: ...


def told_apart(
    word: Word, rows: Sequence[Placed], found: Mapping[int, Support]
) -> Mapping[int, Support]:
    """The rows that bear the word, without the figures of what only goes by another of its names."""
    if not word.name or len(word.forms) < 2:
        return found
    figures = {at: rows[at].zones for at in found if isinstance(rows[at].evidence.fact, Indicator)}
    if not any(word.text in zones.label for zones in figures.values()):
        return found
    others = [form for form in word.forms[1:] if form not in word.text and word.text not in form]
    neighbours = {
        at
        for at, zones in figures.items()
        if word.text not in zones.own + zones.label and any(form in zones.label for form in others)
    }
    return {at: support for at, support in found.items() if at not in neighbours}
