"""The search index inside an SQLite database: FTS5 brings candidates, our ranking sorts them.

It works on a plain connection and never begins or ends a transaction: a letter, its facts and its
index change together. How many passages hold a term is kept in a table beside (asking FTS5 walks
all of them). The cutter's version is stored with the index; `is_current` says when to rebuild.
"""

import json
import sqlite3
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from knowledge.search import matching
from knowledge.search.pieces import pieces as pieces_of
from knowledge.search.query import (
    SOFT,
    Query,
    frequencies_of,
    understand,
    understand_whole,
    with_stand_ins,
)
from knowledge.search.ranking import Corpus, Scale, rank, scale
from knowledge.search.terms import CHARACTERS, LAYERS, PAIRS, WORDS, characters, pairs, safe
from knowledge.words import Cutter, fold

Row = tuple[int, str, int]  # id, text, letter
Progress = Callable[[int, int], None]  # passages done, passages in all

CANDIDATES = 50  # passages that are ranked
_CANDIDATE_QUESTIONS = 150  # questions are short, and nearer one another
BUDGET = (
    20_000  # postings that one question may touch, rarest terms first: 20 ms at 100,000 passages
)
_LEAST_TERMS = 3  # terms that are looked for whatever they cost
_BATCH = 5000  # rows between two updates of the frequencies

_TABLES = (
    """CREATE TABLE IF NOT EXISTS search_pieces (
        id INTEGER PRIMARY KEY, passage INTEGER NOT NULL, letter INTEGER NOT NULL, text TEXT NOT NULL)""",
    "CREATE INDEX IF NOT EXISTS search_pieces_letter ON search_pieces (letter)",
    "CREATE INDEX IF NOT EXISTS search_pieces_passage ON search_pieces (passage)",
    """CREATE TABLE IF NOT EXISTS search_terms (
        layer TEXT, term TEXT, frequency INTEGER NOT NULL, PRIMARY KEY (layer, term)) WITHOUT ROWID""",
    """CREATE TABLE IF NOT EXISTS search_state (
        name TEXT PRIMARY KEY, value) WITHOUT ROWID""",
    """CREATE VIRTUAL TABLE IF NOT EXISTS search_index USING fts5 (
        w, p, tokenize = "ascii tokenchars '.%'")""",
)


def create(connection: sqlite3.Connection) -> None:
    """Makes the tables of the index, where they are not there yet."""
    for statement in _TABLES:
        connection.execute(statement)


