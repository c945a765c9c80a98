"""A cutter with the shipped lexicon, and an empty index in memory."""

import sqlite3
from collections.abc import Iterator

import pytest

from knowledge.search import SearchIndex, create
from knowledge.words import Cutter, Lexicon


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
