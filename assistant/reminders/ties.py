"""What the rest of the house hands to this room, so that it imports none of it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Protocol

from sqlalchemy.orm import Session

from assistant.glossary import Account, Address
from knowledge import Citation, Commitment, Indicator, LetterHead

MORNING = 9  # the hour of a reminder unless a subscription names another


class Record(Protocol):
    """记入审计日志: append a line in the given transaction."""

    def __call__(
        self, session: Session, actor: int, action: str, subject: str, **detail: str | int | None
    ) -> None: ...


class Authorize(Protocol):
    """授权: raise NotAllowed unless the actor may do this to the subject."""

    def __call__(self, actor: Account, action: str, subject: object = None) -> None: ...


def plain_citation(fact: Commitment | Indicator, head: LetterHead) -> Citation:
    """A citation from the fact alone, where no library is at hand."""
    place = fact.place
    quote = fact.text if isinstance(fact, Commitment) else fact.name
    span, title = place.quote, head.letter.title or head.name
    return Citation(place.code, title, place.section, quote, span.start, span.end, head.id)


@dataclass(frozen=True, slots=True)
class Ties:
    """联系: the commitments, the people, what they may do, the audit log and the clock."""

    commitments: Callable[[], Sequence[tuple[LetterHead, Commitment]]]
    people: Callable[[], Mapping[int, Account]]
    authorize: Authorize
    record: Record
    clock: Callable[[], datetime]
    cite: Callable[[Commitment | Indicator, LetterHead], Citation] = plain_citation
    indicators: Callable[[LetterHead], Sequence[Indicator]] = lambda head: ()
    unreachable: Callable[[Address, str], None] = lambda address, reason: None
    moved: Callable[[Address, str], None] = lambda address, chat: None
    morning: int = MORNING

    def next_round(self, hour: int | None = None) -> date:
        """The first day whose reminders are still ahead: today before the hour, else tomorrow."""
        now, hour = self.clock(), self.morning if hour is None else hour
        return now.date() if now.hour < hour else now.date() + timedelta(days=1)
