"""Facts to rows and back: the only SQL of this room, beside the search index."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from knowledge.store.database import Database

__all__ = ["Database", "open_database"]

Prepare = Callable[[Any], None]  # is handed the DB-API connection

MARK = 0x6466746B  # "dftk", kept in the file's head
MIGRATIONS = Path(__file__).parent / "migrations"


def open_database(folder: Path, also: Prepare = lambda connection: None) -> Database:
    """The knowledge of a data folder, its tables up to date; `also` makes a guest's tables."""
    database = Database(folder / "knowledge.db", MIGRATIONS, MARK)
    if database.migrate():
        with database.write() as session:
            also(session.connection().connection.dbapi_connection)
    return database
