"""Library: the one desk through which the other house asks for letters, facts and passages.

It joins reading, facts, store and search; it knows no person, no channel and not what day it is.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from knowledge import store
from knowledge.glossary import (
    Citation,
    Commitment,
    Document,
    Evidence,
    Fact,
    Findings,
    LetterHead,
    Passage,
    Place,
)
from knowledge.library.finding import Finder
from knowledge.library.intake import Arrival, Arrivals, Intake
from knowledge.library.keeping import Keeper
from knowledge.library.sheets import write_sheet
from knowledge.library.shelf import WARM_LETTERS, Shelf
from knowledge.reading import Limits
from knowledge.search import LARGE, create
from knowledge.store import loading
from knowledge.words import Cutter, Lexicon, NameBook

QUOTES = 60  # how many quotable pieces a search looks into


@dataclass(frozen=True, slots=True)
class Excerpt:
    """节录: a passage reopened by its code, with its neighbours' words before and after."""

    passage: Passage
    letter: LetterHead
    text: str
    before: str
    after: str


class Library:
    """The letters of one data folder."""

    def __init__(
        self, folder: Path, lexicon: Lexicon | None = None, large_from: int = LARGE
    ) -> None:
        self.folder = folder
        self._given_lexicon = lexicon
        self._database = store.open_database(folder, also=create)
        self._shelf = Shelf(self._database, lambda: self.lexicon)
        self._finder = Finder(
            self._database, folder / "index", lambda: self._plain_cutter, large_from
        )

    @property
    def is_new(self) -> bool:
        """Whether nothing has been decided yet about what this library holds."""
        return not self._database.settled

    def settle(self) -> None:
        """Say that the first documents are in: a later start adds none of its own accord."""
        self._database.settle()

    def refresh(self, progress: Callable[[int, int], None] = lambda done, total: None) -> None:
        """Build the index anew if a new dictionary cuts words otherwise; the old serves meanwhile.

        The progress hears how many passages of how many are done.
        """
        self._finder.refresh(progress)

    def sound(self) -> str | None:
        """What is wrong with the database file, or None."""
        return "；".join(self._database.faults()) or None

    # -- letters -----------------------------------------------------------------------------

    def letters(self, *, superseded: bool = False) -> list[LetterHead]:
        """Every letter that answers, oldest first; with `superseded` the replaced ones too."""
        return list(self._shelf.heads().values() if superseded else self._shelf.live())

    @property
    def edition(self) -> int:
        """A number that changes when letters come, go or are replaced, by this process or another."""
        return self._shelf.edition()

    def letter(self, letter_id: int) -> LetterHead:
        """One letter in short."""
        return self._shelf.heads()[letter_id]

    def find(
        self,
        *,
        number: str | None = None,
        agency: str | None = None,
        year: int | None = None,
        session: str | None = None,
    ) -> list[LetterHead]:
        """The letters that fit everything given; numbers compare without leading zeros."""
        return [
            head
            for head in self.letters()
            if (number is None or _same_number(head.letter.number, number))
            and (agency is None or agency in (head.letter.agency or ""))
            and (year is None or _year(head) == year)
            and (session is None or session in (head.letter.session or ""))
        ]

    def text(self, letter_id: int) -> str:
        """The stored text of a letter: what all offsets count in."""
        with self._database.read() as reading:
            return loading.text(reading, letter_id)

    def document(self, letter_id: int) -> Document:
        """The document as stored: text and origin; its blocks are not kept."""
        head = self.letter(letter_id)
        return Document(head.name, self.text(letter_id), (), head.digest, head.origin)

    def findings(self, letter_id: int) -> Findings:
        """Everything understood of a letter."""
        with self._database.read() as reading:
            return loading.findings(reading, self.letter(letter_id))

    def passage(self, code: str) -> Excerpt | None:
        """The passage of a code such as "59-1.2-3" with its neighbours, or None."""
        with self._database.read() as reading:
            letter_id = loading.letter_of_code(reading, code)
            if letter_id is None:
                return None
            passages = loading.passages(reading, letter_id)
            words = loading.text(reading, letter_id)
        at = next(n for n, passage in enumerate(passages) if passage.code == code)
        before = passages[at - 1].span.of(words) if at else ""
        after = passages[at + 1].span.of(words) if at + 1 < len(passages) else ""
        passage = passages[at]
        return Excerpt(passage, self.letter(letter_id), passage.span.of(words), before, after)

    # -- facts -------------------------------------------------------------------------------

    def facts(self, letter_id: int) -> list[Evidence]:
        """Every fact of a letter, in the order of the letter."""
        return self._shelf.facts(letter_id, lambda: self._load_facts(letter_id))

    def letters_about(self, text: str, letters: Collection[int] | None = None) -> list[int]:
        """The letters whose quotes fit the words best, best first; of `letters` only if given."""
        live = [head.id for head in self.letters()]
        within = live if letters is None else [id for id in live if id in letters]
        if not within:
            return []
        some = within if len(within) < len(live) else None
        with self._database.read() as reading:
            quotes = [quote for quote, _ in self._finder.search(reading, text, QUOTES, some)]
            letter_of = loading.letters_of_quotes(reading, quotes)
        return list(dict.fromkeys(letter_of[quote] for quote in quotes))

    def commitments(
        self, letters: Collection[int] | None = None
    ) -> list[tuple[LetterHead, Commitment]]:
        """The commitments of all letters that answer, in the order of the letters."""
        with self._database.read() as reading:
            rows = loading.commitments(reading)
        known = self._shelf.heads()
        return [(known[id], fact) for id, fact in rows if letters is None or id in letters]

    def citation(self, evidence: Evidence) -> Citation:
        """The proof of a fact, ready to be shown."""
        return _citation(evidence.fact, evidence.letter, evidence.quote)

    def cite(self, fact: Fact, head: LetterHead) -> Citation:
        """The same for a fact that did not come by a search."""
        return _citation(fact, head, _place(fact).quote.of(self.text(head.id)))

    # -- words -------------------------------------------------------------------------------

    @cached_property
    def lexicon(self) -> Lexicon:
        """The curated words."""
        return self._given_lexicon or Lexicon.load()

    @property
    def cutter(self) -> Cutter:
        """Cuts questions and texts into words, the names of the letters whole."""
        return self._shelf.cutter

    @property
    def areas(self) -> Mapping[str, str]:
        """The districts the letters speak of by themselves, in full, by the ways they are called."""
        return self._shelf.areas()

    @property
    def names(self) -> NameBook:
        """The names of the lexicon and the letters, to find those almost right."""
        return self._shelf.names

    def warm(self) -> None:
        """Load what the first answer needs: dictionary, names, the newest letters."""
        self.cutter.load()
        self.names.load()
        for head in self.letters()[-WARM_LETTERS:]:
            self.facts(head.id)

    # -- taking in ---------------------------------------------------------------------------

    def look(self, path: Path, limits: Limits | None = None) -> Arrival:
        """Read a file and say what was understood, without keeping it."""
        return self._intake.look(path, limits or Limits())

    def ingest(self, path: Path, limits: Limits | None = None) -> Arrival:
        """Read a file and keep it; the same file again changes nothing.

        A letter with the agency, session and number of an older one supersedes it.
        Raises UnreadableFile, LimitExceeded or MissingComponent; then nothing is kept.
        """
        return self._intake.take(path, limits or Limits())

    def look_at_all(self, paths: Sequence[Path], limits: Limits | None = None) -> Arrivals:
        """Read many files and say what was understood, without keeping them."""
        return self._intake.look_at_all(paths, limits or Limits())

    def ingest_all(self, paths: Sequence[Path], limits: Limits | None = None) -> Arrivals:
        """Read and keep many files, review sheets among them; a bad one gives its error."""
        return self._intake.take_all(paths, limits or Limits())

    def write_sheet(self, path: Path, arrival: Arrival) -> Path:
        """Write what was understood of a file beside it, for a person to correct and ingest again."""
        return write_sheet(path, arrival.document, arrival.findings)

    def remove(self, letter_id: int) -> None:
        """Take a letter with all its facts out of the library."""
        self._keeper.remove(letter_id)

    def close(self) -> None:
        """Let go of the database."""
        self._finder.close()
        self._database.close()

    # -- inside ------------------------------------------------------------------------------

    @cached_property
    def _keeper(self) -> Keeper:
        return Keeper(self._database, self._finder.index)

    @cached_property
    def _intake(self) -> Intake:
        return Intake(self._keeper, lambda: self.lexicon)

    def _load_facts(self, letter_id: int) -> list[Evidence]:
        head = self.letter(letter_id)
        with self._database.read() as reading:
            quotes = {quote.id: quote for quote in loading.quotes_of(reading, letter_id)}
            proven = loading.facts_by_quote(reading, letter_id, quotes)
        found = [
            Evidence(fact, head, quotes[id].text, quotes[id].headings, id=id * 1000 + n)
            for id, proved in proven.items()
            for n, fact in enumerate(proved)
        ]
        return sorted(found, key=lambda e: _place(e.fact).own)

    @cached_property
    def _plain_cutter(self) -> Cutter:
        """Cuts for the index, by the lexicon alone: it outlives new names."""
        return Cutter(self.lexicon)


def _place(fact: Fact) -> Place:
    assert fact.place is not None, "stored facts have places"
    return fact.place


def _citation(fact: Fact, head: LetterHead, quote: str) -> Citation:
    place = _place(fact)
    return Citation(
        code=place.code,
        letter=head.letter.title or head.name,
        section=place.section,
        quote=quote,
        start=place.quote.start,
        end=place.quote.end,
        letter_id=head.id,
    )


def _same_number(a: str | None, b: str) -> bool:
    return a is not None and a.lstrip("0").casefold() == b.lstrip("0").casefold()


def _year(head: LetterHead) -> int | None:
    return head.letter.date.year if head.letter.date else None
