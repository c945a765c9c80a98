"""The nouns of an answer, before it is put into words. Nothing here does any work."""

from dataclasses import dataclass

from assistant.dialogue.question import Question
from knowledge import Evidence, Span


@dataclass(frozen=True, slots=True)
class Proof:
    """凭据: a span of a letter that an answer rests on, with the evidence it comes from."""

    evidence: Evidence
    span: Span | None = None  # the whole quote when None


@dataclass(frozen=True, slots=True)
class Option:
    """读法: one reading of a question that has several, with its value."""

    label: str
    says: str


@dataclass(frozen=True, slots=True)
class Answer:
    """答案: what is to be said, and what it rests on.

    `headline` is the answer itself; `body` the sentence that puts it in context (without the
    quote, which phrasing adds from `proofs`). `focus` is what a follow-up may lean on.
    """

    kind: str
    headline: str
    body: str = ""
    proofs: tuple[Proof, ...] = ()
    options: tuple[Option, ...] = ()
    suggestions: tuple[str, ...] = ()
    focus: tuple[Evidence, ...] = ()
    names: tuple[str, ...] = ()  # things listed, for 第二个呢
    rows: tuple[Evidence, ...] = ()  # their evidence one by one, when it is not `focus`
    quoted: bool = True  # show the quote in the text
    missing: tuple[str, ...] = ()  # words nothing bears
    between: tuple[str, ...] = ()  # words that alone kept the nearest fact from being the answer
    trace: tuple[str, ...] = ()  # for explain
    by: tuple[str, ...] = ()  # answerers asked, the last of them answered; for explain


@dataclass(frozen=True, slots=True)
class Part:
    """分问: one question of a message with its answer; `leans` on the turn before or stands alone."""

    question: Question
    answer: Answer
    leans: bool = False


def without_idle(parts: list[Part]) -> tuple[Part, ...]:
    """Parts that only repeat what another says are dropped (差多少家，哪个多)."""
    kept: list[Part] = []
    for part in parts:
        if any(part.answer.headline == other.answer.headline for other in kept):
            continue
        kept.append(part)
    told = [part for part in kept if part.answer.kind != "unknown"]
    asked = [part for part in kept if part.question.required or part.answer.kind != "unknown"]
    return tuple(asked if told and asked else kept)
