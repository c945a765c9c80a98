"""PDF -> Document: characters put in lines, lines in paragraphs, ruled tables kept over pages."""

import io
import re
import zlib
from collections.abc import Callable, Iterator
from typing import Any

from knowledge.errors import LimitExceeded, UnreadableFile
from knowledge.glossary import Document
from knowledge.reading.drafting import Draft
from knowledge.reading.layout import Letters, glued, lines_of
from knowledge.reading.limits import MB, Limits
from knowledge.reading.pages import Area, Part, Piece, grid_of, length, write_pages

_STREAM = re.compile(rb"stream\r?\n")
_STREAM_MOST = 20 * MB  # inflated, of one page's drawing; honest ones stay below 2 MB
_FEW = 20  # characters; a page with fewer is a picture of a page
_UNKNOWN = "(cid:"  # what the library gives for a character without a code
_PACKED = 64 * 1024  # bytes unpacked at a time
_NEAR = 2  # points between two lines that are one drawn twice


def read_pdf(name: str, content: bytes, limits: Limits, before_ocr: Callable[[], None]) -> Document:
    """The document of a PDF; one that holds pictures of pages goes to character recognition."""
    import pdfplumber
    from pdfminer.pdfdocument import PDFPasswordIncorrect
    from pdfplumber.utils.exceptions import PdfminerException

    _check_streams(content, limits)
    draft = Draft(limits)
    try:
        with pdfplumber.open(io.BytesIO(content)) as pdf:
            if len(pdf.pages) > limits.pages:
                raise LimitExceeded(f"PDF 超过 {limits.pages} 页，不予读取")
            pages = [list(_pieces(page, draft)) for page in pdf.pages]
    except PdfminerException as error:
        if any(
            isinstance(cause, PDFPasswordIncorrect) for cause in (*error.args, error.__context__)
        ):
            raise UnreadableFile("PDF 有打开密码，请先解除密码") from error
        raise UnreadableFile("PDF 已损坏，打不开") from error
    empty = [at for at, page in enumerate(pages, 1) if length(page) < _FEW]
    if empty and len(empty) * 2 >= len(pages):
        from knowledge.reading.scan import read_scanned_pdf

        return read_scanned_pdf(name, content, limits, before_ocr)
    if empty:
        numbers = "、".join(map(str, empty))
        draft.remark(f"第{numbers}页没有文字，可能是扫描页，没有读取")
    write_pages(pages, draft)
    return draft.document(name, content, "pdf")


def _check_streams(content: bytes, limits: Limits) -> None:
    """Inflates what is packed, piece by piece, before any library does: 62 KB may hold 60 MB."""
    total = 0
    for found in _STREAM.finditer(content):
        head = content[max(0, found.start() - 400) : found.start()].rpartition(b" obj")[2]
        if b"FlateDecode" not in head:
            continue
        most = limits.inflated_bytes if b"/Image" in head else _STREAM_MOST
        total += _inflated(content, found.end(), most + 1)
        if total > limits.inflated_bytes:
            raise LimitExceeded("PDF 展开后太大，疑似压缩炸弹，不予读取")


def _inflated(content: bytes, start: int, most: int) -> int:
    """The size of a packed stream; LimitExceeded as soon as it passes `most`."""
    unpacker, size = zlib.decompressobj(), 0
    for at in range(start, len(content), _PACKED):
        piece = content[at : at + _PACKED]
        while piece and not unpacker.eof:
            try:
                size += len(unpacker.decompress(piece, MB))
            except zlib.error:
                return size  # not ours to judge: the reader says so where it matters
            piece = unpacker.unconsumed_tail
            if size > most:
                raise LimitExceeded("PDF 展开后太大，疑似压缩炸弹，不予读取")
        if unpacker.eof:
            break
    return size


def _pieces(page: Any, draft: Draft) -> Iterator[Piece]:
    """The lines and tables of a page from top to bottom."""
    page = page.dedupe_chars()  # some programs print bold by printing twice
    chars = [_letters(char) for char in page.chars if char["upright"] and char["text"].strip()]
    known = [char for char in chars if not char.text.startswith(_UNKNOWN)]
    if len(known) < len(chars):
        draft.remark(f"第{page.page_number}页有字体不带文字编码，有的字读不出来，请核对")
    chars = known
    parts = [part for table in page.find_tables() if (part := _part(table, chars, page, draft))]
    boxes = [part.box for part in parts]
    outside = [char for char in chars if not any(_is_in(char, box) for box in boxes)]
    lines = lines_of(outside, page.page_number)
    pieces: list[Piece] = [*lines, *parts]
    yield from sorted(pieces, key=lambda piece: piece.top)
    page.close()


def _letters(char: dict[str, Any]) -> Letters:
    return Letters(char["text"], char["x0"], char["x1"], char["top"], char["bottom"], char["size"])


def _is_in(char: Letters, box: Area) -> bool:
    left, top, right, bottom = box
    return left <= (char.left + char.right) / 2 <= right and top <= char.height <= bottom


def _part(table: Any, chars: list[Letters], page: Any, draft: Draft) -> Part | None:
    """A ruled table as a grid; a cell that covers several rows or columns stands in all of them."""
    draft.reserve(len(table.cells))
    own = [char for char in chars if _is_in(char, table.bbox)]
    cells = (
        (cell, glued(line.text for line in lines_of([c for c in own if _is_in(c, cell)], 0)))
        for cell in table.cells
    )
    return grid_of(cells, table.bbox, page.width, _NEAR)
