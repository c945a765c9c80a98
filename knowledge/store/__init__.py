"""Facts to rows and back: the only SQL of this room, beside the search index."""

from pathlib import Path

from knowledge.store.database import Database, Prepare, nothing

__all__ = ["Database", "open_database"]

MARK = 0x6466746B  # "dftk", kept in the file's head
MIGRATIONS = Path(__file__).parent / "migrations"


def open_database(folder: Path, also: Prepare = nothing) -> Database:
    """The knowledge of a data folder, its tables up to date; `also` makes a guest's tables."""
    database = Database(folder / "knowledge.db", MIGRATIONS, MARK)
    database.migrate(also)
    return database
