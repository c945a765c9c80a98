"""The facts a question may be about, fitted once and sorted, with the letters it may ask."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import TypeVar

from assistant.dialogue.matching.fitting import Fit, fit
from assistant.dialogue.question import Question
from knowledge import Commitment, Evidence, Fact, Indicator

F = TypeVar("F", bound=type)


class Candidates:
    """Fitted facts of the letters a question may be answered from, best first."""

    def __init__(self, question: Question, evidence: Iterable[Evidence]) -> None:
        self.question = question
        rows = without_repeats(list(evidence))
        beside = _figures_by_sentence(rows)
        self.fits = sorted(
            (fit(question, row, _neighbours(row, beside)) for row in rows),
            key=lambda found: -found.score,
        )

    def of(self, *kinds: type, where: Callable[[Fit], bool] | None = None) -> list[Fit]:
        """Fits of these nouns, best first."""
        return [
            found
            for found in self.fits
            if isinstance(found.evidence.fact, kinds) and (where is None or where(found))
        ]

    def holding(self, *kinds: type) -> list[Fit]:
        """Fits of these nouns that account for every word."""
        return self.of(*kinds, where=lambda found: found.holds)


def without_repeats(rows: list[Evidence]) -> list[Evidence]:
    """Figures read a second time out of a row of the commitments table are left to the commitment."""
    promised = {
        (row.letter.id, row.fact.place.quote)
        for row in rows
        if isinstance(row.fact, Commitment) and row.fact.source == "table"
    }
    return [
        row
        for row in rows
        if not (
            isinstance(row.fact, Indicator)
            and any(
                letter == row.letter.id and quote.start <= row.fact.place.own.start < quote.end
                for letter, quote in promised
            )
        )
    ]


def _sentence(row: Evidence) -> tuple[int, str]:
    return (row.letter.id, row.quote)


def _figures_by_sentence(rows: list[Evidence]) -> dict[tuple[int, str], list[Indicator]]:
    beside: dict[tuple[int, str], list[Indicator]] = defaultdict(list)
    for row in rows:
        if isinstance(row.fact, Indicator):
            beside[_sentence(row)].append(row.fact)
    return beside


def _neighbours(row: Evidence, beside: dict[tuple[int, str], list[Indicator]]) -> tuple[str, ...]:
    """Names of the other figures in the sentence of this one."""
    fact: Fact = row.fact
    if not isinstance(fact, Indicator):
        return ()
    return tuple(
        "|".join([other.name, other.subject or "", other.level or "", other.status or ""])
        for other in beside[_sentence(row)]
        if other is not fact
    )
