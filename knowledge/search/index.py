"""The search index inside an SQLite database: FTS5 holds the terms, our ranking sorts the passages.

It works on a plain connection and never begins or ends a transaction: a letter, its facts and its
index change together. How many passages hold a term is kept in a table beside (asking FTS5 walks
all of them). The cutter's version is stored with the index; `is_current` says when to rebuild.
"""

import heapq
import json
import sqlite3
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from knowledge.search import matching
from knowledge.search.pieces import pieces as pieces_of
from knowledge.search.query import Query, rarity
from knowledge.search.ranking import Corpus, Piece, promising, scale
from knowledge.search.seeking import Progress, Row, counted, seek, version_of, wanted
from knowledge.search.terms import CHARACTERS, LAYERS, PAIRS, WORDS, characters, pairs, safe
from knowledge.words import Cutter, fold

Postings = list[tuple[str, str, float]]  # layer, term, how much it says

# Passages that one question may touch, rarest terms first; those found are then looked at for all
# terms. At 100,000 passages 8,000 find 1 % fewer of the right ones, 40,000 no more for 1.5 times
# the p99.
BUDGET = 20_000
_ANY = 10**12  # a budget for all terms
_WIDER = 4  # times as many pieces are looked at as are ranked
_LEAST_TERMS = 3  # terms that are looked for whatever they cost
_FEW = 300  # pieces that are looked at one by one: a letter or two
_BATCH = 5000  # passages between two updates of the frequencies

_TABLES = {
    "search_pieces": """CREATE TABLE IF NOT EXISTS search_pieces (
        id INTEGER PRIMARY KEY, passage INTEGER NOT NULL, letter INTEGER NOT NULL, text TEXT NOT NULL)""",
    "search_terms": """CREATE TABLE IF NOT EXISTS search_terms (
        layer TEXT, term TEXT, frequency INTEGER NOT NULL, PRIMARY KEY (layer, term)) WITHOUT ROWID""",
    "search_state": """CREATE TABLE IF NOT EXISTS search_state (
        name TEXT PRIMARY KEY, value) WITHOUT ROWID""",
    "search_index": """CREATE VIRTUAL TABLE IF NOT EXISTS search_index USING fts5 (
        w, p, tokenize = "ascii tokenchars '.%'")""",
}
_BY_LETTER = "CREATE INDEX IF NOT EXISTS search_pieces_letter ON search_pieces (letter)"


def create(connection: sqlite3.Connection) -> None:
    """Makes the tables of the index, where they are not there yet."""
    for statement in (*_TABLES.values(), _BY_LETTER):
        connection.execute(statement)


