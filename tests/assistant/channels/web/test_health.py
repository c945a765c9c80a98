"""The wall clock is watched: a jump is told for a while, drifting and suspending are no jumps."""

from assistant.channels.web import Clocks


def test_a_jump_of_the_clock_is_told_for_a_while() -> None:
    times = [1000.0, 50.0]
    clocks = Clocks(lambda: times[0], lambda: times[1])
    before = clocks.fault()
    times[0] += 3600
    jumped = clocks.fault()
    times[:] = times[0] + 300, times[1] + 300
    still = clocks.fault()
    times[:] = times[0] + 400, times[1] + 400

    assert before is None and clocks.fault() is None
    assert jumped == still == "系统时钟跳了 +3600 秒，请核对"


def test_a_clock_that_is_corrected_by_little_is_no_fault() -> None:
    times = [1000.0, 50.0]
    clocks = Clocks(lambda: times[0], lambda: times[1])
    times[:] = times[0] + 86_430, times[1] + 86_400

    assert clocks.fault() is None
