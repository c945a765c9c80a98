"""The gate before the dialogue: nobody asks faster than a limit, and every answer is counted.

It stands between all channels and the dialogue, so that one flooded chat cannot take the others'
turns; the platforms' own limits on sending are the channels' business.
"""

import time
from collections import OrderedDict
from collections.abc import Callable

from assistant.glossary import Message, Reply, ReplyTo

KNOWN = 10_000  # callers remembered at once; the longest silent is forgotten first
TOO_FAST = "您发得太快了，请稍等片刻再发；刚才这一条没有处理。"
# Seconds; most answers take milliseconds, a document of a member of staff some seconds.
BUCKETS = (0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.3, 1, 5, 30)


class Limiter:
    """At most `per_minute` requests a caller, refilled steadily; a burst of that many is allowed."""

    def __init__(self, per_minute: int, clock: Callable[[], float] = time.monotonic) -> None:
        self.per_minute = per_minute
        self._rate = per_minute / 60
        self._most = float(per_minute)
        self._clock = clock
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def allows(self, caller: str) -> bool:
        """Whether this caller may go on now; counts the request if so."""
        now = self._clock()
        left, seen = self._left.pop(caller, (self._most, now))
        left = min(self._most, left + (now - seen) * self._rate)
        allowed = left >= 1
        self._left[caller] = (left - 1 if allowed else left, now)
        while len(self._left) > KNOWN:
            self._left.popitem(last=False)
        return allowed


class Meters:
    """计数: what the operator's monitor sees; one set a house."""

    def __init__(self) -> None:
        # not at the top: a single question at the command line is not metered
        from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram

        self.registry = CollectorRegistry()
        self.answers = Counter(
            "dafutong_answers",
            "Replies by channel and kind",
            ["channel", "kind"],
            registry=self.registry,
        )
        self.seconds = Histogram(
            "dafutong_answer_seconds", "Time of one reply", registry=self.registry, buckets=BUCKETS
        )
        self.gap = Gauge(
            "dafutong_event_loop_gap_seconds",
            "Longest time the event loop kept somebody waiting, since the start",
            registry=self.registry,
        )


class Gate:
    """门禁: `reply_to` as the channels call it."""

    def __init__(self, reply_to: ReplyTo, per_minute: int, meters: Meters) -> None:
        self._reply_to = reply_to
        self._limiter = Limiter(per_minute)
        self._meters = meters

    def reply_to(self, message: Message) -> Reply:
        """The dialogue's reply, or that this came too fast."""
        began = time.perf_counter()
        reply = self._reply_to(message) if self._admits(message) else _too_fast()
        self._meters.seconds.observe(time.perf_counter() - began)
        self._meters.answers.labels(message.address.channel, reply.kind).inc()
        return reply

    def _admits(self, message: Message) -> bool:
        """Persons only: programs at the HTTP interface have a limit of their own there."""
        address = message.address
        return not address.person or self._limiter.allows(f"{address.channel}/{address.person}")


def _too_fast() -> Reply:
    return Reply("refused", TOO_FAST.rstrip("。"), TOO_FAST, evidence="none")
