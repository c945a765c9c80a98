"""Renaming: columns of a table as a person said they are to be understood."""

from knowledge.facts.passages import read_outline
from knowledge.facts.renaming import renamed
from knowledge.reading import read_bytes

TABLE = "办啥,完成时限,责任单位\n新建泵站2座,2024年底,县水务局\n"


def outline():
    return read_outline(read_bytes("table.csv", TABLE.encode()))


def test_rows_get_the_other_name_and_keep_what_is_printed():
    found = renamed(outline(), {"办啥": "承诺事项"})

    row = found.tables[0][0]
    assert row.header == ("承诺事项", "完成时限", "责任单位")
    assert row.cells[0].text == "新建泵站2座"
    assert any(prose is row for prose in found.prose)


def test_without_other_names_nothing_changes():
    before = outline()

    assert renamed(before, {}) is before
    assert renamed(before, {"没有这一列": "事项"}) == before
