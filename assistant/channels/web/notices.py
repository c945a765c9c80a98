"""Notices: replies left for a visitor of the page until the page asks for them."""

from collections import defaultdict
from threading import Lock

from assistant.glossary import Reply

KEPT = 50  # notices a visitor; older ones stay in the register of deliveries


class Notices:
    """What waits for each visitor, by key, so that the same one never waits twice."""

    def __init__(self) -> None:
        self._waiting: dict[str, dict[str, Reply]] = defaultdict(dict)
        self._lock = Lock()

    def leave(self, visitor: str, reply: Reply, key: str) -> None:
        """Leave a reply; one with a key known to wait replaces it."""
        with self._lock:
            waiting = self._waiting[visitor]
            waiting[key or f"#{len(waiting)}"] = reply
            while len(waiting) > KEPT:
                waiting.pop(next(iter(waiting)))

    def take(self, visitor: str) -> list[Reply]:
        """Everything that waits; it waits no longer."""
        with self._lock:
            return list(self._waiting.pop(visitor, {}).values())
