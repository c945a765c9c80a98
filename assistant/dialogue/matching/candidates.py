"""The facts a question may be about, fitted once and sorted."""

from collections.abc import Callable, Iterable

from assistant.dialogue.matching.fitting import Fit, fitted
from assistant.dialogue.matching.rows import LetterRows, Row
from assistant.dialogue.question import Question


class Candidates:
    """Fitted facts of the letters a question may be answered from, best first."""

    def __init__(
        self, question: Question, letter: LetterRows, rows: Iterable[Row] | None = None
    ) -> None:
        self.question = question
        self._letter = letter
        self.fits = fitted(question, letter, letter.rows if rows is None else rows)
        self._by_kinds: dict[tuple[type, ...], list[Fit]] = {}

    def again(self, question: Question, *kinds: type) -> "Candidates":
        """The same facts (of these nouns) held against another question."""
        rows = [f.row for f in self.fits if not kinds or isinstance(f.evidence.fact, kinds)]
        return Candidates(question, self._letter, rows)

    def of(self, *kinds: type, where: Callable[[Fit], bool] | None = None) -> list[Fit]:
        """Fits of these nouns, best first."""
        found = self._by_kinds.get(kinds)
        if found is None:
            found = [fit for fit in self.fits if isinstance(fit.evidence.fact, kinds)]
            self._by_kinds[kinds] = found
        return [*found] if where is None else [fit for fit in found if where(fit)]

    def holding(self, *kinds: type) -> list[Fit]:
        """Fits of these nouns that account for every word."""
        return self.of(*kinds, where=lambda found: found.holds)
