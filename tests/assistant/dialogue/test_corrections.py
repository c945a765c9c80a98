"""What a person corrected is answered as corrected, and said to be so; the rest is not."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

import bot
from assistant.dialogue import Dialogue
from knowledge import Library
from tests.assistant.dialogue.conftest import message
from tests.conftest import LETTER

NOTE = "人工更正"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The shipped letter with its brands, the unit of a promise and the phone corrected by a
    person.
    """
    letter = tmp_path / "letter.txt"
    letter.write_bytes(LETTER.read_bytes())
    library = Library(tmp_path / "data")
    path = library.write_sheet(letter, library.ingest(letter))
    sheet = yaml.safe_load(path.read_text("utf-8"))
    brands = next(one for one in sheet["indicators"] if one["name"] == "知名品牌")
    brands["value"] = "33"
    sheet["commitments"][1]["unit_words"] = "区科技局"
    sheet["contact"]["phones"] = ["00000000001"]
    path.write_text(yaml.safe_dump(sheet, allow_unicode=True), encoding="utf-8")
    assert run(tmp_path / "data", "ingest", str(path)).exit_code == 0
    library.close()
    return tmp_path / "data"


@pytest.fixture
def answer(data: Path) -> Callable[[str], str]:
    return lambda question: Dialogue(Library(data)).reply_to(message(question)).text


def run(data: Path, *words: str):
    return CliRunner().invoke(bot.main, ["--data", str(data), *words])


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("全区知名品牌多少个？", "33个"),
        ("有效注册商标达到14500件由哪个单位负责？", "区科技局"),
        ("联系电话是多少？", "00000000001"),
    ],
)
def test_a_corrected_value_is_answered_and_said_to_be_corrected(
    question: str, value: str, answer: Callable[[str], str]
) -> None:
    said = answer(question)

    assert value in said
    assert NOTE in said


def test_what_nobody_changed_carries_no_note(answer: Callable[[str], str]) -> None:
    assert NOTE not in answer("全区有效注册商标多少件？")


def test_tables_say_which_rows_were_corrected(data: Path) -> None:
    rows = json.loads(run(data, "commitments", "--json").stdout)

    assert [row["核对"] for row in rows][:3] == ["", NOTE, ""]
