"""Opening databases: ours, somebody else's, two at a time."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

from knowledge import Database, ForeignDatabase
from knowledge.store import open_database
from knowledge.store.models import Base


def test_a_new_folder_gets_all_tables(tmp_path: Path) -> None:
    database = open_database(tmp_path / "data")

    with database.engine.connect() as connection:
        context = MigrationContext.configure(connection)
        assert compare_metadata(context, Base.metadata) == []


def test_another_programs_database_is_refused_by_name(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "knowledge.db") as theirs:
        theirs.execute("CREATE TABLE guests (name)")

    with pytest.raises(ForeignDatabase, match=r"knowledge\.db.*不是本程序的数据库"):
        open_database(tmp_path)


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    (tmp_path / "knowledge.db").write_text("not a database " * 100)

    with pytest.raises(ForeignDatabase):
        open_database(tmp_path)


def test_a_newer_versions_database_is_refused(tmp_path: Path) -> None:
    database = open_database(tmp_path)
    with database.write() as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    database.close()

    with pytest.raises(ForeignDatabase, match="更新的版本"):
        open_database(tmp_path)


def test_writers_that_read_first_wait_for_each_other(tmp_path: Path) -> None:
    database = open_database(tmp_path)
    with database.write() as session:
        session.execute(text("CREATE TABLE counted (n INTEGER)"))
        session.execute(text("INSERT INTO counted VALUES (0)"))

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: count_one(database), range(40)))

    with database.read() as session:
        assert session.execute(text("SELECT n FROM counted")).scalar_one() == 40


def test_a_failed_write_leaves_nothing(tmp_path: Path) -> None:
    database = open_database(tmp_path)
    with pytest.raises(RuntimeError), database.write() as session:
        session.execute(text("CREATE TABLE half (n INTEGER)"))
        raise RuntimeError("the power went")

    with database.read() as session:
        found = session.execute(text("SELECT 1 FROM sqlite_master WHERE name = 'half'")).all()

    assert found == []


def test_the_version_tells_of_changes_by_others(tmp_path: Path) -> None:
    database = open_database(tmp_path)
    before = database.version()

    with sqlite3.connect(tmp_path / "knowledge.db") as other:
        other.execute("CREATE TABLE news (n)")

    assert database.version() != before


def count_one(database: Database) -> None:
    with database.write() as session:
        n = session.execute(text("SELECT n FROM counted")).scalar_one()
        session.execute(text("UPDATE counted SET n = :n"), {"n": n + 1})
