"""What was said last at an address, so that 其中农产品呢 has something to lean on.

Memory belongs to channel, chat and person, ends after a while, and is small: the last part
answered, the choices offered, the names listed. Where it is kept is the Shelf's business.
"""

from collections import OrderedDict
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Protocol

from assistant.dialogue.answer import Part
from assistant.dialogue.answering.chaining import chained
from assistant.dialogue.answering.saying import label
from assistant.dialogue.question import Question, Word
from assistant.glossary import Address
from knowledge import Evidence, Indicator

Key = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Turn:
    """话轮: the last question and what its answer rested on.

    `rows` are the evidence of `names`, one by one, where each has its own; `figures` those said one
    after the other, for 一共呢.
    """

    question: Question
    focus: tuple[Evidence, ...]
    names: tuple[str, ...]
    options: tuple[str, ...]
    rows: tuple[Evidence, ...]
    when: datetime
    kind: str = "answer"
    figures: tuple[Evidence, ...] = ()

    def asked(self) -> Question:
        """The question with the name of the one figure that answered it: 专利 was 发明专利."""
        row = self.focus[0] if len(self.focus) == 1 else None
        if row is None or not isinstance(row.fact, Indicator):
            return self.question
        name = label(row)
        required = self.question.required
        if len(required) != 1 or name in required[0].forms or required[0].text not in name:
            return self.question
        return replace(self.question, words=(Word(name, (name,)), *self.question.words))


class Shelf(Protocol):
    """记忆架: keeps one turn a key."""

    def get(self, key: Key) -> Turn | None:
        """The turn kept under the key."""

    def put(self, key: Key, turn: Turn) -> None:
        """Keep this turn instead of the one before."""

    def drop(self, key: Key) -> None:
        """Forget the key."""


class DictShelf:
    """A shelf in this process; the least recently used key goes first when it is full."""

    def __init__(self, size: int = 10_000) -> None:
        self._turns: OrderedDict[Key, Turn] = OrderedDict()
        self._size = size

    def get(self, key: Key) -> Turn | None:
        """The turn kept under the key."""
        return self._turns.get(key)

    def put(self, key: Key, turn: Turn) -> None:
        """Keep this turn; the oldest keys make room."""
        self._turns[key] = turn
        self._turns.move_to_end(key)
        while len(self._turns) > self._size:
            self._turns.popitem(last=False)

    def drop(self, key: Key) -> None:
        """Forget the key."""
        self._turns.pop(key, None)


class Memory:
    """记忆: recalls the last turn of a person in a chat until it is too old."""

    def __init__(
        self, lasts: timedelta = timedelta(minutes=30), shelf: Shelf | None = None
    ) -> None:
        self._lasts = lasts
        self._shelf: Shelf = shelf if shelf is not None else DictShelf()

    def recall(self, address: Address, now: datetime) -> Turn | None:
        """The last turn, unless it is older than memory lasts."""
        turn = self._shelf.get(_key(address))
        if turn is None or now - turn.when > self._lasts:
            return None
        return turn

    def keep(self, address: Address, turn: Turn) -> None:
        """Remember this turn for the next message."""
        self._shelf.put(_key(address), turn)

    def clear(self, address: Address) -> None:
        """Start anew."""
        self._shelf.drop(_key(address))


def _key(address: Address) -> Key:
    return (address.channel, address.chat, address.thread, address.person)


def turn_of(part: Part, now: datetime, earlier: Turn | None, kind: str = "answer") -> Turn:
    """What is remembered: the list last named and the figures last said stay while questions lean."""
    said = part.answer
    listed = earlier if earlier and part.leans and not (said.names or said.options) else None
    return Turn(
        question=part.question,
        focus=said.focus,
        names=listed.names if listed else said.names,
        options=tuple(option.says for option in said.options),
        rows=listed.rows if listed else said.rows or said.focus,
        when=now,
        kind=kind,
        figures=chained(earlier.figures if earlier else (), said, leans=part.leans),
    )
