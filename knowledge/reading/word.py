"""Word files (.docx) -> Document: paragraphs and tables in order, as Word shows them.

Inserted text of tracked changes is read, deleted text is not; text boxes, header and footer (where
文号 may stand) are read; numbers that Word computes are written out. Pictures are not looked at.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from knowledge.errors import UnreadableFile
from knowledge.glossary import Document
from knowledge.reading.archive import Archive
from knowledge.reading.drafting import Box, Draft, in_cell
from knowledge.reading.layout import is_page_number
from knowledge.reading.limits import Limits
from knowledge.reading.markup import attribute, parse_xml
from knowledge.reading.numbering import Numbering, numbering_of

_MAIN = re.compile(r"word/document\d*\.xml")  # some programs number it
_GONE = frozenset(("del", "moveFrom", "delText", "instrText", "rPr", "pPr", "rt", "Fallback"))
_SIGNS = {"tab": "  ", "ptab": "  ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_CHANGED = frozenset(("ins", "del", "moveFrom", "moveTo"))
_HIDDEN_OFF = frozenset(("0", "false", "off"))
_SPAN_MOST = 63  # columns of a Word table


def read_docx(name: str, content: bytes, limits: Limits) -> Document:
    """The document of a .docx file."""
    archive = Archive(content, limits)
    path = _main_part(archive)
    main = parse_xml(archive.member(path), limits)
    reader = _Reader(Draft(limits), _numbering(archive, limits))
    reader.margin(_margins(archive, path, main, "headerReference"))
    body = main.find("body")
    if body is None:
        raise UnreadableFile("Word 文件里没有正文")
    reader.blocks(body)
    reader.notes(archive, limits)
    reader.margin(_margins(archive, path, main, "footerReference"))
    if any(element.tag in _CHANGED for element in main.iter()):
        reader.draft.remark("文件带修订痕迹：已采用插入的文字，略去删除的文字，请核对")
    return reader.draft.document(name, content, "docx")


@dataclass(slots=True)
class _Reader:
    """Walks the XML of one file and writes what it reads into the draft."""

    draft: Draft
    numbering: Numbering
    _seen: set[str] = field(default_factory=set)

    def blocks(self, container: Element) -> None:
        """Paragraphs and tables of a body, a text box, or what stands for one."""
        for block in container:
            if block.tag == "p":
                self._paragraph(block)
            elif block.tag == "tbl":
                self._table(block)
            elif block.tag not in _GONE:
                self.blocks(block)

    def margin(self, parts: list[Element]) -> None:
        """Headers or footers, each wording once, page numbers left out."""
        for part in parts:
            for line in self._lines(part):
                if line not in self._seen and not is_page_number(line):
                    self._seen.add(line)
                    self.draft.paragraph(line)

    def notes(self, archive: Archive, limits: Limits) -> None:
        """Footnotes and endnotes, behind the body."""
        for part in ("word/footnotes.xml", "word/endnotes.xml"):
            if part in archive.names:
                for line in self._lines(parse_xml(archive.member(part), limits)):
                    self.draft.paragraph(line)

    def _paragraph(self, paragraph: Element) -> None:
        text = self.numbering.mark(paragraph) if _has_text(paragraph) else ""
        for line in (text + _text(paragraph)).split("\n"):
            self.draft.paragraph(line)
        for box in _text_boxes(paragraph):
            self.blocks(box)

    def _table(self, table: Element) -> None:
        grid = list(self._grid(table))
        if max((len(row) for row in grid), default=0) > 1:
            self.draft.table(grid)
            return
        for cell in table.iter("tc"):  # a frame around text is no table
            self.blocks(cell)

    def _grid(self, table: Element) -> Iterator[list[Box]]:
        above: list[Box] = []
        for row in _inside(table, "tr"):
            if row.find("trPr/del") is None:
                above = self._row(row, above)
                self.draft.reserve(len(above))
                yield above

    def _row(self, row: Element, above: list[Box]) -> list[Box]:
        boxes = [Box() for _ in range(_count(row.find("trPr/gridBefore"), 0))]
        for cell in _inside(row, "tc"):
            properties = cell.find("tcPr")
            width = _count(properties.find("gridSpan") if properties is not None else None, 1)
            boxes.extend([self._box(cell, above, boxes)] * width)
        return boxes

    def _box(self, cell: Element, above: list[Box], left: list[Box]) -> Box:
        """A cell; one that continues the cell above or to the left is that cell again."""
        down, across = cell.find("tcPr/vMerge"), cell.find("tcPr/hMerge")
        if across is not None and attribute(across, "val") != "restart" and left:
            return left[-1]
        at = len(left)
        if down is not None and attribute(down, "val") != "restart" and at < len(above):
            return above[at]
        return Box(in_cell(self._lines(cell)))

    def _lines(self, container: Element) -> Iterator[str]:
        """The lines of text in a cell, header or note, with numbers; of inner tables too."""
        for paragraph in _paragraphs(container):
            text = self.numbering.mark(paragraph) if _has_text(paragraph) else ""
            for line in (text + _text(paragraph)).split("\n"):
                if line.strip():
                    yield line.strip()
            for box in _text_boxes(paragraph):
                yield from self._lines(box)


def _text(element: Element) -> str:
    """The words of a paragraph as shown: inserted text, no deleted, no hidden, no field codes."""
    pieces: list[str] = []
    for child in element:
        if child.tag == "t":
            pieces.append(child.text or "")
        elif child.tag == "br" and attribute(child, "type") in ("page", "column"):
            continue
        elif child.tag in _SIGNS:
            pieces.append(_SIGNS[child.tag])
        elif child.tag not in _GONE and child.tag != "txbxContent" and not _is_hidden(child):
            pieces.append(_text(child))
    return "".join(pieces)


def _has_text(paragraph: Element) -> bool:
    return bool(_text(paragraph).strip())


def _is_hidden(run: Element) -> bool:
    vanish = run.find("rPr/vanish") if run.tag == "r" else None
    return vanish is not None and attribute(vanish, "val") not in _HIDDEN_OFF


def _text_boxes(element: Element) -> Iterator[Element]:
    """The text boxes anchored in a paragraph; the copy for old programs (Fallback) is not read."""
    for child in element:
        if child.tag == "txbxContent":
            yield child
        elif child.tag not in _GONE:
            yield from _text_boxes(child)


def _paragraphs(element: Element) -> Iterator[Element]:
    for child in element:
        if child.tag == "p":
            yield child
        elif child.tag not in _GONE:
            yield from _paragraphs(child)


def _inside(element: Element, tag: str) -> Iterator[Element]:
    """Rows of a table or cells of a row, through wrappers such as content controls."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"):
            yield from _inside(child, tag)


