"""PDF: characters in their order, paragraphs whole, tables kept over page borders."""

import io
from collections.abc import Sequence
from typing import Any

import pytest

from knowledge.errors import LimitExceeded, MissingComponent, UnreadableFile
from knowledge.glossary import Document, Table
from knowledge.reading import Limits
from knowledge.reading.pdf import read_pdf
from tests.fakes import formats

BODY = "全区有效注册商标14036件，新增马德里商标1件，PCT patent 2件，增长率为20%。" * 3


def read(content: bytes, limits: Limits | None = None) -> Document:
    return read_pdf("a.pdf", content, limits or Limits(), lambda: None)


def pdf_of(story: Sequence[Any], **options: Any) -> bytes:
    from reportlab.platypus import SimpleDocTemplate

    sheet = io.BytesIO()
    SimpleDocTemplate(sheet, invariant=1, **options).build(list(story))
    return sheet.getvalue()


def style() -> Any:
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    return ParagraphStyle(
        "body", fontName="STSong-Light", fontSize=12, leading=20, wordWrap="CJK", firstLineIndent=24
    )


def prose(text: str) -> Any:
    from reportlab.platypus import Paragraph

    return Paragraph(text, style())


def table(rows: list[list[str]], *spans: tuple[int, int, int, int]) -> Any:
    from reportlab.platypus import Table

    style()
    commands: list[Any] = [
        ("GRID", (0, 0), (-1, -1), 0.5, "black"),
        ("FONT", (0, 0), (-1, -1), "STSong-Light", 12),
    ]
    commands += [("SPAN", (left, top), (right, bottom)) for left, top, right, bottom in spans]
    return Table(rows, [40, 200, 100, 100], 30, style=commands, repeatRows=1)


def grids_of(document: Document) -> list[list[list[str]]]:
    tables = [block for block in document.blocks if isinstance(block, Table)]
    return [[[cell.text for cell in row] for row in table.rows] for table in tables]


def test_wrapped_lines_are_whole_paragraphs_again() -> None:
    got = read(pdf_of([prose("一、概况"), prose(BODY), prose(BODY)]))

    assert formats.lines(got) == ["一、概况", BODY, BODY]


def test_a_paragraph_goes_on_over_the_page_border() -> None:
    long = BODY * 20

    got = read(pdf_of([prose("一、概况"), prose(long), prose("此复。")]))

    assert formats.lines(got) == ["一、概况", long, "此复。"]


def test_a_ruled_table_is_a_grid_with_merged_cells_repeated() -> None:
    rows = [
        ["序号", "事项", "时限", "单位"],
        ["1", "植树", "年底", "区林业局"],
        ["2", "修路", "六月", ""],
    ]

    got = read(pdf_of([prose("承诺事项列表和完成的时限，请代表监督"), table(rows, (3, 1, 3, 2))]))

    assert grids_of(got) == [[*rows[:2], ["2", "修路", "六月", "区林业局"]]]


def test_a_table_over_two_pages_is_one_table() -> None:
    rows = [["序号", "事项", "时限", "单位"]]
    rows += [[str(number), f"植树{number}亩", "年底", "区林业局"] for number in range(1, 41)]

    got = read(pdf_of([prose("承诺事项列表和完成的时限，请代表监督"), table(rows)]))

    assert grids_of(got) == [rows]
    assert any("跨页" in remark for remark in got.remarks)


def test_a_file_with_a_password_is_refused() -> None:
    from reportlab.lib.pdfencrypt import StandardEncryption

    locked = pdf_of([prose(BODY)], encrypt=StandardEncryption("secret"))

    with pytest.raises(UnreadableFile, match="密码"):
        read(locked)


def test_too_many_pages_are_refused() -> None:
    with pytest.raises(LimitExceeded, match="超过 1 页"):
        read(pdf_of([prose(BODY * 60)]), Limits(pages=1))


def test_pictures_of_pages_ask_for_the_component(monkeypatch: pytest.MonkeyPatch) -> None:
    from reportlab.pdfgen.canvas import Canvas

    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    sheet = io.BytesIO()
    canvas = Canvas(sheet)
    canvas.rect(100, 100, 200, 200)
    canvas.save()

    with pytest.raises(MissingComponent, match=r"pip install -r requirements/ocr\.txt"):
        read(sheet.getvalue())


def test_a_single_page_without_text_is_remarked() -> None:
    from reportlab.platypus import PageBreak, Spacer

    got = read(pdf_of([prose(BODY), PageBreak(), Spacer(1, 1), PageBreak(), prose(BODY)]))

    assert any("第2页没有文字" in remark for remark in got.remarks)
