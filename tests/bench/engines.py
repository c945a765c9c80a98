"""The engines that the benchmark sets side by side: ours, and three peers over jieba's words.

Each is a function (passages, folder) -> search, and search(query, k) gives places, best first.
"""

import functools
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.bench import passages as ours

Search = Callable[[str, int], list[int]]
Build = Callable[[list[str], str], Search]


def product(passages: list[str], folder: str) -> Search:
    """This product's search inside SQLite."""
    search = ours.build(passages, folder)
    return lambda query, k: [at for at, _ in search(query, k)]


def product_large(passages: list[str], folder: str) -> Search:
    """This product's search over tantivy."""
    from knowledge.search.large import LargeIndex
    from knowledge.words import Cutter, Lexicon

    index = LargeIndex(Path(folder) / "large", Cutter(Lexicon.load()))
    index.add((at, text, 0) for at, text in enumerate(passages))
    return lambda query, k: [at for at, _ in index.search(query, k)]


def fts5_words(passages: list[str], folder: str) -> Search:
    """SQLite FTS5 over jieba's words, ranked by its own BM25."""
    words = _jieba_words()
    connection = sqlite3.connect(Path(folder) / "words.db")
    connection.execute(
        "CREATE VIRTUAL TABLE peer USING fts5(t, tokenize = \"ascii tokenchars '.%'\")"
    )
    rows = ((at, " ".join(words(text))) for at, text in enumerate(passages))
    connection.executemany("INSERT INTO peer (rowid, t) VALUES (?, ?)", rows)
    connection.execute("INSERT INTO peer(peer) VALUES ('optimize')")
    connection.commit()

    def search(query: str, k: int) -> list[int]:
        match = " OR ".join(f'"{word}"' for word in words(query))
        found = "SELECT rowid FROM peer WHERE peer MATCH ? ORDER BY rank LIMIT ?"
        return [at for (at,) in connection.execute(found, (match, k))] if match else []

    return search


def bm25s_words(passages: list[str], folder: str) -> Search:
    """bm25s, a BM25 in memory, over jieba's words."""
    import bm25s

    words = _jieba_words()
    index = bm25s.BM25()
    index.index([words(text) for text in passages], show_progress=False)

    def search(query: str, k: int) -> list[int]:
        terms = [word for word in words(query) if word in index.vocab_dict]
        if not terms:
            return []
        places, _ = index.retrieve([terms], k=min(k, len(passages)), show_progress=False)
        return [int(at) for at in places[0]]

    return search


def tantivy_words(passages: list[str], folder: str) -> Search:
    """tantivy over jieba's words."""
    import tantivy

    words = _jieba_words()
    builder = tantivy.SchemaBuilder()
    builder.add_integer_field("at", stored=True, indexed=False)
    builder.add_text_field("t", stored=False, tokenizer_name="whitespace", index_option="freq")
    schema = builder.build()
    index = tantivy.Index(schema, path=folder)
    writer = index.writer(heap_size=128 * 2**20, num_threads=1)
    for at, text in enumerate(passages):
        writer.add_document(tantivy.Document(at=at, t=" ".join(words(text))))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    searcher = index.searcher()

    def search(query: str, k: int) -> list[int]:
        should = [
            (tantivy.Occur.Should, tantivy.Query.term_query(schema, "t", word, "freq"))
            for word in words(query)
        ]
        hits = searcher.search(tantivy.Query.boolean_query(should), k, count=False).hits
        return [searcher.doc(address)["at"][0] for _, address in hits]

    return search


ENGINES: dict[str, Build] = {
    "fts5 words": fts5_words,
    "bm25s words": bm25s_words,
    "tantivy words": tantivy_words,
    "this, SQLite": product,
    "this, tantivy": product_large,
}


@functools.lru_cache(maxsize=1)
def _jieba_words() -> Callable[[str], list[str]]:
    """jieba as it comes, in search mode."""
    import jieba

    tokenizer: Any = jieba.Tokenizer()
    tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(tokenizer.get_dict_file())
    tokenizer.initialized = True
    return lambda text: [
        word.lower() for word in tokenizer.lcut_for_search(text) if word[0].isalnum()
    ]
