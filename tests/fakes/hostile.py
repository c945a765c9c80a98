"""Files that attack a reader: bombs, nests, entities, path names. Small to make, large to open."""

import io
import random
import zipfile
import zlib

_TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
_WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_SHEETS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
_NOISE = random.Random(1).randbytes(
    300_000
)  # a picture, so that the whole is packed no tighter than usual


def hostile_files() -> dict[str, bytes]:
    """What is hostile in it -> the file."""
    return {
        "zip bomb": docx(bytes(300_000_000)),
        "zip bomb that lies about its size": lying(docx(_body("<w:p/>" * 30_000_000))),
        "3 million paragraphs": docx(_body("<w:p/>" * 3_000_000)),
        "billion laughs": docx(
            f'<!DOCTYPE d [<!ENTITY l0 "lol">{_LAUGHS}]>'
            f"<w:document {_WORD}>&l9;</w:document>".encode()
        ),
        "external entity": docx(
            f'<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document {_WORD}>'
            "<w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>".encode()
        ),
        "200,000 deep": docx(_body("<w:sdt>" * 200_000 + "</w:sdt>" * 200_000)),
        "html 200,000 deep": b"<html><body>" + b"<div>" * 200_000,
        "path that climbs": zipped({"word/document.xml": _body(""), "../../evil.txt": b"x"}),
        "2 million rows": workbook("<row/>" * 2_000_000),
        "merged cells over the whole sheet": workbook(
            '<row r="1"><c r="A1"><v>1</v></c></row>', '<mergeCell ref="A1:XFD1048576"/>'
        ),
        "20,000 members": zipped({f"word/{n}.xml": b"" for n in range(20_000)}),
        "60 MB page": pdf(b"0 0 m 9 9 l S\n" * 4_300_000),
        "packed three times": pdf(bytes(400_000_000), times=3),
        "damaged pdf": b"%PDF-1.7\n" + bytes(range(256)) * 100,
        "damaged docx": docx(_body("<w:p/>"))[:-200],
        "program": b"MZ\x90\x00" + bytes(4000),
        "other bytes": bytes(range(256)) * 40,
        "a million lines": b"a\n" * 1_000_000,
        "empty": b"",
    }


def docx(document: bytes) -> bytes:
    """A .docx with this main part."""
    return zipped(
        {
            "[Content_Types].xml": _TYPES.encode(),
            "word/document.xml": document,
            "word/a.png": _NOISE,
        }
    )


def workbook(rows: str, merged: str = "") -> bytes:
    """An .xlsx with these rows of one sheet."""
    sheet = (
        f"<worksheet {_SHEETS}><sheetData>{rows}</sheetData>"
        f"<mergeCells>{merged}</mergeCells></worksheet>"
    )
    book = f"<workbook {_SHEETS}><sheets><sheet name='a' sheetId='1'/></sheets></workbook>"
    return zipped(
        {"xl/workbook.xml": book.encode(), "xl/worksheets/sheet1.xml": sheet.encode(), "a": _NOISE}
    )


def zipped(members: dict[str, bytes]) -> bytes:
    """A zip archive, packed as tight as it goes."""
    sheet = io.BytesIO()
    with zipfile.ZipFile(sheet, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return sheet.getvalue()


def lying(archive: bytes) -> bytes:
    """The archive with the inflated size of its largest member declared as 1,000 bytes."""
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        largest = max(member.file_size for member in opened.infolist())
    return archive.replace(largest.to_bytes(4, "little"), (1000).to_bytes(4, "little"))


def pdf(drawing: bytes, times: int = 1) -> bytes:
    """A PDF of one page with this drawing, packed once or several times."""
    for _ in range(times):
        drawing = zlib.compress(drawing, 9)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>",
        b"<</Length %d/Filter[%s]>>stream\n%s\nendstream"
        % (len(drawing), b"/FlateDecode" * times, drawing),
    ]
    body, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return body + (
        b"xref\n0 5\n0000000000 65535 f \n%strailer<</Size 5/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF"
        % (table, len(body))
    )


def _body(inside: str) -> bytes:
    return f"<w:document {_WORD}><w:body>{inside}</w:body></w:document>".encode()
