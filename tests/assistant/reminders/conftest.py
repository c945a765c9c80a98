"""The made-up office over an empty database."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import assistant.people
import assistant.reminders  # noqa: F401  # both declare their tables
from assistant.storage import MARK, MIGRATIONS, Base, Database
from tests.assistant.reminders.office import Office


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """A new one in a folder of its own."""
    database = Database(tmp_path / "assistant.db", MIGRATIONS, MARK)
    Base.metadata.create_all(database.engine)
    yield database
    database.close()


@pytest.fixture
def office(database: Database) -> Office:
    """Three commitments, nobody bound yet, 28 November 2022, 8:00."""
    return Office(database)
