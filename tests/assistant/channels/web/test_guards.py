"""The lock against guessing codes."""

from assistant.channels.web.guards import Lock


def test_a_lock_opens_when_the_misses_are_past() -> None:
    now = [0.0]
    lock = Lock(tries=2, seconds=60, clock=lambda: now[0])
    lock.miss("a")
    lock.miss("a")
    shut = lock.is_shut("a"), lock.is_shut("b")
    now[0] = 61.0

    assert (shut, lock.is_shut("a")) == ((True, False), False)
