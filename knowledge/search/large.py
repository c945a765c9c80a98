"""The search index of large bases: tantivy in a folder of its own, derived from the database.

From some 200,000 passages on it is many times faster than FTS5; the search is the same. It is a second
store: what changes in the database is added here after its transaction, and a lost folder is rebuilt.
tantivy is an extra: `pip install -r requirements/large.txt`.
"""

import json
import os
import shutil
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from knowledge.errors import MissingComponent
from knowledge.search import matching
from knowledge.search.pieces import pieces as pieces_of
from knowledge.search.query import Query
from knowledge.search.ranking import Corpus, Piece
from knowledge.search.seeking import Row, seek, wanted
from knowledge.search.terms import CHARACTERS, PAIRS, WORDS, characters, pairs
from knowledge.words import Cutter, fold

LARGE = 200_000  # passages from which this index is worth its second store
_HEAP = 128 * 2**20  # bytes that tantivy may fill before it writes a segment
_STATE = "search.json"


class LargeIndex:
    """大库检索: the index in a folder. One process writes at a time; any number search."""

    def __init__(self, folder: Path, cutter: Cutter) -> None:
        self._folder = folder
        self._cutter = cutter
        self._open()

    def search(
        self, text: str, k: int, letters: Collection[int] | None = None
    ) -> list[tuple[int, float]]:
        """The best passages for a question as (id, score), best first; of some letters only if given."""
        return seek(self, self._cutter, text, k, letters)

    def add(self, rows: Iterable[Row]) -> None:
        """Adds passages (id, text, letter) and makes them findable."""
        writer = self._index.writer(heap_size=_HEAP, num_threads=1)
        sizes = Counter(self._sizes)
        for passage, text, letter in rows:
            for piece in pieces_of(fold(text).text):
                writer.add_document(self._document(passage, piece, letter))
                sizes.update(characters=len(piece), questions=int(matching.asks(piece)))
        writer.commit()
        writer.wait_merging_threads()
        self._save(sizes)

    def remove(self, letter: int) -> None:
        """Takes a letter's passages out; the average size keeps what they added until a rebuild."""
        writer = self._index.writer(heap_size=_HEAP, num_threads=1)
        writer.delete_documents_by_term("letter", letter)
        writer.commit()
        writer.wait_merging_threads()
        self._save(Counter(self._sizes))

    @property
    def is_current(self) -> bool:
        """Whether the words of the index are cut as questions are now; if not, rebuild."""
        return self._version in ("", self._cutter.version)

    def rebuild(
        self,
        rows: Sequence[Row],
        progress: Callable[[int, int], None] = lambda done, total: None,
        batch: int = 20_000,
    ) -> None:
        """Builds the index anew beside the old one, which serves until the new one takes its place."""
        beside = self._folder.with_name(self._folder.name + ".new")
        shutil.rmtree(beside, ignore_errors=True)
        new = LargeIndex(beside, self._cutter)
        for start in range(0, len(rows), batch):
            new.add(rows[start : start + batch])
            progress(min(start + batch, len(rows)), len(rows))
        new._save(Counter(new._sizes))
        old = self._folder.with_name(self._folder.name + ".old")
        shutil.rmtree(old, ignore_errors=True)
        os.replace(self._folder, old)
        os.replace(beside, self._folder)
        self._open()
        shutil.rmtree(old, ignore_errors=True)

    # -- the engine's part of a search ---------------------------------------------------------

    def corpus(self) -> tuple[Corpus, int]:
        """The size of the corpus, and how many of its passages are questions."""
        passages = self._searcher.num_docs
        average = self._sizes["characters"] / passages if passages else 1.0
        return Corpus(passages, max(1.0, average)), self._sizes["questions"]

    def frequencies(self, layer: str, terms: Sequence[str]) -> Mapping[str, int]:
        """In how many passages terms stand."""
        return {term: self._searcher.doc_freq(layer, term) for term in terms}

    def candidates(
        self,
        query: Query,
        known: Mapping[str, Mapping[str, int]],
        limit: int,
        letters: Collection[int] | None,
    ) -> list[Piece]:
        """The pieces that hold most of what the query looks for, by tantivy's BM25."""
        terms = [
            (layer, term, weight)
            for layer, weights in wanted(query).items()
            for term, weight in weights.items()
            if known[layer].get(term)
        ]
        if not terms:
            return []
        hits = self._searcher.search(self._any_of(terms, letters), limit, count=False).hits
        found = (self._searcher.doc(address) for _, address in hits)
        return [(document["passage"][0], bytes(document["text"][0]).decode()) for document in found]

    def _any_of(
        self, terms: Iterable[tuple[str, str, float]], letters: Collection[int] | None
    ) -> Any:
        query, occur = self._tantivy.Query, self._tantivy.Occur
        parts = [
            (
                occur.Should,
                query.boost_query(query.term_query(self._schema, layer, term, "freq"), weight),
            )
            for layer, term, weight in terms
        ]
        any_of = query.boolean_query(parts)
        if letters is None:
            return any_of
        within = query.term_set_query(self._schema, "letter", sorted(letters))
        return query.boolean_query(
            [(occur.Must, any_of), (occur.Must, query.const_score_query(within, 0.0))]
        )

    # -- the folder ------------------------------------------------------------------------------

    def _open(self) -> None:
        self._tantivy = _tantivy()
        self._folder.mkdir(parents=True, exist_ok=True)
        self._schema = _schema(self._tantivy)
        self._index = self._tantivy.Index(self._schema, path=str(self._folder))
        self._searcher = self._index.searcher()
        path = self._folder / _STATE
        state = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
        self._sizes: Counter[str] = Counter(state.get("sizes", {}))
        self._version: str = state.get("version", "")

    def _save(self, sizes: Counter[str]) -> None:
        """Keeps sizes and version beside the index, whole or not at all, and looks at it anew."""
        version = self._version or self._cutter.version
        path = self._folder / _STATE
        beside = path.with_suffix(".new")
        beside.write_text(json.dumps({"sizes": sizes, "version": version}), encoding="utf-8")
        os.replace(beside, path)
        self._sizes, self._version = sizes, version
        self._index.reload()
        self._searcher = self._index.searcher()

    def _document(self, passage: int, text: str, letter: int) -> Any:
        return self._tantivy.Document(
            passage=passage,
            letter=letter,
            text=text.encode(),
            **{
                WORDS: " ".join(self._cutter.words(text)),
                PAIRS: " ".join(pairs(text)),
                CHARACTERS: " ".join(characters(text)),
            },
        )


def _schema(tantivy: Any) -> Any:
    builder = tantivy.SchemaBuilder()
    builder.add_integer_field("passage", stored=True, indexed=False)
    builder.add_integer_field("letter", stored=False, indexed=True)
    builder.add_bytes_field("text", stored=True, indexed=False)
    for layer in (WORDS, PAIRS, CHARACTERS):
        builder.add_text_field(
            layer, stored=False, tokenizer_name="whitespace", index_option="freq"
        )
    return builder.build()


def _tantivy() -> Any:
    try:
        import tantivy
    except ImportError as error:
        raise MissingComponent(
            "大库检索需要 tantivy：pip install -r requirements/large.txt"
        ) from error
    return tantivy
