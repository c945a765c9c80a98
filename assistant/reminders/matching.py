"""What a subscription or a list asks for, and which commitments that is. Pure.

全部 · 第59号 · 承诺2 · 区市场监管局 · 商标 · 我的 · 30天内 · 逾期
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from assistant.reminders.rhythms import Rhythm, rhythm_of
from knowledge import Commitment, LetterHead

ALL = re.compile(r"(?:全部|所有|all)(?:承诺|事项)?\Z", re.IGNORECASE)
LETTER = re.compile(r"第?\s*([0-9A-Za-z]+)\s*号(?:建议|提案|函|答复函)?\Z")
JOINTS = "及和与、，,；;：:等 （("  # between two departments in one cell
NUMBER = re.compile(r"(?:承诺|事项|#|＃)\s*([0-9]+)\Z|([0-9]{1,6})\Z")


@dataclass(frozen=True, slots=True)
class Subject:
    """台账条目: a commitment with its number in the ledger and where it stands."""

    number: int
    head: LetterHead
    commitment: Commitment
    deadline: date | None
    since: date  # the day from which its reminders are due to anybody
    open: bool = True

    @property
    def key(self) -> str:
        """The commitment's name for good."""
        return self.commitment.key

    @property
    def rhythm(self) -> Rhythm | None:
        """Its periods, where it recurs."""
        return rhythm_of(self.commitment)

    def due_on(self, day: date) -> bool:
        """Whether a reminder about this day still has a point: its deadline, or the end of a
        period.
        """
        if day == self.deadline:
            return True
        rhythm = self.rhythm
        ended = self.deadline is not None and day > self.deadline
        return rhythm is not None and not ended and rhythm.next_end(day) == day


@dataclass(frozen=True, slots=True)
class Wanted:
    """订阅范围: `kind` is all, letter, commitment, unit or words; `value` what of it."""

    kind: str
    value: str = ""

    def __str__(self) -> str:
        """As people say it."""
        if self.kind == "all":
            return "全部承诺"
        return {"letter": f"第{self.value}号", "commitment": f"承诺{self.value}"}.get(
            self.kind, self.value
        )


def wanted(words: str, subjects: Sequence[Subject]) -> Wanted:
    """第59号 -> letter 59, 承诺2 -> commitment 2; a name that some unit bears is a unit."""
    plain = words.strip()
    if not plain or ALL.match(plain):
        return Wanted("all")
    if found := NUMBER.match(plain):
        return Wanted("commitment", str(int(found[1] or found[2])))
    if found := LETTER.match(plain):
        return Wanted("letter", found[1])
    if any(_is_unit(plain, subject.commitment) for subject in subjects):
        return Wanted("unit", plain)
    return Wanted("words", plain)


def matching(scope: Wanted, subjects: Iterable[Subject]) -> Iterator[Subject]:
    """The commitments within the scope."""
    return (subject for subject in subjects if _within(scope, subject))


def _within(scope: Wanted, subject: Subject) -> bool:
    if scope.kind == "all":
        return True
    if scope.kind == "letter":
        number = (subject.head.letter.number or subject.head.code).lstrip("0")
        return scope.value.lstrip("0") == number
    if scope.kind == "commitment":
        return scope.value == str(subject.number)
    if scope.kind == "unit":
        return _is_unit(scope.value, subject.commitment)
    return all(word in _said(subject) for word in scope.value.split())


def _is_unit(name: str, commitment: Commitment) -> bool:
    """区市场监管局 and 市场监管局 name the same unit of a row; a single character names none.

    Of several (区市场监管局及相关部门) each is named.
    """
    return len(name) > 1 and any(
        unit.endswith(name) or any(f"{name}{joint}" in unit for joint in JOINTS)
        for unit in (*commitment.units, commitment.unit_words)
    )


def _said(subject: Subject) -> str:
    commitment, letter = subject.commitment, subject.head.letter
    return "\n".join(
        (commitment.text, commitment.unit_words, letter.title or "", letter.subject or "")
    )
