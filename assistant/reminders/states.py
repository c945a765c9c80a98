"""The states of a commitment: what a person decided, and what the calendar makes of it. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from assistant.reminders.rhythms import rhythm_of
from knowledge import Commitment

SOON = 30  # days before the deadline from which a commitment is 临期


class State(StrEnum):
    """状态: decided by a person; until somebody does, a commitment is 未到期."""

    NOT_DUE = "未到期"
    ONGOING = "进行中"
    DONE = "已兑现"
    PARTLY = "部分兑现"
    POSTPONED = "顺延"
    FAILED = "未兑现"
    UNVERIFIABLE = "无法核实"


PROVEN = frozenset({State.DONE, State.PARTLY})  # only with evidence
SETTLED = frozenset({State.DONE, State.UNVERIFIABLE})  # nobody is reminded any more


@dataclass(frozen=True, slots=True)
class Change:
    """变更: one entry of a commitment's history; `undoes` is the number of the one taken back."""

    number: int
    key: str
    state: State | None
    note: str
    actor: int
    at: datetime
    evidence: str = ""
    file: int | None = None
    old_deadline: date | None = None
    new_deadline: date | None = None
    undoes: int | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """进展: a figure the unit reported; it is the unit's word, not the letter's."""

    key: str
    value: Decimal
    unit: str
    as_of: str
    note: str
    actor: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Standing:
    """现状: where a commitment stands on a day."""

    state: State
    deadline: date | None
    days_left: int | None
    change: Change | None = None  # the one that decided the state
    moved_from: date | None = None
    moved_on: date | None = None  # the day on which the deadline in force was set
    period: date | None = None  # the last day of the running period, where the promise recurs
    period_left: int | None = None

    @property
    def open(self) -> bool:
        """Whether people are still reminded of it."""
        return self.state not in SETTLED

    @property
    def overdue(self) -> bool:
        """逾期: open, and the last day is past."""
        return self.open and self.days_left is not None and self.days_left < 0

    @property
    def soon(self) -> bool:
        """临期: open, and the last day is near."""
        return self.open and self.days_left is not None and 0 <= self.days_left <= SOON

    @property
    def label(self) -> str:
        """The state in words: "逾期 12 天（进行中）", "临期，还有 7 天", "已兑现"."""
        if not self.open:
            return self.state.value
        if self.days_left is None:
            return self._running()
        decided = f"（{self.state}）" if self.change else ""
        if self.overdue:
            return f"逾期 {-self.days_left} 天{decided}"
        left = f"还有 {self.days_left} 天" if self.days_left else "今日到期"
        return f"临期，{left}{decided}" if self.soon else f"{self.state}，{left}"

    def _running(self) -> str:
        """Without a deadline: the state, and how long the period has to run, if there is one."""
        if self.period is None:
            return self.state.value
        decided = f"（{self.state}）" if self.change else ""
        left = f"还有 {self.period_left} 天" if self.period_left else "今日截止"
        return f"定期，本期到{self.period.month}月{self.period.day}日，{left}{decided}"


def standing(commitment: Commitment, history: Sequence[Change], today: date) -> Standing:
    """Where the commitment stands, after all its history."""
    promised = commitment.deadline.latest if commitment.deadline else None
    deadline, decided, moved_on = promised, None, None
    for change in in_force(history):
        decided = change
        if change.new_deadline:
            deadline, moved_on = change.new_deadline, change.at.date()
    rhythm = rhythm_of(commitment)
    period = rhythm.next_end(today) if rhythm else None
    return Standing(
        decided.state if decided and decided.state else State.NOT_DUE,
        deadline,
        (deadline - today).days if deadline else None,
        decided,
        promised if deadline != promised else None,
        moved_on,
        period,
        (period - today).days if period else None,
    )


def in_force(history: Iterable[Change]) -> list[Change]:
    """The changes that count: taken-back ones are left out, and taking back can be taken back."""
    entries = list(history)
    undone: set[int] = set()
    for change in reversed(entries):
        if change.undoes is not None and change.number not in undone:
            undone.add(change.undoes)
    return [entry for entry in entries if entry.undoes is None and entry.number not in undone]
