"""The brake: how many are too many, and when the clock has jumped."""

from datetime import datetime, timedelta

import pytest

from assistant.reminders import Brake
from assistant.reminders.brake import FLOOR, JUMP, TIMES, machine_time
from tests.assistant.reminders.office import at

NOON = at("2022-12-01 12:00")


class Machine:
    """Seconds since the start, moved by hand."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


@pytest.mark.parametrize(
    ("new", "usual", "held"),
    [
        # a day of so many is usual anywhere
        (TIMES * FLOOR, 0, False),
        (TIMES * FLOOR + 1, 0, True),
        # up to three times the busiest day
        (TIMES * 500, 500, False),
        (TIMES * 500 + 1, 500, True),
        (0, 0, False),
    ],
)
def test_far_more_than_usual_is_held(new: int, usual: int, held: bool) -> None:
    assert bool(Brake(machine=Machine()).holds(new, usual, NOON)) is held


def test_no_times_never_hold_anything() -> None:
    assert Brake(times=0, machine=Machine()).holds(1_000_000, 0, NOON) == ""


def ticked(later: datetime, seconds: float) -> str:
    """Why one reminder is held at `later`, the machine having run for so many seconds since noon."""
    machine = Machine()
    brake = Brake(machine=machine)
    brake.holds(1, 0, NOON)
    machine.seconds = seconds
    return brake.holds(1, 0, later)


def test_wall_time_that_runs_ahead_of_the_machine_is_held_and_said() -> None:
    assert "跳了约 8 小时" in ticked(NOON + timedelta(hours=8), 0.0)


@pytest.mark.parametrize(
    ("later", "seconds"),
    [
        (NOON + JUMP, 0.0),  # as much as is allowed
        (NOON + timedelta(days=3), 3 * 86_400.0),  # the machine has run as long
        (NOON - timedelta(days=1), 60.0),  # the clock went back
    ],
)
def test_other_gaps_are_no_jump(later: datetime, seconds: float) -> None:
    assert ticked(later, seconds) == ""


def test_a_jump_without_anything_new_holds_nothing() -> None:
    machine = Machine()
    brake = Brake(machine=machine)
    brake.holds(0, 0, NOON)

    assert brake.holds(0, 0, NOON + timedelta(days=30)) == ""
    assert brake.holds(1, 0, NOON + timedelta(days=30)) == ""


def test_machine_time_never_goes_back() -> None:
    assert machine_time() <= machine_time()
