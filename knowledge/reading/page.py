"""Html as government sites publish it -> Document.

Decoded by content (see encoding), never by what the page declares. Each block element, <br> and
list item ends a paragraph; data tables become tables, tables that only lay out the page do not.
Navigation stays, as paragraphs: to tell it from the letter needs understanding. Scripts, styles and
hidden parts go.
"""

import itertools
import re
from collections.abc import Callable
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from knowledge.errors import LimitExceeded
from knowledge.glossary import Document
from knowledge.reading.drafting import Box, Draft, in_cell
from knowledge.reading.encoding import decode
from knowledge.reading.limits import Limits

_DROPPED = frozenset(
    str.split(
        "head script style noscript template svg math iframe object select option textarea button "
        "audio video canvas map datalist title"
    )
)
_BLOCKS = frozenset(
    str.split(
        "address article aside blockquote body center dd details dialog div dl dt fieldset "
        "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav "
        "ol p pre section summary table tbody thead tfoot tr td th caption ul br"
    )
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")
_BLANKS = re.compile(r"[ \t\n\r\f]+")
_WIDE = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’"
_BETWEEN_WIDE = re.compile(rf"(?<=[{_WIDE}])[ \t]*[\n\r][ \t\n\r\f]*(?=[{_WIDE}])")
_LONG_CELL = 600  # characters; a cell with more holds a letter, not a value
_SPAN_MOST = 100  # columns or rows one cell may cover
_TAG = re.compile(
    r"<(/?)(div|span|b|i|u|font|strong|em|center|blockquote|section|table|ul|ol|a)\b", re.I
)
_DEEPEST = 1_000  # of open elements; the parser's time grows with the square


def read_html(name: str, content: bytes, limits: Limits) -> Document:
    """The document of a page or of a piece of one."""
    text = decode(content)
    _check_depth(text)
    root = LexborHTMLParser(text).root
    draft = Draft(limits)
    if root is not None:
        _Writer(draft.paragraph, draft).write(root)
    return draft.document(name, content, "html")


def _check_depth(text: str) -> None:
    depth = 0
    for tag in _TAG.finditer(text):
        depth += -1 if tag[1] else 1
        if depth > _DEEPEST:
            raise LimitExceeded(f"网页嵌套超过 {_DEEPEST:,} 层，不予读取")


@dataclass(slots=True)
class _Writer:
    """Writes what stands between two borders of blocks as a paragraph, and tables as tables."""

    paragraph: Callable[[str], None]
    draft: Draft | None = None  # for tables; None: inside a cell, where rows are lines
    _pieces: list[str] = field(default_factory=list)

    def write(self, root: LexborNode) -> None:
        """Everything in an element, in order, without recursion: pages nest as they like."""
        todo = [(root, False)]
        while todo:
            node, is_over = todo.pop()
            if node.tag in _BLOCKS:
                self._end_paragraph()
            if is_over or self._is_done(node):
                continue
            todo.append((node, True))
            todo.extend((child, False) for child in reversed(list(node.iter(include_text=True))))
        self._end_paragraph()

    def _is_done(self, node: LexborNode) -> bool:
        """Writes what a node holds by itself; whether there is nothing more to it."""
        if node.tag == "-text":
            self._pieces.append(node.text_content or "")
            return True
        if node.tag == "li":
            self._pieces.append(_item_mark(node))
        if node.tag == "table" and self.draft is not None and _is_data(node):
            self.draft.table(_grid(node, self.draft))
            return True
        return _is_dropped(node)

    def _end_paragraph(self) -> None:
        text = _shown("".join(self._pieces))
        self._pieces.clear()
        if text:
            self.paragraph(text)


def _is_dropped(node: LexborNode) -> bool:
    tag = node.tag or "-"
    if tag in _DROPPED or tag.startswith(("-", "_")):
        return True
    attributes = node.attributes
    return "hidden" in attributes or bool(_HIDDEN.search(attributes.get("style") or ""))


def _shown(text: str) -> str:
    """A text as a browser shows it: line ends in the source are no line ends, &nbsp; is a blank."""
    text = _BETWEEN_WIDE.sub("", _INVISIBLE.sub("", text))
    return _BLANKS.sub(" ", text).replace("\xa0", " ").strip()


def _item_mark(item: LexborNode) -> str:
    """The number a browser puts before an item of <ol>: "2."; it is not in the text."""
    above, before = item.parent, 0
    if above is None or above.tag != "ol":
        return ""
    sibling = item.prev
    while sibling is not None:
        before += sibling.tag == "li"
        sibling = sibling.prev
    return f"{_number(above, 'start', 1, 10_000) + before}."


def _is_data(table: LexborNode) -> bool:
    """Whether a table holds values: two columns or more, no table inside, no cell with a letter."""
    if len(table.css("table")) > 1:
        return False
    rows = [_cells(row) for row in table.css("tr")]
    if max((len(row) for row in rows), default=0) < 2:
        return False
    return all(len(cell.text()) <= _LONG_CELL for row in rows for cell in row)


def _cells(row: LexborNode) -> list[LexborNode]:
    return [cell for cell in row.iter() if cell.tag in ("td", "th")]


def _grid(table: LexborNode, draft: Draft) -> list[list[Box]]:
    """The cells in their places; one that spans rows or columns stands in all of them."""
    rows = table.css("tr")
    places: dict[tuple[int, int], Box] = {}
    for y, row in enumerate(rows):
        x = 0
        for cell in _cells(row):
            while (y, x) in places:
                x += 1
            box = Box(_cell_text(cell))
            width = _number(cell, "colspan", 1, _SPAN_MOST)
            height = _number(cell, "rowspan", 1, min(_SPAN_MOST, len(rows) - y))
            draft.reserve(width * height)
            for place in itertools.product(range(y, y + height), range(x, x + width)):
                places.setdefault(place, box)
            x += width
    wide = max((x for _, x in places), default=-1) + 1
    return [[places.get((y, x)) or Box() for x in range(wide)] for y in range(len(rows))]


def _cell_text(cell: LexborNode) -> str:
    lines: list[str] = []
    _Writer(lines.append).write(cell)
    return in_cell(lines)


def _number(node: LexborNode, name: str, default: int, most: int) -> int:
    """A small number in an attribute; rowspan 0 means "to the end"."""
    words = (node.attributes.get(name) or "").strip()
    if not words.isdecimal() or len(words) > 6:
        return default
    return min(int(words) or most, most)
