"""The assistant's database, empty, for tests of what stores something."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import assistant.inbox  # noqa: F401 - declares its tables
from assistant.storage import MARK, MIGRATIONS, Base, Database


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """A new one in a folder of its own."""
    database = Database(tmp_path / "assistant.db", MIGRATIONS, MARK)
    Base.metadata.create_all(database.engine)
    yield database
    database.close()
