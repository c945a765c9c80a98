"""Looking up: which letters a question may be answered from, their facts, and the words they use."""

from assistant.dialogue.matching import Candidates, KeptRows, LetterRows
from assistant.dialogue.matching.zones import folded_text
from assistant.dialogue.question import Question
from assistant.dialogue.understanding.guessing import Vocabulary, vocabulary_of
from knowledge import Evidence, LetterHead, Library

LETTERS = 6  # letters looked into when none is named
VOCABULARY = 50  # newest letters whose every word may be meant by a misspelt one


class LookUp:
    """查找: the library as questions need it; what belongs to a letter is made once."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._rows = KeptRows()
        self._known: tuple[tuple[int, ...], Vocabulary] | None = None

    def warm(self) -> None:
        """Make what the first question needs."""
        self.vocabulary()
        for head in self._library.letters()[-VOCABULARY:]:
            self._rows.of(head.id, self._library.facts(head.id))

    def vocabulary(self) -> Vocabulary:
        """The words of the newest letters, built again when the letters change."""
        heads = self._library.letters()
        stamp = tuple(head.id for head in heads)
        if self._known is None or self._known[0] != stamp:
            quotes = {
                row.quote for head in heads[-VOCABULARY:] for row in self._library.facts(head.id)
            }
            self._known = (stamp, vocabulary_of(self._library, map(folded_text, quotes)))
        return self._known[1]

    def facts(
        self, question: Question, focus: tuple[Evidence, ...]
    ) -> list[tuple[LetterHead, LetterRows]]:
        """The facts of each letter that may answer: those named, talked about, or found."""
        heads = {head.id: head for head in self._library.letters()}
        ids = self._letters(question, focus, list(heads))
        facts = self._library.facts
        return [(heads[id], self._rows.of(id, facts(id))) for id in ids if id in heads]

    def candidates(self, question: Question) -> Candidates:
        """The facts of all these letters together, for the explanation."""
        rows = [row.evidence for _, letter in self.facts(question, ()) for row in letter.rows]
        return Candidates(question, LetterRows(rows))

    def _letters(
        self, question: Question, focus: tuple[Evidence, ...], stored: list[int]
    ) -> list[int]:
        if len(stored) <= 1:
            return stored
        if question.letters is not None and len(question.letters) <= LETTERS:
            return sorted(question.letters)
        if focus:
            return sorted({row.letter.id for row in focus})[:LETTERS]
        text = question.text + " " + " ".join(w.text for w in question.words if w.soft)
        ids = self._library.letters_about(text, letters=question.letters)
        return ids[:LETTERS] or stored[-LETTERS:]
