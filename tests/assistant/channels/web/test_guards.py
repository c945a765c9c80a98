"""The limit on how often one may ask."""

from assistant.channels.web.guards import Limiter, Lock


def test_a_burst_is_allowed_then_the_caller_waits() -> None:
    now = [0.0]
    limiter = Limiter(3, clock=lambda: now[0])

    assert [limiter.allows("a") for _ in range(4)] == [True, True, True, False]
    now[0] = 20.0  # a third of a minute: one more

    assert [limiter.allows("a") for _ in range(2)] == [True, False]


def test_callers_do_not_share_the_limit() -> None:
    limiter = Limiter(1, clock=lambda: 0.0)

    assert limiter.allows("a")
    assert limiter.allows("b")


def test_a_lock_opens_when_the_misses_are_past() -> None:
    now = [0.0]
    lock = Lock(tries=2, seconds=60, clock=lambda: now[0])
    lock.miss("a")
    lock.miss("a")
    shut = lock.is_shut("a"), lock.is_shut("b")
    now[0] = 61.0

    assert (shut, lock.is_shut("a")) == ((True, False), False)