class SearchIndex:
    """检索: the index in the database of a connection; cheap to make, so make one a session."""

    def __init__(self, connection: sqlite3.Connection, cutter: Cutter) -> None:
        self._connection = connection
        self._cutter = cutter

    def add(self, rows: Iterable[Row]) -> None:
        """Adds passages (id, text, letter); an id stands for the whole passage, however long."""
        seen: dict[str, Counter[str]] = {layer: Counter() for layer in LAYERS}
        sizes = Counter[str]()
        for at, (passage, text, letter) in enumerate(rows, 1):
            for piece in pieces_of(fold(text).text):
                self._add_piece(passage, letter, piece, seen, sizes)
            if at % _BATCH == 0:
                self._count(seen, sizes, 1)
        self._count(seen, sizes, 1)
        if self._state().get("version") is None:
            self._set_version()

    def remove(self, letter: int) -> None:
        """Takes a letter's passages out."""
        seen: dict[str, Counter[str]] = {layer: Counter() for layer in LAYERS}
        sizes = Counter[str]()
        for id, text, words in self._connection.execute(
            "SELECT p.id, p.text, i.w FROM search_pieces p JOIN search_index i ON i.rowid = p.id"
            " WHERE p.letter = ?",
            (letter,),
        ).fetchall():
            self._see(text, words.split(), seen, sizes)
            self._connection.execute("DELETE FROM search_index WHERE rowid = ?", (id,))
        self._connection.execute("DELETE FROM search_pieces WHERE letter = ?", (letter,))
        self._count(seen, sizes, -1)

    def search(
        self, text: str, k: int, letters: Collection[int] | None = None
    ) -> list[tuple[int, float]]:
        """The best passages for a question as (id, score), best first; of some letters only if given."""
        corpus, questions = self._corpus()
        if not corpus.passages or k < 1:
            return []
        query, known = self._understand(fold(text).text, whole=questions)
        enough = max(k, _CANDIDATE_QUESTIONS if questions else CANDIDATES)
        candidates = self._candidates(query, known, enough, letters)
        owners = {id: passage for id, passage, _ in candidates}
        scaled: Scale = scale(query, known, corpus)
        order = matching.match if questions else rank
        best: dict[int, float] = {}
        for id, score in order(scaled, [(id, text) for id, _, text in candidates]):
            best.setdefault(owners[id], score)
        return list(best.items())[:k]

    @property
    def is_current(self) -> bool:
        """Whether the words of the index are cut as questions are now; if not, rebuild."""
        return self._state().get("version", self._cutter.version) == self._cutter.version

    def rebuild(self, rows: Sequence[Row], progress: Progress = lambda done, total: None) -> None:
        """Builds the index anew in the caller's transaction; others search the old one meanwhile."""
        for table in ("search_index", "search_pieces", "search_terms", "search_state"):
            self._connection.execute(_EMPTY[table])
        for start in range(0, len(rows), _BATCH):
            self.add(rows[start : start + _BATCH])
            progress(min(start + _BATCH, len(rows)), len(rows))
        self._set_version()

    def optimize(self) -> None:
        """Merges the index after a large load; searches are faster then."""
        self._connection.execute("INSERT INTO search_index(search_index) VALUES ('optimize')")

    # -- adding ------------------------------------------------------------------------------

    def _add_piece(
        self,
        passage: int,
        letter: int,
        text: str,
        seen: dict[str, Counter[str]],
        sizes: Counter[str],
    ) -> None:
        words = self._cutter.words(text)
        row = self._connection.execute(
            "INSERT INTO search_pieces (passage, letter, text) VALUES (?, ?, ?)",
            (passage, letter, text),
        )
        self._connection.execute(
            "INSERT INTO search_index (rowid, w, p) VALUES (?, ?, ?)",
            (row.lastrowid, safe(words), safe(pairs(text))),
        )
        self._see(text, words, seen, sizes)

    def _see(
        self, text: str, words: list[str], seen: dict[str, Counter[str]], sizes: Counter[str]
    ) -> None:
        seen[WORDS].update(set(words))
        seen[PAIRS].update(set(pairs(text)))
        seen[CHARACTERS].update(set(characters(text)))
        sizes.update(passages=1, characters=len(text), questions=int(matching.asks(text)))

    def _count(self, seen: dict[str, Counter[str]], sizes: Counter[str], sign: int) -> None:
        """Adds what was seen to the frequencies and to the size of the corpus, then forgets it."""
        self._connection.executemany(
            "INSERT INTO search_terms VALUES (?, ?, ?) ON CONFLICT (layer, term)"
            " DO UPDATE SET frequency = frequency + excluded.frequency",
            [
                (layer, term, sign * n)
                for layer, terms in seen.items()
                for term, n in sorted(terms.items())
            ],
        )
        self._connection.executemany(
            "INSERT INTO search_state VALUES (?, ?) ON CONFLICT (name)"
            " DO UPDATE SET value = value + excluded.value",
            [(name, sign * n) for name, n in sizes.items()],
        )
        for terms in (*seen.values(), sizes):
            terms.clear()

    def _set_version(self) -> None:
        self._connection.execute(
            "INSERT OR REPLACE INTO search_state VALUES ('version', ?)", (self._cutter.version,)
        )

    # -- searching ---------------------------------------------------------------------------

    def _state(self) -> dict[str, int | str]:
        return dict(self._connection.execute("SELECT name, value FROM search_state"))

    def _corpus(self) -> tuple[Corpus, bool]:
        """The size of the corpus, and whether it is one of questions."""
        state = self._state()
        passages, size, asking = (
            int(state.get(name, 0)) for name in ("passages", "characters", "questions")
        )
        corpus = Corpus(passages, size / passages if passages else 1.0)
        return corpus, matching.is_questions(passages, size, asking)

    def _understand(self, text: str, whole: bool) -> tuple[Query, dict[str, Mapping[str, int]]]:
        """The query with its stand-ins, and the frequencies of all its terms."""
        if whole:
            query = understand_whole(text, self._cutter)
        else:
            query = understand(text, self._cutter)
        known = frequencies_of(query, self._frequencies)
        query = with_stand_ins(query, known[PAIRS], self._frequencies)
        if query.stand_ins:
            more = self._frequencies(PAIRS, list(query.stand_ins))
            known[PAIRS] = {**known[PAIRS], **more}
        return query, known

    def _frequencies(self, layer: str, terms: Sequence[str]) -> dict[str, int]:
        return dict(
            self._connection.execute(
                "SELECT term, frequency FROM search_terms WHERE layer = ? AND frequency > 0"
                " AND term IN (SELECT value FROM json_each(?))",
                (layer, json.dumps(terms)),
            )
        )

    def _candidates(
        self,
        query: Query,
        known: Mapping[str, Mapping[str, int]],
        limit: int,
        letters: Collection[int] | None,
    ) -> list[tuple[int, int, str]]:
        """Pieces worth ranking as (piece, passage, text)."""
        match = _match(affordable(query, known))
        if not match:
            return []
        within = "" if letters is None else _WITHIN
        return self._connection.execute(
            f"SELECT p.id, p.passage, p.text FROM ({_MATCHING}{within}{_BEST}) best"  # noqa: S608
            " JOIN search_pieces p ON p.id = best.rowid",
            (match, *([] if letters is None else [json.dumps(sorted(letters))]), limit),
        ).fetchall()


