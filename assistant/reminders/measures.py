"""The letter's own figure for what it promises: 14036件 now, of the 14500件 promised. Pure.

The figure must be in the promised unit, speak of the present, stand elsewhere than the promise,
and bear a name that the promise contains in order of its characters. Promises of something new
(新增5个) have no such figure: the stock is not what they count.
"""

import re
from collections.abc import Iterable

from assistant.reminders import phrasing
from assistant.reminders.ledger import Entry
from assistant.reminders.ties import Ties
from knowledge import Commitment, Indicator

PRESENT = frozenset({"存量", "数量", "累计", "占比"})
NEW = re.compile("新增|增加|增长|新培育|新认定")
BARE = re.compile(r"[0-9.,，。\s]+|[年月件个家项]|达到|全区|全市|全县|力争|确保")
ALIKE = 0.6  # of 1: shared characters in order, of both names


def current(commitment: Commitment, indicators: Iterable[Indicator]) -> Indicator | None:
    """The present figure of what is promised; None rather than a neighbour's."""
    if commitment.target is None or NEW.search(commitment.text):
        return None
    text = BARE.sub("", commitment.text)
    alike = [
        (_likeness(BARE.sub("", indicator.name), text), indicator)
        for indicator in indicators
        if indicator.unit == commitment.target_unit
        and indicator.measure in PRESENT
        and indicator.place.quote != commitment.place.quote
    ]
    likeness, best = max(alike, key=lambda pair: pair[0], default=(0.0, None))
    return best if likeness > ALIKE else None


def stated(entry: Entry, ties: Ties) -> str:
    """The words for it with its citation; empty where the letter has no such figure."""
    figure = current(entry.commitment, ties.indicators(entry.head))
    return phrasing.stated(entry, figure, ties.cite(figure, entry.head)) if figure else ""


def _likeness(name: str, text: str) -> float:
    """注册商标 in 有效注册商标 -> 0.8: characters of the name found in order, of both lengths."""
    at = hits = 0
    for letter in name:
        place = text.find(letter, at)
        if place >= 0:
            hits, at = hits + 1, place + 1
    return 2 * hits / max(len(name) + len(text), 1)
