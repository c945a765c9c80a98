"""Warming up: what a long-lived command does before its first answer, so that every answer is quick."""

import gc

from knowledge import Library

# How many new objects, and how many smaller collections, come before a collection. By Python's own
# numbers every hundredth answer waits a fifth of a second while all letters in memory are looked through.
COLLECTED = (20_000, 20, 100)


def warm(library: Library) -> None:
    """Load what answers need, and let the garbage collector take it as there for good."""
    library.warm()
    gc.collect()
    gc.freeze()
    gc.set_threshold(*COLLECTED)
