"""One reply letter written in every format, by the tools that write such files.

`letter_in_every_format()` is a mapping of file names to bytes. All hold the same words; the table
of commitments is a real table wherever the format has tables.
"""

import csv
import html
import io
import textwrap
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from knowledge.glossary import Document

LETTER = Path(__file__).parents[2] / "knowledge" / "sources" / "letters" / "letter-59.txt"
_TABLE = "\t序号"  # the table of the letter begins here, one cell a line
_COLUMNS = 4


def letter_text() -> str:
    """The letter as it is shipped."""
    return LETTER.read_text("utf-8")


def paragraphs() -> list[str]:
    """The paragraphs of the letter before its table."""
    head, _, _ = letter_text().partition(_TABLE)
    return [line.strip() for line in head.splitlines() if line.strip()]


def rows() -> list[list[str]]:
    """The rows of the letter's table, the header first."""
    _, mark, table = letter_text().partition(_TABLE)
    lines = [line.strip() for line in (mark + table).splitlines() if line.strip()]
    cells: list[str] = []
    for line in lines:
        if line.startswith("（分项"):
            cells[-1] += line
        else:
            cells.append(line)
    return [cells[at : at + _COLUMNS] for at in range(0, len(cells), _COLUMNS)]


def squeezed(document: Document) -> str:
    """All words of a document without blanks and line ends, to compare formats by."""
    return "".join(document.text.split())


def lines(document: Document) -> list[str]:
    """The lines of a document without the empty ones."""
    return [line for line in document.text.split("\n") if line]


def letter_in_every_format() -> dict[str, bytes]:
    """File name -> content of the same letter; see `letter_text` for its words."""
    text = letter_text()
    return {
        "letter.txt": text.encode(),
        "letter-bom-crlf.txt": text.replace("\n", "\r\n").encode("utf-8-sig"),
        "letter-gbk.txt": text.encode("gb18030"),
        "letter-utf16.txt": text.encode("utf-16"),
        "letter.md": as_markdown().encode(),
        "letter.docx": as_docx(),
        "letter.pdf": as_pdf(),
        "letter.html": as_html("utf-8").encode(),
        "letter-gb2312.htm": as_html("gb2312").encode("gb18030"),
        "letter.xlsx": as_xlsx(),
        "letter.csv": as_csv().encode("gb18030"),
        "letter.ofd": as_ofd(),
    }


def as_markdown() -> str:
    """The letter with its table between pipes."""
    table = [f"| {' | '.join(row)} |" for row in rows()]
    rule = "|" + "---|" * _COLUMNS
    return "\n\n".join([*paragraphs(), "\n".join([table[0], rule, *table[1:]])]) + "\n"


def as_docx() -> bytes:
    """Written by python-docx, the agency's name in the header of the page."""
    import docx

    document = docx.Document()
    agency, *rest = paragraphs()
    document.sections[0].header.paragraphs[0].text = agency
    for line in rest:
        document.add_paragraph(line)
    table = document.add_table(0, _COLUMNS)
    for row in rows():
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    return saved(document)


def as_html(declared: str) -> str:
    """A page of a government site."""
    body = "".join(f"<p>&emsp;&emsp;{html.escape(line)}</p>\n" for line in paragraphs())
    cells = ("".join(f"<td>{html.escape(cell)}</td>" for cell in row) for row in rows())
    table = "".join(f"<tr>{row}</tr>\n" for row in cells)
    return (
        f'<!DOCTYPE html><html><head><meta charset="{declared}"><title>答复</title>'
        "<script>var a = '不是正文';</script><style>p { margin: 0 }</style></head><body>"
        f'<div class="article">{body}<table border="1">{table}</table></div></body></html>'
    )


def as_xlsx() -> bytes:
    """Written by openpyxl: a paragraph a row, then the table."""
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for line in paragraphs():
        sheet.append([line])
    for row in rows():
        sheet.append([int(cell) if cell.isdecimal() else cell for cell in row])
    return saved(book)


def as_csv() -> str:
    """A paragraph a line, then the table."""
    sheet = io.StringIO()
    csv.writer(sheet).writerows([[line] for line in paragraphs()] + rows())
    return sheet.getvalue()


def as_pdf(
    words: Sequence[str] | None = None, table: Sequence[Sequence[str]] | None = None
) -> bytes:
    """Set by reportlab in its own Chinese face, with page numbers and lines around the table."""
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    style = ParagraphStyle(
        "body", fontName="STSong-Light", fontSize=12, leading=20, wordWrap="CJK", firstLineIndent=24
    )
    cell = ParagraphStyle("cell", parent=style, firstLineIndent=0)
    story: list[Any] = [Paragraph(html.escape(line), style) for line in words or paragraphs()]
    grid = [[Paragraph(html.escape(text), cell) for text in row] for row in table or rows()]
    story.append(Table(grid, [40, 180, 100, 130], style=[("GRID", (0, 0), (-1, -1), 0.5, "black")]))
    sheet = io.BytesIO()
    SimpleDocTemplate(sheet, invariant=1).build(story, _numbered, _numbered)
    return sheet.getvalue()


def _numbered(canvas: Any, document: Any) -> None:
    canvas.setFont("STSong-Light", 9)
    canvas.drawCentredString(300, 30, f"- {document.page} -")


def as_ofd() -> bytes:
    """The layout a government exchange uses: a page of text objects with a place each."""
    import zipfile

    wrapped = [line for text in paragraphs() for line in textwrap.wrap(f"\u3000\u3000{text}", 40)]
    prose = [(20 + 4 * _indent(line), at, 4.0, line) for at, line in enumerate(wrapped)]
    table = [
        (left, len(wrapped) + at, 2.5, cell)
        for at, row in enumerate(rows())
        for left, cell in zip((20, 40, 110, 150), row, strict=True)
    ]
    objects = "".join(
        f'<ofd:TextObject ID="{at}" Boundary="{left} {10 + line * 8} 170 6" Size="{size}">'
        f'<ofd:TextCode X="0" Y="5" DeltaX="g {len(text)} {size}">'
        f"{html.escape(text)}</ofd:TextCode>"
        "</ofd:TextObject>"
        for at, (left, line, size, text) in enumerate(prose + table)
    )
    space = 'xmlns:ofd="http://www.ofdspec.org/2016"'
    sheet = io.BytesIO()
    with zipfile.ZipFile(sheet, "w") as archive:
        archive.writestr(
            "OFD.xml",
            f"<ofd:OFD {space}><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>"
            "</ofd:DocBody></ofd:OFD>",
        )
        archive.writestr(
            "Doc_0/Document.xml",
            f"<ofd:Document {space}><ofd:Pages>"
            '<ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/>'
            "</ofd:Pages></ofd:Document>",
        )
        archive.writestr(
            "Doc_0/Pages/Page_0/Content.xml",
            f"<ofd:Page {space}><ofd:Content><ofd:Layer>{objects}</ofd:Layer></ofd:Content>"
            "</ofd:Page>",
        )
    return sheet.getvalue()


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def saved(document: Any) -> bytes:
    """The bytes of a python-docx document or an openpyxl workbook."""
    sheet = io.BytesIO()
    document.save(sheet)
    return sheet.getvalue()
