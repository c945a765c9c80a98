"""export: the letters, and the ledger as the office keeps it; commitments: with how exact a
deadline is.
"""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import bot
from knowledge import Library
from tests.conftest import LETTER


@pytest.fixture
def data(tmp_path: Path) -> Path:
    library = Library(tmp_path / "data")
    library.ingest(LETTER)
    library.close()
    return tmp_path / "data"


def run(data: Path, *words: str) -> Result:
    return CliRunner().invoke(bot.main, ["--data", str(data), *words])


def test_the_ledger_leaves_with_the_letters(data: Path, tmp_path: Path) -> None:
    done = run(data, "export", str(tmp_path / "out"))

    assert done.exit_code == 0
    assert sorted(path.suffix for path in (tmp_path / "out").iterdir()) == [
        ".csv", ".ics", ".json", ".txt", ".xlsx",
    ]  # fmt: skip
    table = (tmp_path / "out" / "承诺台账.csv").read_text("utf-8-sig")
    assert table.startswith("编号,函件,代表,承办单位,承诺事项,责任单位,完成时限,进展,状态,销号")
    assert "2022年全区有效注册商标达到14500件" in table
    assert "台账 3 项" in done.output


def test_a_commitment_says_how_exact_its_deadline_is(data: Path) -> None:
    rows = json.loads(run(data, "commitments", "--json").output)

    assert [(row["不早于"], row["不晚于"], row["精度"]) for row in rows] == [
        ("2022-12-21", "2022-12-31", "旬")
    ] * 3
