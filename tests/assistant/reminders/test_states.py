"""Where a commitment stands: what people decided, taken back or not, and what the calendar says."""

from datetime import date, datetime

import pytest

from assistant.reminders.states import Change, State, in_force, standing
from assistant.storage.moments import SHANGHAI
from tests.assistant.reminders.office import VAGUE, promise, three

TARGET = three()[1][1]
NOON = datetime(2022, 12, 1, 12, tzinfo=SHANGHAI)


def change(number: int, state: State | None, undoes: int | None = None, **more: date) -> Change:
    """An entry of the history."""
    return Change(number, TARGET.key, state, "说明", 1, NOON, undoes=undoes, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("today", "label"),
    [
        ("2022-11-30", "未到期，还有 31 天"),
        ("2022-12-01", "临期，还有 30 天"),
        ("2022-12-31", "临期，今日到期"),
        ("2023-01-01", "逾期 1 天"),
        ("2023-12-31", "逾期 365 天"),
    ],
)
def test_the_calendar_alone_says_near_or_overdue(today: str, label: str) -> None:
    assert standing(TARGET, (), date.fromisoformat(today)).label == label


@pytest.mark.parametrize(
    ("state", "open_", "label"),
    [
        (State.ONGOING, True, "逾期 1 天（进行中）"),
        (State.PARTLY, True, "逾期 1 天（部分兑现）"),
        (State.FAILED, True, "逾期 1 天（未兑现）"),
        (State.DONE, False, "已兑现"),
        (State.UNVERIFIABLE, False, "无法核实"),
    ],
)
def test_a_person_decides_and_the_calendar_goes_on(state: State, open_: bool, label: str) -> None:
    now = standing(TARGET, [change(1, state)], date(2023, 1, 1))

    assert (now.open, now.label) == (open_, label)


def test_what_was_taken_back_counts_no_more_and_taking_back_can_be_taken_back() -> None:
    done, undo, redo = change(1, State.DONE), change(2, None, undoes=1), change(3, None, undoes=2)

    assert in_force([done, undo]) == []
    assert in_force([done, undo, redo]) == [done]


def test_a_moved_deadline_keeps_the_promised_one_and_comes_back_with_undo() -> None:
    moved = change(1, State.POSTPONED, new_deadline=date(2023, 6, 30))
    later = standing(TARGET, [moved, change(2, State.ONGOING)], date(2023, 1, 1))
    undone = standing(TARGET, [moved, change(2, None, undoes=1)], date(2023, 1, 1))

    assert (later.deadline, later.moved_from) == (date(2023, 6, 30), date(2022, 12, 31))
    assert later.label == "进行中，还有 180 天"
    assert undone.label == "逾期 1 天"


def test_a_vague_deadline_is_never_near_nor_overdue() -> None:
    now = standing(promise(4, "长期坚持", VAGUE)[1], (), date(2030, 1, 1))

    assert (now.overdue, now.soon, now.label) == (False, False, "未到期")