def _count(element: Element | None, default: int) -> int:
    words = attribute(element, "val")
    return min(int(words), _SPAN_MOST) if words.isdecimal() and len(words) < 9 else default


def _numbering(archive: Archive, limits: Limits) -> Numbering:
    parts = [
        parse_xml(archive.member(part), limits) if part in archive.names else None
        for part in ("word/numbering.xml", "word/styles.xml")
    ]
    return numbering_of(*parts)


def _main_part(archive: Archive) -> str:
    for name in sorted(archive.names):
        if _MAIN.fullmatch(name):
            return name
    raise UnreadableFile("Word 文件里没有正文")


def _margins(archive: Archive, path: str, main: Element, kind: str) -> list[Element]:
    """The header or footer parts that a section of the document names, in order."""
    relations = path.replace("word/", "word/_rels/") + ".rels"
    limits = archive.limits
    if relations not in archive.names:
        return []
    targets = {
        attribute(relation, "Id"): "word/"
        + re.sub("^/?(word/)?", "", attribute(relation, "Target"))
        for relation in parse_xml(archive.member(relations), limits)
    }
    named = dict.fromkeys(targets.get(attribute(each, "id"), "") for each in main.iter(kind))
    return [parse_xml(archive.member(part), limits) for part in named if part in archive.names]
