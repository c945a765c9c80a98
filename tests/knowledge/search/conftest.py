"""A cutter with the shipped lexicon, and an empty index in memory."""

import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from knowledge.search import SearchIndex, create
from knowledge.words import Cutter, Lexicon
from knowledge.words.curated import SHIPPED


@pytest.fixture(scope="session")
def cutter() -> Cutter:
    return Cutter(Lexicon.load()).load()


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    create(connection)
    yield connection
    connection.close()


@pytest.fixture
def index(connection: sqlite3.Connection, cutter: Cutter) -> SearchIndex:
    return SearchIndex(connection, cutter)


def lexicon_with_a_new_word(folder: Path) -> Lexicon:
    """The shipped lexicon and a word that jieba would cut: an index made without it is out of date."""
    shutil.copytree(SHIPPED, folder)
    with (folder / "terms.yaml").open("a", encoding="utf-8") as file:
        file.write("新词:\n  [石雕馆闭馆日]\n")
    return Lexicon.load(folder)
