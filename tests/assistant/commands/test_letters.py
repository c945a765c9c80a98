"""letters: listed, shown as an outline, and removed once the operator said yes."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import bot
from knowledge import Library
from tests.conftest import LETTER


@pytest.fixture
def data(tmp_path: Path) -> Path:
    library = Library(tmp_path)
    library.ingest(LETTER)
    library.close()
    return tmp_path


def run(data: Path, *words: str, stdin: str = "") -> Result:
    return CliRunner().invoke(bot.main, ["--data", str(data), *words], input=stdin)


@pytest.mark.parametrize("which", ["59", "第59号", "059"])
def test_a_letter_is_shown_by_code_or_number_with_its_outline(data: Path, which: str) -> None:
    shown = run(data, "letters", "show", which)

    assert shown.exit_code == 0
    assert "一、大足区质量品牌工作基本情况  〔59-1-0" in shown.output
    assert "      （二）商标专利发展稳中有升" in shown.output
    assert "（2022-12-31）" in shown.output


def test_a_letter_is_removed_only_when_the_operator_agrees(data: Path) -> None:
    refused = run(data, "letters", "remove", "59", stdin="n\n")
    kept = run(data, "letters", "--csv").output
    agreed = run(data, "letters", "remove", "59", stdin="y\n")

    assert (refused.exit_code, agreed.exit_code) == (1, 0)
    assert "59" in kept
    assert run(data, "letters", "--json").output.strip() == "[]"
    assert run(data, "commitments", "--json").output.strip() == "[]"


def test_a_removal_without_asking_stands_in_the_log_of_changes(data: Path) -> None:
    run(data, "letters", "remove", "59", "--yes")

    people = bot.House(bot.HERE / "config.yaml", data, None).people
    assert [line.action for line in people.audit.lines()] == ["letter.remove"]


def test_an_unknown_letter_is_one_sentence(data: Path) -> None:
    told = run(data, "letters", "show", "77")

    assert told.exit_code == 1
    assert "没有代码或编号为“77”的答复函" in told.output


def test_letters_of_one_number_are_told_apart_by_their_codes(data: Path, tmp_path: Path) -> None:
    library = Library(tmp_path)
    other = tmp_path / "other.txt"
    other.write_text("某县水务局关于第59号建议的答复\n甲某代表：\n已建成。\n", encoding="utf-8")
    library.ingest(other)
    library.close()

    assert "某县水务局" in run(data, "letters", "show", "59b").output
    assert "请改用代码" in run(data, "letters", "show", "第59号").output
