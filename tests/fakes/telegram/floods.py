"""How many messages the server takes: 30 a second in all, one a second in a chat, 20 a minute in a
group.
"""

from collections import defaultdict, deque
from dataclasses import dataclass, field

TOLERANCE = 0.1  # seconds; the real server is more patient, in ways nobody has written down


@dataclass
class Floods:
    """Sliding windows; 0 switches a limit off."""

    per_second: int = 30
    chat_per_second: int = 1
    group_per_minute: int = 20
    _sent: dict[object, deque[float]] = field(default_factory=lambda: defaultdict(deque))

    def retry_after(self, chat: int, now: float) -> int:
        """Seconds to wait, or 0: then the message counts as sent."""
        windows = [
            ("all", self.per_second, 1 - TOLERANCE),
            (chat, self.chat_per_second, 1 - TOLERANCE),
        ]
        if chat < 0:
            windows.append((("group", chat), self.group_per_minute, 60 - TOLERANCE))
        for key, most, seconds in windows:
            wait = self._wait(key, most, seconds, now)
            if wait > 0:
                return int(wait) + 1
        for key, _, _ in windows:
            self._sent[key].append(now)
        return 0

    def _wait(self, key: object, most: int, seconds: float, now: float) -> float:
        sent = self._sent[key]
        while sent and sent[0] <= now - seconds:
            sent.popleft()
        return sent[0] + seconds - now if most and len(sent) >= most else 0.0
