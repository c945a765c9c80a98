"""Pages: cells become a grid, and a table printed on two pages becomes one."""

from knowledge.glossary import Table
from knowledge.reading.drafting import Draft
from knowledge.reading.limits import Limits
from knowledge.reading.pages import Part, grid_of, length, write_pages

BOX = (0.0, 0.0, 100.0, 40.0)


def part(*rows: tuple[str, str]) -> Part:
    cells = [
        ((50.0 * x, 20.0 * y, 50.0 * x + 50, 20.0 * y + 20), text)
        for y, row in enumerate(rows)
        for x, text in enumerate(row)
    ]
    made = grid_of(cells, BOX, 100, near=2)
    assert made is not None
    return made


def test_a_column_alone_is_no_table() -> None:
    assert grid_of([(BOX, "一段文字")], BOX, 100, near=2) is None


def test_a_cell_over_two_rows_stands_in_both() -> None:
    cells = [((0, 0, 50, 20), "植树"), ((0, 20, 50, 40), "修渠"), ((50, 0, 100, 40), "区水务局")]

    made = grid_of(cells, BOX, 100, near=2)

    assert made is not None
    assert [[box.text for box in row] for row in made.rows] == [
        ["植树", "区水务局"],
        ["修渠", "区水务局"],
    ]


def test_a_table_on_two_pages_is_one_without_its_second_header() -> None:
    draft = Draft(Limits())
    pages = [
        [part(("事项", "时限"), ("植树", "6月底"))],
        [part(("事项", "时限"), ("修渠", "年底"))],
    ]

    write_pages(pages, draft)

    (table,) = draft.document("a.pdf", b"", "pdf").blocks
    assert isinstance(table, Table)
    assert [row[0].text for row in table.rows] == ["事项", "植树", "修渠"]
    assert sum(map(length, pages)) == 17
    assert any("跨页" in remark for remark in draft.remarks)
