"""Which index answers a search: the database's own, or tantivy's once it has seen every change."""

import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from knowledge import Library
from knowledge.library.finding import rows_of
from knowledge.search import SearchIndex
from tests.knowledge.library.test_library import letter
from tests.knowledge.search.conftest import lexicon_with_a_new_word

WORKS = "供水管网和水厂"


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """A library that is large from its first passage on."""
    library = Library(tmp_path / "data", large_from=1)
    library.ingest(letter(tmp_path, "a.txt"))
    library.refresh()
    return library


@pytest.fixture
def only_tantivy(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever asks the database's index fails."""
    monkeypatch.setattr(SearchIndex, "search", None)


@pytest.mark.usefixtures("only_tantivy")
def test_a_large_library_is_searched_by_tantivy(library: Library) -> None:
    assert library.letters_about(WORKS) == [library.letters()[0].id]


def test_a_small_library_is_not(library: Library) -> None:
    small = Library(library.folder, large_from=1_000)

    shutil.rmtree(library.folder / "index")

    assert len(small.letters_about(WORKS)) == 1
    assert not (library.folder / "index").exists()


def test_a_new_letter_is_found_at_once_and_by_tantivy_soon(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = library.ingest(letter(tmp_path, "b.txt", number=8)).letter_id

    at_once = library.letters_about(WORKS)
    library.close()  # waits for what is being caught up
    monkeypatch.setattr(SearchIndex, "search", None)

    assert new in at_once
    assert new in library.letters_about(WORKS)


def test_a_removed_letter_is_never_found_again(library: Library) -> None:
    library.remove(library.letters()[0].id)
    library.letters_about(WORKS)

    library.refresh()

    assert library.letters_about(WORKS) == []


def test_what_another_process_caught_up_with_serves_here(library: Library, tmp_path: Path) -> None:
    other = Library(library.folder, large_from=1)
    new = other.ingest(letter(tmp_path, "b.txt", number=8)).letter_id
    other.refresh()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(SearchIndex, "search", None)
        found = library.letters_about(WORKS)

    assert new in found


def test_an_older_database_put_in_place_has_the_index_built_anew(
    library: Library, tmp_path: Path
) -> None:
    backup = tmp_path / "backup.db"
    with closing(sqlite3.connect(library.folder / "knowledge.db")) as connection:
        connection.execute("VACUUM INTO ?", (str(backup),))
    new = library.ingest(letter(tmp_path, "b.txt", number=8)).letter_id
    library.refresh()
    library.close()
    (library.folder / "knowledge.db").unlink()
    backup.replace(library.folder / "knowledge.db")

    older = Library(library.folder, large_from=1)
    older.refresh()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(SearchIndex, "search", None)
        found = older.letters_about(WORKS)
    assert len(found) == 1
    assert new not in found


def test_without_tantivy_the_database_answers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "tantivy", None)
    library = Library(tmp_path / "data", large_from=1)
    library.ingest(letter(tmp_path, "a.txt"))
    library.refresh()

    assert len(library.letters_about(WORKS)) == 1


def test_rows_of_a_table_are_found_by_the_names_of_their_columns(tmp_path: Path) -> None:
    library = Library(tmp_path / "data")
    head = library.ingest(_with_table(tmp_path)).letter_id
    assert head

    with library._database.read() as reading:
        texts = [text for _, text, _ in rows_of(reading, head)]

    rows = [text for text in texts if "\t" in text]
    assert len(rows) == 2
    assert all("牵头单位 完成时限" in text.splitlines()[-2] for text in rows)
    assert not any("牵头单位" in text for text in texts[: texts.index(rows[0])])


def test_a_new_dictionary_rebuilds_both_while_the_old_ones_serve(
    library: Library, tmp_path: Path
) -> None:
    renewed = Library(library.folder, lexicon_with_a_new_word(tmp_path / "lexicon"), large_from=1)
    seen: list[tuple[int, int]] = []
    served: list[int] = []

    def look(done: int, total: int) -> None:
        seen.append((done, total))
        served.append(len(library.letters_about(WORKS)))

    renewed.refresh(look)

    assert len(seen) == 2  # the database's index and tantivy's
    assert all(done == total > 0 for done, total in seen)
    assert served == [1, 1]
    assert len(renewed.letters_about(WORKS)) == 1


def test_a_rebuild_killed_half_way_leaves_the_old_index(library: Library, tmp_path: Path) -> None:
    lexicon_with_a_new_word(tmp_path / "lexicon")
    command = [sys.executable, "-c", _KILLED, str(library.folder), str(tmp_path / "lexicon")]

    killed = subprocess.run(command, check=False)

    assert killed.returncode == -signal.SIGKILL
    assert len(library.letters_about(WORKS)) == 1
    assert library.sound() is None


def _with_table(folder: Path) -> Path:
    path = letter(folder, "table.txt")
    table = "附件\n承诺事项\n序号\t内容\t牵头单位\t完成时限\n1\t新建水厂2座\t区水务局\t2024年9月底前\n2\t改造管网30公里\t区住建委\t2024年11月底\n"
    path.write_text(path.read_text(encoding="utf-8") + "\n" + table, encoding="utf-8")
    return path


_KILLED = """
import os, signal, sys
from pathlib import Path
from knowledge import Library
from knowledge.library.finding import rows_of
from knowledge.words import Lexicon

library = Library(Path(sys.argv[1]), Lexicon.load(Path(sys.argv[2])), large_from=1)
library.refresh(lambda done, total: os.kill(os.getpid(), signal.SIGKILL))
"""
