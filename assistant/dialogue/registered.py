"""What the dialogue asks of the register of commitments, and how it remembers what that said.

The register itself is another room's; it is handed in. Without one, nothing is registered.
"""

from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime
from typing import Protocol

from assistant.dialogue.memory import Turn
from assistant.dialogue.question import Ask, Question
from assistant.glossary import Reply, Request
from knowledge import Citation, Commitment, Evidence, Library


class Heard(Protocol):
    """听到的: a reply, and the keys of the commitments it is about."""

    @property
    def reply(self) -> Reply: ...

    @property
    def keys(self) -> tuple[str, ...]: ...


class Register(Protocol):
    """台账: where the office enters what became of a promise."""

    def heard(self, request: Request) -> Heard | None:
        """The answer to plain words that ask for the register, if they do."""

    def beside(self, reply: Reply, keys: Collection[str], question: str, today: date) -> Reply:
        """The reply with what was entered about these commitments."""


class Silent:
    """没有台账: hears nothing and adds nothing."""

    def heard(self, request: Request) -> Heard | None:
        """Nothing asks for it."""
        return None

    def beside(self, reply: Reply, keys: Collection[str], question: str, today: date) -> Reply:
        """The reply as it is."""
        return reply


SILENT = Silent()


def keys_of(rows: Iterable[Evidence]) -> tuple[str, ...]:
    """The commitments among these, each once."""
    return tuple(dict.fromkeys(row.fact.key for row in rows if isinstance(row.fact, Commitment)))


def rows_of(
    library: Library, citations: Iterable[Citation], keys: Sequence[str]
) -> tuple[Evidence, ...]:
    """The evidence of these commitments, in their order, out of the letters cited."""
    letters = dict.fromkeys(citation.letter_id for citation in citations)
    found = {
        row.fact.key: row
        for letter in letters
        for row in library.facts(letter)
        if isinstance(row.fact, Commitment)
    }
    return tuple(found[key] for key in keys if key in found)


def turn_about(text: str, rows: tuple[Evidence, ...], now: datetime) -> Turn:
    """To be remembered, so that 谁负责 or 第二个呢 has something to lean on."""
    names = tuple(
        "".join(row.fact.text.split()) for row in rows if isinstance(row.fact, Commitment)
    )
    question = Question(text, (Ask.COMMITMENTS,))
    return Turn(question, rows, names, (), rows, now, "list")
