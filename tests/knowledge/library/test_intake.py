"""Intake: codes of documents are free, and a killed first start leaves no half-made database."""

from pathlib import Path

import pytest
from sqlalchemy import text

from knowledge import Library
from knowledge.store import open_database


def test_each_letter_of_a_number_has_a_code_of_its_own(tmp_path: Path) -> None:
    library = Library(tmp_path / "data")
    for office in "甲乙丙":
        path = tmp_path / f"{office}.txt"
        path.write_text(
            f"{office}区水务局关于第7号建议的答复\n甲某代表：\n已建成。\n", encoding="utf-8"
        )
        library.ingest(path)

    assert [head.code for head in library.letters()] == ["7", "7b", "7c"]


def test_a_start_that_dies_while_making_tables_makes_none(tmp_path: Path) -> None:
    def die(_connection: object) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        open_database(tmp_path, also=die)
    again = Library(tmp_path)

    assert again.is_new
    assert again.letters_about("水厂") == []
    with again._database.read() as session:
        assert session.execute(text("SELECT count(*) FROM search_pieces")).scalar_one() == 0
