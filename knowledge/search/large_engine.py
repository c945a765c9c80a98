"""One look into a tantivy index: its passages as they stood when a search began.

tantivy is an extra: `pip install -r requirements/large.txt`.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from knowledge.errors import MissingComponent
from knowledge.search.query import Query
from knowledge.search.ranking import Corpus, Piece, promising, scale
from knowledge.search.seeking import wanted
from knowledge.search.terms import CHARACTERS, PAIRS, WORDS, characters, pairs

_WIDER = 2  # times as many pieces are looked at as are ranked; 3 find no more at a million passages


class LargeEngine:
    """引擎: the Engine of seeking.py over the index in a folder."""

    def __init__(self, folder: Path, sizes: Mapping[str, int]) -> None:
        self._tantivy = tantivy()
        self._schema = schema()
        self._searcher = self._tantivy.Index(self._schema, path=str(folder)).searcher()
        self._sizes = sizes

    def corpus(self) -> tuple[Corpus, int]:
        """The size of the corpus, and how many of its passages are questions."""
        passages = self._searcher.num_docs
        average = self._sizes.get("characters", 0) / passages if passages else 1.0
        return Corpus(passages, max(1.0, average)), self._sizes.get("questions", 0)

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
        """The pieces that hold most of what the query looks for: by tantivy's BM25, then by all
        terms.
        """
        terms = [
            (layer, term, weight)
            for layer, weights in wanted(query).items()
            for term, weight in weights.items()
            if known[layer].get(term)
        ]
        if not terms:
            return []
        hits = self._searcher.search(self._any_of(terms, letters), limit * _WIDER, count=False).hits
        found = (self._searcher.doc(address) for _, address in hits)
        pieces = [
            (document["passage"][0], bytes(document["text"][0]).decode()) for document in found
        ]
        return promising(scale(query, known, self.corpus()[0]), pieces, limit)

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


def document(passage: int, text: str, letter: int, words: Iterable[str]) -> Any:
    """A piece of a passage as tantivy keeps it."""
    layers = {
        WORDS: " ".join(words),
        PAIRS: " ".join(pairs(text)),
        CHARACTERS: " ".join(characters(text)),
    }
    return tantivy().Document(passage=passage, letter=letter, text=text.encode(), **layers)


def schema() -> Any:
    """What tantivy keeps of a piece, and by what it is found."""
    builder = tantivy().SchemaBuilder()
    builder.add_integer_field("passage", stored=True, indexed=False)
    builder.add_integer_field("letter", stored=False, indexed=True)
    builder.add_bytes_field("text", stored=True, indexed=False)
    for layer in (WORDS, PAIRS, CHARACTERS):
        builder.add_text_field(
            layer, stored=False, tokenizer_name="whitespace", index_option="freq"
        )
    return builder.build()


def tantivy() -> Any:
    """The package, where it is installed."""
    try:
        import tantivy
    except ImportError as error:
        raise MissingComponent(
            "大库检索需要 tantivy：pip install -r requirements/large.txt"
        ) from error
    return tantivy
