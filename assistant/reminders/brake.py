"""The burst brake: far more reminders at once than usual are held until an admin lets them go.

Either the planner was asked for more than three times the busiest day of the last month, or the
wall clock ran ahead of the machine's own time: both say that the clock, not the year, has jumped.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

TIMES = 3  # as many times the usual is a burst
FLOOR = 100  # a day of so many is usual anywhere, also on the first day
JUMP = timedelta(hours=6)  # wall time gained over machine time between two ticks


def machine_time() -> float:
    """Seconds since the machine started, sleep counted where the system tells."""
    clock = getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC)
    return time.clock_gettime(clock)


@dataclass(slots=True)
class Brake:
    """刹车; `times` 0 never holds anything."""

    times: int = TIMES
    floor: int = FLOOR
    machine: Callable[[], float] = machine_time
    _last: tuple[datetime, float] | None = field(default=None, init=False)

    def holds(self, new: int, usual: int, now: datetime) -> str:
        """Why the new reminders are to be held; empty when they may go."""
        jumped = self._gained(now)
        if not (self.times and new):
            return ""
        if jumped > JUMP:
            return f"系统时钟突然向前跳了约 {round(jumped / timedelta(hours=1))} 小时"
        allowed = self.times * max(usual, self.floor)
        return f"一次出现 {new} 条提醒，超过平时的 {self.times} 倍" if new > allowed else ""

    def _gained(self, now: datetime) -> timedelta:
        """How far the wall clock ran ahead of the machine since the last tick."""
        machine = self.machine()
        last, self._last = self._last, (now, machine)
        if last is None:
            return timedelta()
        return (now - last[0]) - timedelta(seconds=machine - last[1])
