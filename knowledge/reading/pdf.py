"""PDF -> Document: characters put in lines, lines in paragraphs, ruled tables kept over pages."""

import io
import itertools
import re
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from knowledge.errors import LimitExceeded, UnreadableFile
from knowledge.glossary import Document
from knowledge.reading.columns import write_lines
from knowledge.reading.drafting import Box, Draft
from knowledge.reading.layout import Letters, Line, glued, lines_of, without_running
from knowledge.reading.limits import MB, Limits

_STREAM = re.compile(rb"stream\r?\n")
_STREAM_MOST = 20 * MB  # inflated, of one page's drawing; honest ones stay below 2 MB
_FEW = 20  # characters; a page with fewer is a picture of a page
_UNKNOWN = "(cid:"  # what the library gives for a character without a code
_PACKED = 64 * 1024  # bytes unpacked at a time


_Area = tuple[float, float, float, float]  # left, top, right, bottom


@dataclass(frozen=True, slots=True)
class _Part:
    """A table as it stands on one page, or put together from several."""

    rows: list[list[Box]]
    box: _Area
    columns: tuple[float, ...]  # where they begin, as shares of the page's width

    @property
    def top(self) -> float:
        return self.box[1]


_Piece = Line | _Part


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
    empty = [at for at, page in enumerate(pages, 1) if _length(page) < _FEW]
    if empty and len(empty) * 2 >= len(pages):
        from knowledge.reading.scan import read_scanned_pdf

        return read_scanned_pdf(name, content, limits, before_ocr)
    if empty:
        numbers = "、".join(map(str, empty))
        draft.remark(f"第{numbers}页没有文字，可能是扫描页，没有读取")
    _write(pages, draft)
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


def _pieces(page: Any, draft: Draft) -> Iterator[_Piece]:
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
    pieces: list[_Piece] = [*lines, *parts]
    yield from sorted(pieces, key=lambda piece: piece.top)
    page.close()


def _letters(char: dict[str, Any]) -> Letters:
    return Letters(char["text"], char["x0"], char["x1"], char["top"], char["bottom"], char["size"])


def _is_in(char: Letters, box: _Area) -> bool:
    left, top, right, bottom = box
    return left <= (char.left + char.right) / 2 <= right and top <= char.height <= bottom


def _part(table: Any, chars: list[Letters], page: Any, draft: Draft) -> _Part | None:
    """A ruled table as a grid; a cell that covers several rows or columns stands in all of them."""
    lefts, tops = (_edges(cell[axis] for cell in table.cells) for axis in (0, 1))
    if len(lefts) < 2 or not table.cells:
        return None
    draft.reserve(len(lefts) * len(tops))
    own = [char for char in chars if _is_in(char, table.bbox)]
    rows = [[Box() for _ in lefts] for _ in tops]
    for cell in table.cells:
        left, top, right, bottom = cell
        box = Box(glued(line.text for line in lines_of([c for c in own if _is_in(c, cell)], 0)))
        for y, x in itertools.product(_covered(tops, top, bottom), _covered(lefts, left, right)):
            rows[y][x] = box
    return _Part(rows, table.bbox, tuple(left / page.width for left in lefts))


def _edges(values: Iterable[float]) -> list[float]:
    """Values without those that lie within 2 points of another: one line drawn twice."""
    edges: list[float] = []
    for value in sorted(values):
        if not edges or value - edges[-1] > 2:
            edges.append(value)
    return edges


def _covered(edges: list[float], start: float, end: float) -> list[int]:
    return [at for at, edge in enumerate(edges) if start - 2 <= edge < end - 2]


def _write(pages: list[list[_Piece]], draft: Draft) -> None:
    """All pages as one text: sentences and tables go on over page borders."""
    lines = without_running([[p for p in page if isinstance(p, Line)] for page in pages])
    kept = {id(line) for page in lines for line in page}
    pieces = [p for page in pages for p in page if isinstance(p, _Part) or id(p) in kept]
    everything = [line for page in lines for line in page]
    for is_table, run in itertools.groupby(pieces, key=lambda piece: isinstance(piece, _Part)):
        if is_table:
            for part in _put_together([piece for piece in run if isinstance(piece, _Part)], draft):
                draft.table(part.rows)
        else:
            write_lines([piece for piece in run if isinstance(piece, Line)], everything, draft)


def _put_together(parts: list[_Part], draft: Draft) -> list[_Part]:
    """Tables that follow each other with the same columns are one, printed on several pages."""
    whole = parts[:1]
    for part in parts[1:]:
        if _same_columns(whole[-1], part):
            rows = _carried_on(whole[-1].rows, part.rows)
            whole[-1] = _Part([*whole[-1].rows, *rows], part.box, part.columns)
            draft.remark("有表格跨页，已接成一张，请核对接缝处")
        else:
            whole.append(part)
    return whole


def _same_columns(above: _Part, below: _Part) -> bool:
    pairs = zip(above.columns, below.columns, strict=False)
    return len(above.columns) == len(below.columns) and all(abs(a - b) < 0.02 for a, b in pairs)


def _carried_on(above: list[list[Box]], below: list[list[Box]]) -> list[list[Box]]:
    """The rows of a table's next page: without the repeated header, the torn row mended.

    A cell that is blank at the top goes on from above, where it was printed; a first row without
    its number is the rest of the last row above.
    """
    if _texts(below[0]) == _texts(above[0]):
        below = below[1:]
    if below and not below[0][0].text and above[-1][0].text.isdecimal() and any(_texts(below[0])):
        rest = below.pop(0)
        above[-1] = [
            last if last.text == box.text else Box(glued((last.text, box.text)))
            for last, box in zip(above[-1], rest, strict=True)
        ]
    for at, box in enumerate(below[0] if below else ()):
        if not box.text:
            below = [[above[-1][at] if each is box else each for each in row] for row in below]
    return below


def _texts(row: Sequence[Box]) -> list[str]:
    return [box.text for box in row]


def _length(page: list[_Piece]) -> int:
    """How many characters a page has."""
    return sum(
        len(piece.text)
        if isinstance(piece, Line)
        else sum(map(len, map("".join, map(_texts, piece.rows))))
        for piece in page
    )
