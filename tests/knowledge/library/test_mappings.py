"""A mapping beside a table: read with it, and a changed one makes another edition."""

from pathlib import Path

import pytest

from knowledge import KnowledgeError, Library

TABLE = "序,办啥,啥时候办好,谁来办\n1,建停车场2个,2024年6月底,城管局\n"
MAPPING = "columns:\n  办啥: 事项\n  啥时候办好: 完成时限\n  谁来办: 责任单位\n"


def test_a_table_taken_in_again_with_a_mapping_supersedes_itself(tmp_path: Path) -> None:
    library = Library(tmp_path / "data")
    table = tmp_path / "台账.csv"
    table.write_text(TABLE, encoding="utf-8")
    first = library.ingest(table)
    table.with_suffix(".yaml").write_text(MAPPING, encoding="utf-8")

    second, third = library.ingest(table), library.ingest(table)

    assert first.findings.commitments == ()
    assert [promise.unit_words for _, promise in library.commitments()] == ["城管局"]
    assert library.letter(first.letter_id or 0).superseded_by == second.letter_id
    assert third.known


@pytest.mark.parametrize("content", ["columns: 无", "[", "a: 1"], ids=["word", "cut", "other"])
def test_a_mapping_that_is_none_is_told_by_its_name(content: str, tmp_path: Path) -> None:
    table = tmp_path / "台账.csv"
    table.write_text(TABLE, encoding="utf-8")
    table.with_suffix(".yaml").write_text(content, encoding="utf-8")

    ((_, refused),) = Library(tmp_path / "data").ingest_all([table])

    assert isinstance(refused, KnowledgeError) and "台账.yaml: 列名对照" in str(refused)
