"""Seeking: the steps of a search, the same over every engine: understand, bring candidates, rank.

An engine brings candidates and counts; what is best is decided here, so that SQLite and tantivy
give the same order.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from knowledge.search import matching
from knowledge.search.asking import plainly
from knowledge.search.query import (
    SOFT,
    Query,
    frequencies_of,
    understand,
    understand_whole,
)
from knowledge.search.ranking import Corpus, Piece, rank, scale
from knowledge.search.standing_in import Known, with_stand_ins
from knowledge.search.synonyms import synonyms
from knowledge.search.terms import PAIRS, WORDS
from knowledge.words import Cutter, fold

Row = tuple[int, str, int]  # id, text, letter
Progress = Callable[[int], None]  # passages done
Terms = Mapping[str, Mapping[str, float]]  # layer -> term -> how much it says

_MADE = 2  # how passages are made for the index; one more when that changes
LONGEST = 1_000  # characters of a question that are looked at
STEP = 5_000  # passages between two steps of a progress
CANDIDATES = 50  # pieces that are ranked
_CANDIDATE_QUESTIONS = 150  # questions are short, and nearer one another


class Engine(Protocol):
    """引擎: what holds the terms of all passages and brings those worth ranking."""

    def corpus(self) -> tuple[Corpus, int]:
        """The size of the corpus, and how many of its passages are questions."""

    def frequencies(self, layer: str, terms: Sequence[str]) -> Mapping[str, int]:
        """In how many passages terms stand; those in none may be left out."""

    def candidates(
        self,
        query: Query,
        known: Mapping[str, Mapping[str, int]],
        limit: int,
        letters: Collection[int] | None,
    ) -> list[Piece]:
        """The pieces that hold most of what the query looks for."""


def seek(
    engine: Engine, cutter: Cutter, text: str, k: int, letters: Collection[int] | None = None
) -> list[tuple[int, float]]:
    """The best passages for a question as (id, score), best first; of some letters only if given."""
    corpus, asking = engine.corpus()
    if not corpus.passages or k < 1:
        return []
    questions = matching.is_questions(corpus, asking)
    query, known = _understood(engine, cutter, fold(text[:LONGEST]).text, whole=questions)
    enough = max(k, _CANDIDATE_QUESTIONS if questions else CANDIDATES)
    pieces = engine.candidates(query, known, enough, letters)
    scaled = scale(query, known, corpus)
    best: dict[int, float] = {}
    for passage, score in (
        matching.match(scaled, pieces, cutter.lexicon) if questions else rank(scaled, pieces)
    ):
        best.setdefault(passage, score)
    return list(best.items())[:k]


def version_of(cutter: Cutter) -> str:
    """What an index depends on; where it says something else now, the index is out of date."""
    return f"{cutter.version}/{_MADE}"


def counted(rows: Iterable[Row], progress: Progress) -> Iterator[Row]:
    """The rows themselves, while the progress hears of every so many and of the last."""
    done = 0
    for done, row in enumerate(rows, 1):
        yield row
        if done % STEP == 0:
            progress(done)
    progress(done)


def wanted(query: Query) -> dict[str, dict[str, float]]:
    """The terms by which candidates are looked for; soft words only where there are no others."""
    soft_too = len(query.weights[WORDS]) < 2
    return {
        layer: {t: w for t, w in query.weights[layer].items() if w > SOFT or soft_too}
        | dict(query.stand_ins.get(layer, {}))
        for layer in (WORDS, PAIRS)
    }


def _understood(engine: Engine, cutter: Cutter, text: str, whole: bool) -> tuple[Query, Known]:
    """The query with its stand-ins, and the frequencies of all its terms."""
    lexicon = cutter.lexicon
    if whole:
        query, like = understand_whole(plainly(text, lexicon), cutter), synonyms(lexicon)
    else:
        # A passage that tells something says it in more words than one; synonyms find no more
        # there.
        query, like = understand(text, cutter), {}
    known = frequencies_of(query, engine.frequencies)
    return with_stand_ins(query, known, engine.frequencies, like)
