"""Open an SQLite file the way both rooms need it, and bring its tables up to date.

Every write transaction begins IMMEDIATE: a deferred one that reads and then writes cannot wait
for another writer and fails at once, whatever the busy timeout. WAL lets readers go on while one
writes; synchronous FULL keeps what was committed through a power cut.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session, sessionmaker
from sqlalchemy.pool import ConnectionPoolEntry

from knowledge.errors import ForeignDatabase

BUSY_TIMEOUT_MS = 5000
PRAGMAS = (
    "journal_mode = WAL",
    "foreign_keys = ON",
    "synchronous = FULL",
    f"busy_timeout = {BUSY_TIMEOUT_MS}",
)


Prepare = Callable[[Any], None]  # is handed the DB-API connection


def nothing(_connection: Any) -> None:
    """No guest has tables in this database."""


class Database:
    """One SQLite file with its migrations.

    `mark` is the number that SQLite keeps in the file's head (application_id): it tells our
    files from another program's. Raises ForeignDatabase where the file is somebody else's.
    """

    def __init__(self, path: Path, migrations: Path, mark: int) -> None:
        self.path = path
        self._migrations = migrations
        self._mark = mark
        self._watch: sqlite3.Connection | None = None
        self._watching = Lock()
        path.parent.mkdir(parents=True, exist_ok=True)
        self.engine = _engine(path)
        self._reading = sessionmaker(self.engine, expire_on_commit=False)
        self._writing = sessionmaker(
            self.engine.execution_options(immediate=True), expire_on_commit=False
        )

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session that sees one state of the database; nothing is kept of what it changes."""
        with self._reading() as session:
            yield session

    @contextmanager
    def write(self) -> Iterator[Session]:
        """A session whose changes are committed together at the end, or not at all."""
        with self._writing.begin() as session:
            yield session

    def migrate(self, also: Prepare = nothing) -> None:
        """Bring the tables up to date, a guest's by `also`: all at once, or none if killed."""
        self._check_owner()
        if self._is_current():
            return
        with self.engine.execution_options(immediate=True).begin() as connection:
            _upgrade(connection, self._migrations)
            also(connection.connection.dbapi_connection)
            connection.execute(text(f"PRAGMA application_id = {self._mark:d}"))

    @property
    def settled(self) -> bool:
        """Whether somebody has decided what this database starts with (see `settle`)."""
        with self.engine.connect() as connection:
            return bool(connection.execute(text("PRAGMA user_version")).scalar_one())

    def settle(self) -> None:
        """Remember that the first documents are in; kept in the file's head."""
        with self.engine.execution_options(immediate=True).begin() as connection:
            connection.execute(text("PRAGMA user_version = 1"))

    def faults(self) -> list[str]:
        """What SQLite finds wrong with the file; empty where it is sound."""
        with self.engine.connect() as connection:
            found = connection.execute(text("PRAGMA quick_check(5)")).scalars().all()
        return [fault for fault in found if fault != "ok"]

    def version(self) -> int:
        """A number that changes whenever anybody, this process or another, changed the file."""
        with self._watching:
            if self._watch is None:
                self._watch = sqlite3.connect(self.path, check_same_thread=False)
            return int(self._watch.execute("PRAGMA data_version").fetchone()[0])

    def close(self) -> None:
        """Let go of the file."""
        with self._watching:
            if self._watch is not None:
                self._watch.close()
                self._watch = None
        self.engine.dispose()

    def _is_current(self) -> bool:
        """Whether the tables are those of the newest migration; spares loading Alembic."""
        newest = max(p.name for p in (self._migrations / "versions").glob("[0-9]*.py"))
        with self.engine.connect() as connection:
            known = "SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'"
            if connection.execute(text(known)).first() is None:
                return False
            version = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
        return version is not None and newest.startswith(f"{version}_")

    def _check_owner(self) -> None:
        foreign = ForeignDatabase(
            "这不是本程序的数据库，请用 --data 另指一个文件夹",
            place=str(self.path),
        )
        try:
            with self.engine.connect() as connection:
                mark = connection.execute(text("PRAGMA application_id")).scalar_one()
                tables = connection.execute(text("SELECT count(*) FROM sqlite_master")).scalar_one()
        except DatabaseError as error:
            raise foreign from error
        if mark != self._mark and (mark or tables):
            raise foreign


def _engine(path: Path) -> Engine:
    engine = create_engine(f"sqlite:///{path}", connect_args={"check_same_thread": False})

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: ConnectionPoolEntry) -> None:
        connection.isolation_level = None  # BEGIN is ours to say, below
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        immediate = connection.get_execution_options().get("immediate", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")

    return engine


def _upgrade(connection: Connection, migrations: Path) -> None:
    from alembic import command  # heavy, and needed once a start
    from alembic.config import Config
    from alembic.util.exc import CommandError

    config = Config()
    config.set_main_option("script_location", str(migrations))
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, "head")
    except CommandError as error:
        raise ForeignDatabase(f"数据库是本程序更新的版本建的，请升级后再用（{error}）") from error
