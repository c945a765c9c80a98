"""The assistant's own database (assistant.db): people, inbox, subscriptions, deliveries.

Each room keeps its models beside its code, on `Base`; the migrations of all of them are here.
"""

from pathlib import Path

from sqlalchemy.orm import DeclarativeBase

from assistant.storage.holding import AlreadyServed, held, is_held
from knowledge import Database

__all__ = ["AlreadyServed", "Base", "Database", "held", "is_held", "open_database"]

MARK = 0x64667461  # "dfta", kept in the file's head
MIGRATIONS = Path(__file__).parent / "migrations"


class Base(DeclarativeBase):
    """The tables of the assistant."""


def open_database(folder: Path) -> Database:
    """The assistant's database in the data folder, its tables up to date."""
    database = Database(folder / "assistant.db", MIGRATIONS, MARK)
    database.migrate()
    return database
