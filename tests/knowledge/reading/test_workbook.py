"""Workbooks: sheets as tables, merged cells repeated, formats applied."""

from datetime import date
from typing import Any

import openpyxl
import pytest

from knowledge.errors import UnreadableFile
from knowledge.glossary import Document, Table
from knowledge.reading import Limits
from knowledge.reading.workbook import read_xlsx
from tests.fakes import formats


def book_of(*rows: list[Any]) -> Any:
    book = openpyxl.Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    return book


def read(book: Any) -> Document:
    return read_xlsx("a.xlsx", formats.saved(book), Limits())


def grids_of(document: Document) -> list[list[list[str]]]:
    tables = [block for block in document.blocks if isinstance(block, Table)]
    return [[[cell.text for cell in row] for row in table.rows] for table in tables]


def test_values_come_as_shown() -> None:
    book = book_of(["指标", "数值", "日期"], ["续展率", 0.9, date(2022, 6, 6)])
    book.worksheets[0]["B2"].number_format = "0%"

    assert grids_of(read(book)) == [[["指标", "数值", "日期"], ["续展率", "90%", "2022-06-06"]]]


def test_merged_cells_are_repeated() -> None:
    book = book_of(["事项", "单位"], ["植树", "区林业局"], ["修路", None])
    book.worksheets[0].merge_cells("B2:B3")

    got = read(book)

    assert grids_of(got)[0][2] == ["修路", "区林业局"]
    assert got.text.endswith("修路\t区林业局")


def test_a_title_and_a_note_are_paragraphs_around_the_table() -> None:
    book = book_of(["指标表", None], ["名称", "数值"], ["商标", 7], ["注：截至5月", None])
    book.worksheets[0].merge_cells("A1:B1")

    got = read(book)

    assert formats.lines(got) == ["指标表", "名称\t数值", "商标\t7", "注：截至5月"]
    assert grids_of(got) == [[["名称", "数值"], ["商标", "7"]]]


def test_empty_rows_and_columns_are_left_out() -> None:
    book = book_of([None, "名称", None, "数值"], [None], [None, "商标", None, 7])

    assert grids_of(read(book)) == [[["名称", "数值"], ["商标", "7"]]]


def test_each_sheet_is_a_table_under_its_name() -> None:
    book = book_of(["名称", "数值"], ["商标", 7])
    book.worksheets[0].title = "商标表"
    second = book.create_sheet("专利表")
    second.append(["名称", "数值"])
    second.append(["专利", 8])

    got = read(book)

    assert [block.name for block in got.blocks if isinstance(block, Table)] == ["商标表", "专利表"]
    assert formats.lines(got)[:2] == ["商标表", "名称\t数值"]


def test_hidden_sheets_are_left_out_with_a_remark() -> None:
    book = book_of(["名称", "数值"], ["商标", 7])
    hidden = book.create_sheet("底稿")
    hidden.append(["旧", 1])
    hidden.sheet_state = "hidden"

    got = read(book)

    assert "旧" not in got.text
    assert any("底稿" in remark for remark in got.remarks)


def test_formulas_without_a_saved_result_are_remarked() -> None:
    got = read(book_of(["名称", "数值"], ["商标", 7], ["合计", "=SUM(B2:B2)"]))

    assert any("公式" in remark for remark in got.remarks)


def test_an_empty_workbook_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="没有文字"):
        read(book_of())