class SearchIndex:
    """检索: the index in the database of a connection; cheap to make, so make one a session."""

    def __init__(self, connection: sqlite3.Connection, cutter: Cutter) -> None:
        self._connection = connection
        self._cutter = cutter

    def search(
        self, text: str, k: int, letters: Collection[int] | None = None
    ) -> list[tuple[int, float]]:
        """The best passages for a question as (id, score), best first; of some letters only if
        given.
        """
        return seek(self, self._cutter, text, k, letters)

    def add(self, rows: Iterable[Row]) -> None:
        """Adds passages (id, text, letter); an id stands for the whole passage, however long."""
        tally = Tally()
        for at, (passage, text, letter) in enumerate(rows, 1):
            for piece in pieces_of(fold(text).text):
                self._add_piece(passage, letter, piece, tally)
            if at % _BATCH == 0:
                self._count(tally, 1)
        self._count(tally, 1)
        if "version" not in self._state():
            self._set_version()

    def remove(self, letter: int) -> None:
        """Takes a letter's passages out."""
        tally = Tally()
        rows = self._connection.execute(
            "SELECT p.id, p.text, i.w FROM search_pieces p JOIN search_index i ON i.rowid = p.id"
            " WHERE p.letter = ?",
            (letter,),
        ).fetchall()
        for _, text, words in rows:
            tally.see(text, words.split())
        self._connection.executemany(
            "DELETE FROM search_index WHERE rowid = ?", [(id,) for id, _, _ in rows]
        )
        self._connection.execute("DELETE FROM search_pieces WHERE letter = ?", (letter,))
        self._count(tally, -1)

    @property
    def size(self) -> int:
        """How many pieces of passages there are."""
        return self.corpus()[0].passages

    @property
    def is_current(self) -> bool:
        """Whether the words of the index are cut as questions are now; if not, rebuild."""
        return self._state().get("version", version_of(self._cutter)) == version_of(self._cutter)

    def rebuild(self, rows: Iterable[Row], progress: Progress = lambda done: None) -> None:
        """Builds the index anew in the caller's transaction; others search the old one meanwhile."""
        for table in _TABLES:
            self._connection.execute(f"DROP TABLE {table}")  # much faster than to delete its rows
        create(self._connection)
        self.add(counted(rows, progress))
        self._set_version()

    def optimize(self) -> None:
        """Merges the index after a large load; searches are faster then."""
        self._connection.execute("INSERT INTO search_index(search_index) VALUES ('optimize')")

    # -- the engine's part of a search ---------------------------------------------------------

    def corpus(self) -> tuple[Corpus, int]:
        """The size of the corpus, and how many of its passages are questions."""
        state = self._state()
        passages, size, asking = (
            int(state.get(name, 0)) for name in ("passages", "characters", "questions")
        )
        return Corpus(passages, max(1.0, size / passages) if passages else 1.0), asking

    def frequencies(self, layer: str, terms: Sequence[str]) -> Mapping[str, int]:
        """In how many passages terms stand; those in none are left out."""
        rows = self._connection.execute(
            "SELECT term, frequency FROM search_terms WHERE layer = ? AND frequency > 0"
            " AND term IN (SELECT value FROM json_each(?))",
            (layer, json.dumps(terms)),
        )
        return dict(rows.fetchall())

    def candidates(
        self,
        query: Query,
        known: Mapping[str, Mapping[str, int]],
        limit: int,
        letters: Collection[int] | None,
    ) -> list[Piece]:
        """The pieces that hold most of what the query looks for, weighed by rarity.

        Terms are taken one by one: asking FTS5 for any of them, ranked, costs three times as much.
        """
        corpus = self.corpus()[0]
        allowed = None if letters is None else self._pieces_of(letters)
        if allowed is not None and len(allowed) <= _FEW:
            terms = {term for _, term, _ in affordable(query, known, corpus.passages, _ANY)}
            pieces = [
                piece for piece in self._texts(sorted(allowed)) if _holds(piece[1].lower(), terms)
            ]
        else:
            terms_taken = affordable(query, known, corpus.passages)
            pieces = self._texts(self._holding(terms_taken, limit * _WIDER, allowed))
        return promising(scale(query, known, corpus), pieces, limit)

    def _holding(self, terms: Postings, limit: int, allowed: set[int] | None) -> list[int]:
        """The pieces in which the terms say most together."""
        sums: dict[int, float] = {}
        for layer, term, value in terms:
            for (piece,) in self._connection.execute(_HOLDING, (f'{layer} : "{term}"',)):
                sums[piece] = sums.get(piece, 0.0) + value
        if allowed is not None:
            sums = {piece: value for piece, value in sums.items() if piece in allowed}
        return heapq.nlargest(limit, sums, key=sums.__getitem__)

    def _pieces_of(self, letters: Collection[int]) -> set[int]:
        rows = self._connection.execute(
            "SELECT id FROM search_pieces WHERE letter IN (SELECT value FROM json_each(?))",
            (json.dumps(sorted(letters)),),
        )
        return {piece for (piece,) in rows}

    def _texts(self, pieces: Sequence[int]) -> list[Piece]:
        rows = self._connection.execute(
            "SELECT id, passage, text FROM search_pieces WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(pieces),),
        )
        texts = {piece: (passage, text) for piece, passage, text in rows}
        return [texts[piece] for piece in pieces]

    # -- adding --------------------------------------------------------------------------------

    def _add_piece(self, passage: int, letter: int, text: str, tally: "Tally") -> None:
        words = self._cutter.words(text)
        row = self._connection.execute(
            "INSERT INTO search_pieces (passage, letter, text) VALUES (?, ?, ?)",
            (passage, letter, text),
        )
        self._connection.execute(
            "INSERT INTO search_index (rowid, w, p) VALUES (?, ?, ?)",
            (row.lastrowid, safe(words), safe(pairs(text))),
        )
        tally.see(text, words)

    def _count(self, tally: "Tally", sign: int) -> None:
        """Adds what was seen to the frequencies and to the size of the corpus, then forgets it."""
        self._connection.executemany(
            "INSERT INTO search_terms VALUES (?, ?, ?) ON CONFLICT (layer, term)"
            " DO UPDATE SET frequency = frequency + excluded.frequency",
            [(layer, term, sign * n) for layer, term, n in tally.terms()],
        )
        self._connection.executemany(
            "INSERT INTO search_state VALUES (?, ?) ON CONFLICT (name)"
            " DO UPDATE SET value = value + excluded.value",
            [(name, sign * n) for name, n in tally.sizes.items()],
        )
        tally.clear()

    def _state(self) -> dict[str, int | str]:
        return dict(self._connection.execute("SELECT name, value FROM search_state").fetchall())

    def _set_version(self) -> None:
        self._connection.execute(
            "INSERT OR REPLACE INTO search_state VALUES ('version', ?)", (version_of(self._cutter),)
        )


def _holds(text: str, terms: Collection[str]) -> bool:
    return any(term in text for term in terms)


_HOLDING = "SELECT rowid FROM search_index WHERE search_index MATCH ?"


class Tally:
    """计数: in how many pieces each term was seen, and how large they are."""

    def __init__(self) -> None:
        self._seen: dict[str, Counter[str]] = {layer: Counter() for layer in LAYERS}
        self.sizes = Counter[str]()

    def see(self, text: str, words: Iterable[str]) -> None:
        """Counts one piece."""
        self._seen[WORDS].update(set(words))
        self._seen[PAIRS].update(set(pairs(text)))
        self._seen[CHARACTERS].update(set(characters(text)))
        self.sizes.update(passages=1, characters=len(text), questions=int(matching.asks(text)))

    def terms(self) -> Iterable[tuple[str, str, int]]:
        """Layer, term and count, in the order of the table (faster to store)."""
        for layer, counts in sorted(self._seen.items()):
            for term, count in sorted(counts.items()):
                yield layer, term, count

    def clear(self) -> None:
        """Forgets all."""
        for counts in (*self._seen.values(), self.sizes):
            counts.clear()


def affordable(
    query: Query, known: Mapping[str, Mapping[str, int]], passages: int, budget: int = BUDGET
) -> Postings:
    """The terms to look for: the rarest first until they touch too many passages."""
    terms = [
        (known[layer].get(term, 0), layer, term, weight)
        for layer, weights in wanted(query).items()
        for term, weight in weights.items()
        if known[layer].get(term) and safe([term])
    ]
    taken: Postings = []
    cost = 0
    for frequency, layer, term, weight in sorted(terms):
        cost += frequency
        if cost > budget and len(taken) >= _LEAST_TERMS:
            break
        taken.append((layer, term, weight * rarity(passages, frequency)))
    return taken
