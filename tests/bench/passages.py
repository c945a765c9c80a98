"""The product's own search over plain passages, for measuring it on sets of others.

Usage:
    search = build(passages, workdir)
    search("知名品牌多少个", 5)  ->  [(index of the passage, score), …]
"""

import sqlite3
from collections.abc import Callable
from pathlib import Path

from knowledge.search import SearchIndex, create
from knowledge.words import Cutter, Lexicon

Search = Callable[[str, int], list[tuple[int, float]]]


def build(passages: list[str], workdir: str) -> Search:
    """An index of the passages in a folder, and the function that searches it."""
    path = Path(workdir) / "passages.db"
    path.unlink(missing_ok=True)
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA cache_size = -65536")  # 64 MiB: a bureau's whole index
    create(connection)
    index = SearchIndex(connection, Cutter(Lexicon.load()))
    connection.execute("BEGIN")
    index.add((at, text, 0) for at, text in enumerate(passages))
    index.optimize()
    connection.execute("COMMIT")
    return index.search
