"""Particulars: the places and document numbers a question names, which no other one may stand for.

A text headed by another city, or by another number of the same kind, answers something else however
well the other words fit.
"""

import functools
import re
from dataclasses import dataclass

from knowledge.words import Lexicon

HEAD = 80  # characters at the beginning of a text, where its own place and number stand
_NUMBER = re.compile(r"(?:第|[〔\[（(]\d{4}[〕\]）)]第?)\d+号|[〔\[]\d{4}[〕\]]")


@dataclass(frozen=True, slots=True)
class Particulars:
    """特指: the places and document numbers that a question names."""

    places: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()
    known: tuple[str, ...] = ()  # every place there is a name for

    def conflicts(self, text: str) -> int:
        """How many of the kinds named here a text has otherwise: 0 where it names them, or none."""
        head = text[:HEAD]
        return int(self._other_place(text, head)) + int(self._other_number(text, head))

    def _other_place(self, text: str, head: str) -> bool:
        if not self.places or any(place in text for place in self.places):
            return False
        return any(place in head for place in self.known)

    def _other_number(self, text: str, head: str) -> bool:
        if not self.numbers or any(number in text for number in self.numbers):
            return False
        return _NUMBER.search(head) is not None


def particulars(text: str, lexicon: Lexicon) -> Particulars:
    """What a question names: "深圳市第59号建议" -> places {深圳}, numbers {第59号}."""
    known = _places(lexicon)
    places = frozenset(place for place in known if place in text)
    numbers = frozenset(_NUMBER.findall(text))
    return Particulars(places, numbers, known if places else ())


@functools.lru_cache(maxsize=4)
def _places(lexicon: Lexicon) -> tuple[str, ...]:
    groups = lexicon.raw("places")
    return (*groups["provinces"], *groups["cities"])
