"""Workbooks (.xlsx) -> Document: each sheet a table, values as shown, hidden sheets left out."""

import io
import re
import warnings
from typing import Any

from knowledge.errors import LimitExceeded, UnreadableFile
from knowledge.glossary import Document
from knowledge.reading.archive import Archive
from knowledge.reading.drafting import Box, Draft, Grid
from knowledge.reading.limits import Limits
from knowledge.reading.shown import shown

_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*ref=\"([A-Z]+)(\d+):([A-Z]+)(\d+)\"")
_CELL = re.compile(rb"<(?:\w+:)?c[\s>/]")
_ROW = re.compile(rb"<(?:\w+:)?row[\s>/]")
_NOT_COMPUTED = re.compile(rb"</f>\s*(?:<v\s*/>|<v></v>)?\s*</c>|<f[^>]*/>\s*</c>")
_DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)")


def read_xlsx(name: str, content: bytes, limits: Limits) -> Document:
    """The document of an .xlsx file. Nothing is computed: values are those saved with the file."""
    from openpyxl import load_workbook

    draft = Draft(limits)
    _check(Archive(content, limits), draft)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl warns of every feature it does not keep
        book = load_workbook(io.BytesIO(content), data_only=True)
    several = sum(sheet.sheet_state == "visible" for sheet in book.worksheets) > 1
    for sheet in book.worksheets:
        if sheet.sheet_state != "visible":
            draft.remark(f"隐藏的工作表“{sheet.title}”没有读取")
            continue
        if several:
            draft.paragraph(sheet.title)
        draft.table(_grid(sheet), sheet.title)
    return draft.document(name, content, "xlsx")


def _check(archive: Archive, draft: Draft) -> None:
    """Counts cells before openpyxl builds anything: 131 KB may hold 2 million rows."""
    for part in sorted(archive.names):
        if not part.endswith((".xml", ".rels")):
            continue
        xml = archive.member(part)
        if _DOCTYPE.search(xml):
            raise UnreadableFile("文件内含实体定义，疑似攻击文件，不予读取")
        if _SHEET.fullmatch(part):
            rows = sum(1 for _ in _ROW.finditer(xml))
            draft.reserve(max(rows, sum(1 for _ in _CELL.finditer(xml))))
            draft.reserve(sum(_area(*found.groups()) for found in _MERGED.finditer(xml)))
            if _NOT_COMPUTED.search(xml):
                draft.remark(
                    "有的公式没有保存计算结果，这些单元格是空的：请在 Excel 里打开并保存一次"
                )


def _area(left: bytes, top: bytes, right: bytes, bottom: bytes) -> int:
    width = _column(right) - _column(left) + 1
    return max(0, width) * max(0, int(bottom) - int(top) + 1)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters[:4]:
        number = number * 26 + letter - 64
    return number


def _grid(sheet: Any) -> Grid:
    """The cells in their places, without empty rows and columns; a merged cell in all it covers."""
    boxes: dict[tuple[int, int], Box] = {}
    for (row, column), cell in sheet._cells.items():
        text = shown(cell.value, cell.number_format or "General").strip()
        if text:
            boxes[row, column] = Box(text)
    for area in sheet.merged_cells.ranges:
        box = boxes.get((area.min_row, area.min_col), Box())
        for row in range(area.min_row, area.max_row + 1):
            for column in range(area.min_col, area.max_col + 1):
                boxes[row, column] = box
    filled = [place for place, box in boxes.items() if box.text]
    rows, columns = ({place[axis] for place in filled} for axis in (0, 1))
    if len(rows) * len(columns) > 4_000_000:
        raise LimitExceeded("工作表的行列太多，不予读取")
    return [
        [boxes.get((row, column)) or Box() for column in sorted(columns)] for row in sorted(rows)
    ]
