"""Looking up: which letters a question may be answered from, their facts, and the words they use."""

from collections.abc import Callable, Sequence
from threading import Lock

from assistant.dialogue.matching import Candidates, KeptRows, LetterRows
from assistant.dialogue.matching.zones import folded_text
from assistant.dialogue.question import Question
from assistant.dialogue.understanding.guessing import (
    Vocabulary,
    curated_words,
    name_words,
    words_of,
)
from knowledge import Evidence, LetterHead, Library

LETTERS = 6  # letters looked into when none is named
Search = Callable[[str, frozenset[int] | None], list[int]]
FOUND = 200  # searches remembered
LEARNED = 1  # new letter whose words are learned before a question is answered, when many come in
BEHIND = -1  # no edition of the letters: there are more to learn
VOCABULARY = 50  # newest letters whose every word may be meant by a misspelt one


class Edition:
    """版次: the letters that answer, as long as none comes or goes, and what was found of late."""

    def __init__(self, number: int, heads: Sequence[LetterHead]) -> None:
        self.number = number
        self.heads = {head.id: head for head in heads}
        self.ids = list(self.heads)
        self._found: dict[tuple[str, frozenset[int] | None], list[int]] = {}

    def about(self, text: str, letters: frozenset[int] | None, search: Search) -> Sequence[int]:
        """The letters a text is about; of some only if given; the newest where none is."""
        found = self._found.get((text, letters))
        if found is None:
            if len(self._found) >= FOUND:
                self._found.clear()
            found = search(text, letters)[:LETTERS] or self.ids[-LETTERS:]
            self._found[text, letters] = found
        return found


class LookUp:
    """查找: the library as questions need it; what belongs to a letter is made once."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._rows = KeptRows()
        self._edition = Edition(-1, ())
        self._building = Lock()
        self._known: tuple[int, Vocabulary] | None = None
        self._words: dict[int, tuple[list[Evidence], frozenset[str]]] = {}  # by letter

    def warm(self) -> None:
        """Make what the first question needs."""
        self.vocabulary()
        for head in self._library.letters()[-VOCABULARY:]:
            self._rows.of(head.id, self._library.facts(head.id))

    def edition(self) -> Edition:
        """The letters as they are now."""
        number = self._library.edition
        if self._edition.number != number:
            self._edition = Edition(number, self._library.letters())
        return self._edition

    def vocabulary(self) -> Vocabulary:
        """The words of the newest letters; while another thread learns those of a new one, as
        before.
        """
        known = self._known
        if known is not None and known[0] == self._library.edition:
            return known[1]
        if known is not None and self._building.locked():
            return known[1]
        with self._building:
            number = self._library.edition
            if self._known is None or self._known[0] != number:
                words, all_of_them = self._learned()
                self._known = (number if all_of_them else BEHIND, words)
            return self._known[1]

    def _learned(self) -> tuple[Vocabulary, bool]:
        """The vocabulary as the letters are now, and whether it holds them all: only those that are
        new are read, and while many come in a few for each question.
        """
        library = self._library
        ids = [head.id for head in library.letters()[-VOCABULARY:]]
        new = [id for id in ids if id not in self._words]
        later = new[:-LEARNED] if self._known else []
        facts = {id: library.facts(id) for id in ids if id not in later}
        for id, rows in facts.items():
            if id not in self._words or self._words[id][0] is not rows:
                texts = {folded_text(row.quote) for row in rows}
                self._words[id] = (rows, words_of(texts, library))
        self._words = {id: self._words[id] for id in facts}
        words = curated_words(library).union(name_words(library))
        words = words.union(*(words for _, words in self._words.values()))
        if self._known is None:
            return Vocabulary(words, library.lexicon), True
        return self._known[1].of(words), not later

    def facts(
        self, question: Question, focus: tuple[Evidence, ...]
    ) -> list[tuple[LetterHead, LetterRows]]:
        """The facts of each letter that may answer: those named, talked about, or found."""
        edition = self.edition()
        ids = self._letters(question, focus, edition)
        facts, heads = self._library.facts, edition.heads
        return [(heads[id], self._rows.of(id, facts(id))) for id in ids if id in heads]

    def letters(self, question: Question) -> tuple[int, ...]:
        """The letters a question by itself is looked up in; a near reading is weighed by the same."""
        return tuple(self._letters(question, (), self.edition()))

    def candidates(self, question: Question) -> Candidates:
        """The facts of all these letters together, for the explanation."""
        rows = [row.evidence for _, letter in self.facts(question, ()) for row in letter.rows]
        return Candidates(question, LetterRows(rows))

    def _letters(
        self, question: Question, focus: tuple[Evidence, ...], edition: Edition
    ) -> Sequence[int]:
        if len(edition.ids) <= 1:
            return edition.ids
        if question.letters is not None and len(question.letters) <= LETTERS:
            return sorted(question.letters)
        if focus:
            return sorted({row.letter.id for row in focus})[:LETTERS]
        if question.among:
            return question.among
        text = question.text + " " + " ".join(w.text for w in question.words if w.soft)
        return edition.about(text, question.letters, self._library.letters_about)
