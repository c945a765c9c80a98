"""Ingesting survives kill -9: the same command again ends in the base that one clean run makes."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.bench.letters import letters
from tests.fakes import formats

ROOT = Path(__file__).parents[3]
LETTERS = 30
KILLED_AT = (-1, 0, 1, 5, 12, 26)  # letters in the base; -1: at once


@pytest.mark.slow
def test_a_base_killed_while_it_grows_ends_as_that_of_one_clean_run(tmp_path: Path) -> None:
    folder = mixed_folder(tmp_path / "folder")
    killed = tmp_path / "killed"
    lot = random.Random(59)

    grown = [kill(killed, folder, at, pause=lot.uniform(0, 0.05)) for at in KILLED_AT]
    assert start(killed, folder).wait() == 1
    assert start(tmp_path / "clean", folder).wait() == 1

    assert sum(0 < letters < LETTERS for letters in grown) >= 3, "too few kills fell into the work"
    assert dump(killed) == dump(tmp_path / "clean")


def mixed_folder(folder: Path) -> Path:
    """Letters as text, some of them corrected ones of others, one as Word, one file that is bad."""
    folder.mkdir()
    for name, text in letters(LETTERS):
        (folder / name).write_text(text, encoding="utf-8")
    corrected = (folder / "00003.txt").read_text("utf-8").replace("。", "。 ")
    (folder / "00025-corrected.txt").write_text(corrected, encoding="utf-8")
    (folder / "00020.docx").write_bytes(formats.as_docx())
    (folder / "00010.pdf").write_bytes(b"%PDF-1.7\nnothing")
    return folder


def start(data: Path, folder: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "bot.py", "--data", str(data), "ingest", str(folder)]
    quiet = subprocess.DEVNULL
    return subprocess.Popen(command, cwd=ROOT, stdout=quiet, stderr=quiet, start_new_session=True)


def kill(data: Path, folder: Path, at: int, pause: float) -> int:
    """Kill it a moment after there are so many letters (0: the tables); how many there are then."""
    running = start(data, folder)
    while running.poll() is None and count(data) < at:
        time.sleep(0.002)
    time.sleep(pause)
    os.kill(running.pid, signal.SIGKILL)
    running.wait()
    return count(data)


def count(data: Path) -> int:
    """The letters in the base; -1 where it has no tables yet."""
    try:
        with closing(sqlite3.connect(f"file:{data}/knowledge.db?mode=ro", uri=True)) as base:
            return int(base.execute("SELECT count(*) FROM letters").fetchone()[0])
    except sqlite3.OperationalError:
        return -1


def dump(data: Path) -> dict[str, list[Any]]:
    """Every row of every table; how FTS5 lays out its own pages is left out."""
    with closing(sqlite3.connect(data / "knowledge.db")) as base:
        names = base.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'search_index_%'"
        ).fetchall()
        return {name: sorted(base.execute(f"SELECT * FROM {name}"), key=repr) for (name,) in names}
