"""What was recognised from a scan is 待核对 in answers, tables and JSON until a person reviewed it."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner

import bot
from assistant.dialogue import Dialogue
from knowledge import Library
from tests.assistant.dialogue.conftest import message
from tests.conftest import LETTER

QUESTION = "全区知名品牌多少个？"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The shipped letter as if it had come as a scan; its sheet beside it."""
    letter = tmp_path / "letter.txt"
    letter.write_bytes(LETTER.read_bytes())
    library = Library(tmp_path / "data")
    library.write_sheet(letter, library.ingest(letter))
    library.close()
    with closing(sqlite3.connect(tmp_path / "data" / "knowledge.db")) as base:
        base.execute("UPDATE letters SET origin = 'ocr'")
        base.commit()
    return tmp_path / "data"


@pytest.fixture
def answer(data: Path) -> Callable[[], str]:
    return lambda: Dialogue(Library(data)).reply_to(message(QUESTION)).text


def run(data: Path, *words: str) -> str:
    return CliRunner().invoke(bot.main, ["--data", str(data), *words]).stdout


def test_an_answer_from_a_scan_says_so(answer: Callable[[], str]) -> None:
    said = answer()

    assert said.startswith("32个")
    assert "扫描件" in said and "待核对" in said


@pytest.mark.parametrize("table", ["letters", "commitments", "indicators", "contacts"])
def test_rows_of_tables_from_a_scan_say_so(table: str, data: Path) -> None:
    rows = json.loads(run(data, table, "--json"))

    assert rows and {row["核对"] for row in rows} == {"待核对"}


def test_exported_facts_from_a_scan_say_so(data: Path, tmp_path: Path) -> None:
    run(data, "export", str(tmp_path / "out"))

    facts = json.loads((tmp_path / "out" / "59.json").read_text("utf-8"))
    assert facts["check"] == "待核对"
    assert {one["check"] for one in (*facts["indicators"], *facts["commitments"])} == {"待核对"}


def test_a_person_who_reviewed_the_scan_settles_it(answer: Callable[[], str], data: Path) -> None:
    sheet = data.parent / "letter.txt.review.yaml"
    list(Library(data).ingest_all([sheet]))

    assert "待核对" not in answer()
    assert {row["核对"] for row in json.loads(run(data, "letters", "--json"))} == {""}
