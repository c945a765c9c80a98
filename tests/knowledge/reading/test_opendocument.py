"""OpenDocument texts: paragraphs, merged cells, tracked changes; a bomb of repeated rows is
harmless.
"""

import io
import zipfile

from knowledge.glossary import Document, Table
from knowledge.reading import read_bytes

NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "text", "table")
)
ROW = "<table:table-row>{}</table:table-row>"
CELL = "<table:table-cell {}><text:p>{}</text:p></table:table-cell>"


def odt(inside: str) -> bytes:
    sheet = io.BytesIO()
    with zipfile.ZipFile(sheet, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        body = f"<office:body><office:text>{inside}</office:text></office:body>"
        archive.writestr(
            "content.xml", f"<office:document-content {NAMES}>{body}</office:document-content>"
        )
    return sheet.getvalue()


def read(inside: str) -> Document:
    return read_bytes("a.odt", odt(inside))


def test_paragraphs_are_read_as_shown_and_deleted_ones_are_not() -> None:
    gone = "<text:tracked-changes><text:p>删去</text:p></text:tracked-changes>"
    document = read(
        f"{gone}<text:h>一、情况</text:h><text:p>现有<text:s/>5<text:span>座</text:span>。</text:p>"
    )

    assert document.text == "一、情况\n\n现有 5座。"
    assert any("修订" in remark for remark in document.remarks)


def test_a_merged_cell_stands_in_all_places_it_covers() -> None:
    merged = CELL.format('table:number-rows-spanned="2"', "区水务局")
    rows = [
        CELL.format("", "事项") + CELL.format("", "单位"),
        CELL.format("", "植树") + merged,
        CELL.format("", "修渠") + "<table:covered-table-cell/>",
    ]
    table = read("<table:table>" + "".join(map(ROW.format, rows)) + "</table:table>").blocks[0]

    assert isinstance(table, Table)
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["事项", "单位"],
        ["植树", "区水务局"],
        ["修渠", "区水务局"],
    ]


def test_a_row_that_says_it_stands_for_a_million_stands_for_few() -> None:
    row = f'<table:table-row table:number-rows-repeated="1000000">{CELL.format("", "甲")}{CELL.format("", "乙")}</table:table-row>'

    table = read(f"<table:table>{row}</table:table>").blocks[0]

    assert isinstance(table, Table) and len(table.rows) < 100