_EMPTY = {
    "search_index": "DELETE FROM search_index",
    "search_pieces": "DELETE FROM search_pieces",
    "search_terms": "DELETE FROM search_terms",
    "search_state": "DELETE FROM search_state",
}
_MATCHING = "SELECT rowid FROM search_index WHERE search_index MATCH ?"
_WITHIN = (
    " AND rowid IN (SELECT id FROM search_pieces WHERE letter IN (SELECT value FROM json_each(?)))"
)
_BEST = " ORDER BY rank LIMIT ?"


def affordable(
    query: Query, known: Mapping[str, Mapping[str, int]], budget: int = BUDGET
) -> dict[str, list[str]]:
    """The terms to look for, by layer: the rarest first until they touch too many passages.

    Soft words are left out unless the query has no other.
    """
    wanted = [
        (known[layer].get(term, 0), layer, term)
        for layer, weights in ((WORDS, query.weights[WORDS]), (PAIRS, query.weights[PAIRS]))
        for term, weight in weights.items()
        if weight > SOFT or len(query.weights[WORDS]) < 2
    ]
    wanted += [(known[PAIRS].get(term, 0), PAIRS, term) for term in query.stand_ins]
    taken: dict[str, list[str]] = {}
    cost = count = 0
    for frequency, layer, term in sorted(wanted):
        cost += frequency
        if not frequency or (cost > budget and count >= _LEAST_TERMS):
            continue
        taken.setdefault(layer, []).append(term)
        count += 1
    return taken


def _match(terms: Mapping[str, Sequence[str]]) -> str:
    """An FTS5 expression for passages that hold any of the terms."""
    layers = [(layer, safe(found).split()) for layer, found in terms.items()]
    parts = (
        "{} : ({})".format(layer, " OR ".join(f'"{term}"' for term in found))
        for layer, found in layers
        if found
    )
    return " OR ".join(parts)
