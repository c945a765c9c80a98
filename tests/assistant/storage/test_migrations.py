"""The migrations make the tables that the models describe."""

from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

import assistant.inbox.models
import assistant.people.models
import assistant.reminders.models  # noqa: F401 - each adds its tables to Base
from assistant.storage import Base, open_database


def test_a_new_folder_gets_the_tables_of_every_room(tmp_path: Path) -> None:
    database = open_database(tmp_path)

    with database.engine.connect() as connection:
        context = MigrationContext.configure(connection)
        assert compare_metadata(context, Base.metadata) == []
