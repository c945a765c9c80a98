"""OpenDocument texts (.odt, of LibreOffice and older WPS) -> Document: header, paragraphs, tables.

Deleted text of tracked changes is not read; a merged cell stands in all places it covers.
"""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from knowledge.errors import UnreadableFile
from knowledge.glossary import Document
from knowledge.reading.archive import Archive
from knowledge.reading.drafting import Box, Draft
from knowledge.reading.limits import Limits
from knowledge.reading.markup import attribute, parse_xml

_PROSE = ("p", "h")
_GONE = frozenset(("tracked-changes", "annotation", "note-citation", "sequence-decls"))
_SIGNS = {"tab": "  ", "line-break": "\n", "s": " "}
_MOST_REPEATED = 63  # columns or rows that one element may stand for


def read_odt(name: str, content: bytes, limits: Limits) -> Document:
    """The document of an .odt file."""
    archive = Archive(content, limits)
    draft = Draft(limits)
    body = next(parse_xml(archive.member("content.xml"), limits).iter("text"), None)
    if body is None:
        raise UnreadableFile("文件里没有正文")
    styles = (
        parse_xml(archive.member("styles.xml"), limits) if "styles.xml" in archive.names else None
    )
    headers = list(styles.iter("header")) if styles is not None else []
    for words in dict.fromkeys(_text(line) for header in headers for line in header.iter("p")):
        draft.paragraph(words)
    if any(body.iter("tracked-changes")):
        draft.remark("文件带修订痕迹：已采用插入的文字，略去删除的文字，请核对")
    _write(body, draft)
    return draft.document(name, content, "odt")


def _write(container: Element, draft: Draft) -> None:
    for block in container:
        if block.tag in _PROSE:
            draft.paragraph(_text(block))
        elif block.tag == "table":
            draft.table(_grid(block, draft), attribute(block, "name"))
        elif block.tag not in _GONE:
            _write(block, draft)  # lists, sections, frames


def _grid(table: Element, draft: Draft) -> list[list[Box]]:
    """The cells in their places; those a merged cell covers repeat it."""
    grid: list[list[Box]] = []
    below: dict[tuple[int, int], Box] = {}
    for at, row in enumerate(_rows(table)):
        boxes: list[Box] = []
        for cell in row:
            if cell.tag == "table-cell":
                box = Box("\n".join(_text(line) for line in cell.iter() if line.tag in _PROSE))
                down = range(at, at + _number(cell, "number-rows-spanned"))
                across = range(len(boxes), len(boxes) + _number(cell, "number-columns-spanned"))
                below |= {(y, x): box for y in down for x in across}
            elif cell.tag == "covered-table-cell":
                box = below.get((at, len(boxes)), Box())
            else:
                continue
            boxes += [box] * _number(cell, "number-columns-repeated")
        draft.reserve(len(boxes))
        grid.append(boxes)
    return grid


def _rows(table: Element) -> Iterator[Element]:
    """The rows, those of headers and groups among them; tables inside cells are not theirs."""
    for part in table:
        if part.tag == "table-row":
            yield from [part] * _number(part, "number-rows-repeated")
        elif part.tag.startswith("table-") and part.tag != "table-column":
            yield from _rows(part)


def _number(element: Element, name: str) -> int:
    words = attribute(element, name, "1")
    return max(1, min(int(words), _MOST_REPEATED)) if words.isdecimal() else 1


def _text(element: Element) -> str:
    """The words of a paragraph as they are shown."""
    pieces = [element.text or ""]
    for part in element:
        if part.tag not in _GONE:
            pieces.append(_SIGNS.get(part.tag) or _text(part))
        pieces.append(part.tail or "")
    return "".join(pieces)
