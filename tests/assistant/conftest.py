"""The assistant's database, empty, for tests of what stores something."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

import assistant.inbox
import assistant.people
import assistant.reminders  # noqa: F401 - all three declare their tables
from assistant.storage import MARK, MIGRATIONS, Base, Database


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
    """A new one in a folder of its own."""
    database = Database(Path(shutil.copy(empty, tmp_path)), MIGRATIONS, MARK)
    yield database
    database.close()
