"""Warming up: what a long-lived command does before its first answer, so that every answer is
quick.
"""

import gc
from typing import Protocol

# How many new objects, and how many smaller collections, come before a collection. By Python's own
# numbers every hundredth answer waits a fifth of a second while all letters in memory are looked
# through.
COLLECTED = (20_000, 20, 100)


class Room(Protocol):
    """A part of the program that has something to load."""

    def warm(self) -> None:
        """Load what the first answer needs."""


def warm(*rooms: Room) -> None:
    """Load what answers need, and let the garbage collector take it as there for good."""
    for room in rooms:
        room.warm()
    gc.collect()
    gc.freeze()
    gc.set_threshold(*COLLECTED)
