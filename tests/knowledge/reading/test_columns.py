"""Cells below each other are a table, whether lines are drawn around them or not."""

from knowledge.glossary import Document, Table
from knowledge.reading import Limits
from knowledge.reading.columns import write_lines
from knowledge.reading.drafting import Draft
from knowledge.reading.layout import Letters, lines_of

EM = 10


def document_of(*cells: tuple[str, float, float]) -> Document:
    """Cells with the column (in ems) and the row they begin in."""
    letters = [
        Letters(text, left * EM, (left + len(text)) * EM, row * 15, row * 15 + EM, EM)
        for text, left, row in cells
    ]
    lines = lines_of(letters)
    draft = Draft(Limits())
    write_lines(lines, lines, draft)
    return draft.document("a.png", b"a", "ocr")


def grids_of(document: Document) -> list[list[list[str]]]:
    tables = [block for block in document.blocks if isinstance(block, Table)]
    return [[[cell.text for cell in row] for row in table.rows] for table in tables]


def row(at: float, *texts: str) -> list[tuple[str, float, float]]:
    return [(text, left, at) for text, left in zip(texts, (0, 4, 16, 26), strict=True)]


def test_rows_with_cells_below_each_other_are_a_table() -> None:
    got = document_of(
        ("承诺事项列表", 10, 0),
        *row(2, "序号", "事项", "时限", "单位"),
        *row(4, "1", "植树五百亩", "年底", "区林业局"),
        ("此复。", 2, 8),
    )

    assert grids_of(got) == [
        [["序号", "事项", "时限", "单位"], ["1", "植树五百亩", "年底", "区林业局"]]
    ]
    assert got.text.startswith("承诺事项列表") and got.text.endswith("此复。")


def test_a_wrapped_cell_is_whole_again() -> None:
    got = document_of(
        *row(0, "序号", "事项", "时限", "单位"),
        *row(2, "1", "植树五百亩并", "年底", "区林业局、"),
        ("养护三年", 4, 3),
        ("区农委", 26, 3),
        *row(5, "2", "修路", "六月", "区交通局"),
    )

    assert grids_of(got)[0][1:] == [
        ["1", "植树五百亩并养护三年", "年底", "区林业局、区农委"],
        ["2", "修路", "六月", "区交通局"],
    ]


def test_a_header_whose_words_ran_together_is_still_the_header() -> None:
    got = document_of(
        ("承诺事项列表", 10, 0),
        ("序号承诺事项", 0, 3),
        ("时限", 16, 3),
        ("单位", 26, 3),
        *row(5, "1", "植树", "年底", "区林业局"),
        *row(7, "2", "修路", "六月", "区交通局"),
    )

    assert grids_of(got)[0][0] == ["序号承诺事项", "序号承诺事项", "时限", "单位"]
    assert got.text.startswith("承诺事项列表\n\n序号承诺事项\t时限\t单位\n")


def test_a_signature_below_a_table_is_no_cell() -> None:
    got = document_of(
        *row(0, "序号", "事项", "时限", "单位"),
        *row(2, "1", "植树", "年底", "区林业局"),
        ("区林业局", 26, 6),
    )

    assert len(grids_of(got)[0]) == 2
    assert got.text.endswith("\n\n区林业局")


def test_a_single_line_of_several_parts_is_prose() -> None:
    got = document_of(("联系人：张三", 0, 0), ("电话：0", 12, 0), ("邮编：1", 22, 0))

    assert grids_of(got) == []
    assert got.text == "联系人：张三  电话：0  邮编：1"
