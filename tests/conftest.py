"""Fixtures for all tests: the shipped letter in a library, made once and only read; an empty
database.

Properties are tested on the same examples in every run, so that a red run means a change in the
code. `HYPOTHESIS_PROFILE=deep make test` tries many more, other ones each time.
"""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

import assistant.inbox
import assistant.people
import assistant.reminders  # noqa: F401 - all three declare their tables
from assistant.storage import MARK, MIGRATIONS, Base, Database
from knowledge import Library

settings.register_profile("steady", derandomize=True, database=None, deadline=None)
settings.register_profile("deep", max_examples=5_000, print_blob=True, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))

ROOT = Path(__file__).parent.parent
LETTER = ROOT / "knowledge" / "sources" / "letters" / "letter-59.txt"


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """A library that holds the shipped letter; tests that change a library make their own."""
    library = Library(tmp_path_factory.mktemp("shipped"))
    library.ingest(LETTER)
    return library


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with every table and no row, made once: copying it is forty times as fast."""
    path = tmp_path_factory.mktemp("empty") / "assistant.db"
    database = Database(path, MIGRATIONS, MARK)
    Base.metadata.create_all(database.engine)
    database.close()
    return path


@pytest.fixture
def database(empty: Path, tmp_path: Path) -> Iterator[Database]:
    """The assistant's database, empty, in a folder of its own."""
    database = Database(Path(shutil.copy(empty, tmp_path)), MIGRATIONS, MARK)
    yield database
    database.close()
