"""The made-up office over an empty database."""

import pytest

from assistant.storage import Database
from tests.assistant.reminders.office import Office


@pytest.fixture
def office(database: Database) -> Office:
    """Three commitments, nobody bound yet, 28 November 2022, 8:00."""
    return Office(database)
