"""ingest: a folder is read with its bad files named; one object for one file, a list for several."""

import json
import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import bot
from tests.bench.letters import letters
from tests.conftest import LETTER


def run(data: Path, *words: str) -> Result:
    return CliRunner().invoke(bot.main, ["--data", str(data), *words])


def folder_of(folder: Path, good: int, bad: int) -> Path:
    """A folder of made-up letters among which some files are no letters."""
    folder.mkdir()
    for name, text in letters(good):
        (folder / name).write_text(text, encoding="utf-8")
    for at in range(bad):
        (folder / f"{at:05d}.pdf").write_bytes(b"%PDF-1.7\n" + bytes(range(256)))
    return folder


def test_a_folder_is_read_but_for_its_bad_files_which_are_named(tmp_path: Path) -> None:
    folder = folder_of(tmp_path / "folder", good=40, bad=3)

    told = run(tmp_path / "data", "ingest", str(folder))

    assert told.exit_code == 1
    assert told.stdout.count("■") == 40
    assert [f"{at:05d}.pdf：" in told.stderr for at in range(3)] == [True] * 3
    assert "共 43 个文件，3 个没有读成" in told.stderr
    assert len(json.loads(run(tmp_path / "data", "letters", "--json").stdout)) == 40


def test_nothing_but_words_goes_to_a_pipe(tmp_path: Path) -> None:
    folder = folder_of(tmp_path / "folder", good=8, bad=0)

    told = run(tmp_path / "data", "ingest", str(folder))

    assert told.exit_code == 0
    assert told.stderr == ""
    assert "\x1b" not in told.stdout and "\r" not in told.stdout


def test_a_dry_run_stores_nothing(tmp_path: Path) -> None:
    told = run(tmp_path / "data", "ingest", "--dry-run", str(LETTER))

    assert "14500件｜2022年12月底（2022-12-31）" in told.stdout
    assert run(tmp_path / "data", "letters", "--json").stdout.strip() == "[]"


def test_people_who_ask_meanwhile_go_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    steps: list[int] = []
    monkeypatch.setattr("os.nice", steps.append)

    run(tmp_path, "ingest", "--dry-run", str(LETTER))
    (tmp_path / "serving.lock").write_text(str(os.getpid()))
    run(tmp_path, "ingest", "--dry-run", str(LETTER))

    assert steps == [10]


def audited(data: Path) -> list[tuple[str, str]]:
    """What the audit log says was done, and to what."""
    with closing(sqlite3.connect(data / "assistant.db")) as base:
        return base.execute("SELECT action, object FROM audit ORDER BY id").fetchall()


def test_what_comes_in_and_what_is_corrected_stands_in_the_audit_log(tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_bytes(LETTER.read_bytes())
    sheet = tmp_path / "letter.txt.review.yaml"
    data = tmp_path / "data"

    run(data, "ingest", "--review", str(letter))
    run(data, "ingest", str(letter))  # known: no change, no line
    sheet.write_text(sheet.read_text("utf-8").replace("大足区", "大足", 1), encoding="utf-8")
    run(data, "ingest", str(sheet))

    assert audited(data) == [("letter.take", "letter:1"), ("letter.correct", "letter:1")]


@pytest.mark.parametrize(("files", "form"), [(1, dict), (2, list)])
def test_one_file_is_an_object_and_several_are_a_list(
    files: int, form: type, tmp_path: Path
) -> None:
    folder = folder_of(tmp_path / "folder", good=files, bad=0)

    shown = json.loads(run(tmp_path / "data", "ingest", "--json", str(folder)).stdout)

    assert isinstance(shown, form)


def test_a_review_sheet_is_written_corrected_and_taken_in_again(tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_bytes(LETTER.read_bytes())
    told = run(tmp_path / "data", "ingest", "--review", "--dry-run", str(letter))
    sheet = letter.with_name("letter.txt.review.yaml")
    sheet.write_text(sheet.read_text("utf-8").replace("- 杨君", "- 杨某"), encoding="utf-8")

    taken = run(tmp_path / "data", "ingest", str(tmp_path / "letter.txt.review.yaml"))

    assert "核对单：" in told.stderr
    assert "联系人 杨某" in taken.stdout and "按人工核对单" in taken.stdout
    assert "杨某" in run(tmp_path / "data", "contacts", "--csv").stdout


def test_a_sheet_lying_in_a_folder_is_read_after_its_document(tmp_path: Path) -> None:
    folder = folder_of(tmp_path / "folder", good=3, bad=0)
    run(tmp_path / "data", "ingest", "--review", str(folder))

    told = run(tmp_path / "data", "ingest", str(folder))

    assert told.stdout.endswith("没有变化 3 件、按核对单收到 3 件。\n")
