"""Old Office files (.doc .wps .xls .et) -> Document through optional converters.

A .doc becomes a .docx and is read as one, tables and all; the cells of an .xls come without their
number formats, so that 90% arrives as 0.9: the document says so.
"""

import datetime
import hashlib
import importlib.util
import io
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

from knowledge.errors import MissingComponent, UnreadableFile
from knowledge.glossary import Document
from knowledge.reading.drafting import Box, Draft
from knowledge.reading.limits import Limits
from knowledge.reading.shown import shown
from knowledge.reading.word import read_docx

_HINT = (
    "这是旧版 Office/WPS 文件，请另存为新格式，或安装可选组件："
    "pip install -r requirements/legacy.txt"
)
_PASSWORD = "文件有打开密码，请先解除密码"


def read_legacy(name: str, content: bytes, limits: Limits, kind: str) -> Document:
    """The document of an old Office file; `kind` is doc or xls."""
    document = _read_doc if kind == "doc" else _read_xls
    return document(name, content, limits)


def _read_doc(name: str, content: bytes, limits: Limits) -> Document:
    if importlib.util.find_spec("doc2docx") is None:
        raise MissingComponent(_HINT)
    from doc2docx import convert
    from doc2docx.errors import Doc2DocxError, EncryptedDocumentError

    with tempfile.TemporaryDirectory() as folder:
        old, new = Path(folder, "old.doc"), Path(folder, "new.docx")
        old.write_bytes(content)
        try:
            convert(old, new)
        except EncryptedDocumentError as error:
            raise UnreadableFile(_PASSWORD) from error
        except Doc2DocxError:
            return _text_of_doc(name, content, limits)
        converted = read_docx(name, new.read_bytes(), limits)
    digest = hashlib.sha256(content).hexdigest()
    remarks = (*converted.remarks, "由旧版 Word 文件转换而来，请核对")
    return replace(converted, digest=digest, origin="doc", remarks=remarks)


def _text_of_doc(name: str, content: bytes, limits: Limits) -> Document:
    """The text and cells of a .doc that the converter cannot lay out."""
    from doc2docx.errors import Doc2DocxError

    from knowledge.reading import word97

    draft = Draft(limits)
    draft.remark("旧版 Word 文件的版式没有全部读出（合并单元格、自动编号），请核对")
    try:
        word97.write(*word97.stories_of(content), draft)
    except Doc2DocxError as error:
        raise UnreadableFile("旧版 Word 文件转换失败，请另存为 docx 后再导入") from error
    return draft.document(name, content, "doc")


def _read_xls(name: str, content: bytes, limits: Limits) -> Document:
    if importlib.util.find_spec("python_calamine") is None:
        raise MissingComponent(_HINT)
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    draft = Draft(limits)
    draft.remark("旧版 Excel 文件不带数字格式：百分数可能显示为小数，请核对")
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        for title in book.sheet_names:
            sheet = book.get_sheet_by_name(title)
            draft.reserve(sheet.height * sheet.width)
            if len(book.sheet_names) > 1:
                draft.paragraph(title)
            draft.table(_grid(sheet), title)
    except PasswordError as error:
        raise UnreadableFile(_PASSWORD) from error
    except CalamineError as error:
        raise UnreadableFile("旧版 Excel 文件已损坏，打不开") from error
    return draft.document(name, content, "xls")


def _grid(sheet: Any) -> list[list[Box]]:
    """The cells of a sheet; a merged cell in all places it covers."""
    rows = sheet.to_python(skip_empty_area=False)
    grid = [[Box(_text(value)) for value in row] for row in rows]
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        for row in grid[top : bottom + 1]:
            row[left : right + 1] = [grid[top][left]] * len(row[left : right + 1])
    return grid


def _text(value: object) -> str:
    day = isinstance(value, datetime.date)
    return shown(value, "yyyy-mm-dd" if day else "General") if value != "" else ""
