"""Lines: a document as folded lines that know their place and their layout.

Joins nothing and understands nothing; `paragraphs.py` joins what was wrapped.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from knowledge.facts.columns import column_kind, duty_labels
from knowledge.glossary import Document, Span, Table
from knowledge.words.folding import Folded, fold

_LONGEST_QUOTE = 60  # characters of a quote inside a warning
_PAGE_NUMBER = re.compile(
    r"^[-—－–─·\s]+\d{1,4}[-—－–─·\s]+$"
    r"|^第\s*\d{1,4}\s*页[，,\s]*(?:/?共\s*\d{1,4}\s*页)?$"
    r"|^\d{1,4}\s*/\s*\d{1,4}$"
)
_MARKED_UP = re.compile(
    r"^(?:#{1,6}\s+|[➢➤★☆●■◆▲◇◎※✓√✅✔▍▌▎❖✦▶►◼◾🔹🔸📌👉]\s*)"
)  # as Markdown or bullets mark it
_BLANK_MARK = re.compile(
    r"(?P<n>[一二三四五六七八九十]{1,2}|\d{1,2})[ \t\u3000]+[\u4e00-\u9fff、，]{4,20}$"
)


@dataclass(frozen=True, slots=True)
class Line:
    """行: one line of the document; `indent` and `width` count columns (a Chinese character has 2).

    `gap` is True where an empty line stands before it. A table of the document is one line whose
    `table` is set.
    """

    folded: Folded
    raw: str
    span: Span
    indent: int
    gap: bool
    table: Table | None = None

    @property
    def text(self) -> str:
        """The folded text."""
        return self.folded.text

    @property
    def width(self) -> int:
        """The column behind its last character."""
        return self.indent + columns(self.raw.strip())

    @property
    def symbol(self) -> str:
        """The bullet or mark-up it begins with: ★, ##, ** around all of it; "" without any."""
        found = _MARKED_UP.match(self.raw.strip())
        return found[0].strip() if found else "**" if self.raw.strip().startswith("**") else ""


def read_lines(document: Document) -> list[Line]:
    """The lines of a document that have any text, in order, page numbers left out."""
    lines: list[Line] = []
    gap, end = False, 0
    for start, raw, table in _raw_lines(document):
        gap = gap or document.text.count("\n", end, start) > 1
        end = table.span.end if table else start + len(raw)
        if table is not None:
            lines.append(_table_line(document, table))
            gap = False
        elif not raw.strip():
            gap = True
        elif _PAGE_NUMBER.match(raw.strip()):
            gap = False  # a page break is no end of a paragraph
        else:
            lines.append(_line(start, raw, gap))
            gap = False
    return lines


def columns(text: str) -> int:
    """How many columns a text fills on paper: 59号 fills 4."""
    return sum(2 if unicodedata.east_asian_width(char) in "WFA" else 1 for char in text)


def joined(pieces: Iterable[Folded]) -> Folded:
    """Folded lines put together as one: 违停率达到27. + 3% -> 违停率达到27.3%."""
    text = ""
    places: list[int] = []
    for piece in pieces:
        if re.search(r"\d，$", text) and re.match(r"\d{3}(?!\d)", piece.text):
            text = text[:-1] + ","
        if re.search(r"[A-Za-z]$", text) and re.match(r"[A-Za-z]", piece.text):
            text += " "
            places.append(places[-1])
        text += piece.text
        places.extend(piece.places)
    return Folded(text, tuple(places))


def delimited(pieces: Sequence[Folded], mark: str) -> Folded:
    """Pieces put together with a mark between, which stands where the piece before it ends."""
    text = ""
    places: list[int] = []
    for piece in pieces:
        if text:
            text += mark
            places.append(places[-1] + 1 if places else 0)
        text += piece.text
        places.extend(piece.places)
    return Folded(text, tuple(places))


def cut(folded: Folded, start: int, end: int | None = None) -> Folded:
    """The part [start, end) of a folded text."""
    return Folded(folded.text[start:end], folded.places[start:end])


def printed(document: Document, span: Span) -> str:
    """The words at a place as printed, digits and letters half-width, blanks and wraps gone.

    Traditional characters stay: "張　芸" -> "張芸", "第１１２号" -> "第112号".
    """
    return shown(document, fold(span.of(document.text), span.start))


def shown(document: Document, folded: Folded) -> str:
    """A folded text as printed: its characters where the document has Chinese ones."""
    return "".join(
        char if char == "\n" else _unfolded(document.text[place], char)
        for char, place in zip(folded.text, folded.places, strict=True)
    ).replace("\n", "")


def quoted(document: Document, span: Span) -> str:
    """The words at a place as a warning quotes them: verbatim, on one line, cut where they are
    long.
    """
    words = " ".join(span.of(document.text).split())
    return words if len(words) <= _LONGEST_QUOTE else words[:_LONGEST_QUOTE] + "…"


def _unfolded(stored: str, char: str) -> str:
    return stored if "\u4e00" <= stored <= "\u9fff" else char


def _raw_lines(document: Document) -> Iterator[tuple[int, str, Table | None]]:
    for block in document.blocks:
        if isinstance(block, Table):
            yield block.span.start, "", block
            continue
        start = block.span.start
        for raw in block.span.of(document.text).split("\n"):
            yield start, raw, None
            start += len(raw) + 1


def _line(start: int, raw: str, gap: bool) -> Line:
    body = _MARKED_UP.sub("", raw.strip()) or raw.strip()
    if body.startswith("**") and body.endswith("**") and len(body) > 4:
        body = body[2:-2]
    left = start + raw.index(body)
    indent = columns(raw[: raw.index(body)].expandtabs(4))
    folded = fold(body, left)
    folded = _with_mark(_without_emphasis(folded), body, left)
    if re.search(r"[\u4e00-\u9fff%）”]\.$", folded.text):  # typed on a Latin keyboard
        folded = Folded(f"{folded.text[:-1]}。", folded.places)
    return Line(folded, raw, Span(left, left + len(body)), indent, gap)


def _without_emphasis(folded: Folded) -> Folded:
    """Markdown's ** around words: 备案**214**户 -> 备案214户."""
    if "**" not in folded.text:
        return folded
    kept = [at for at, char in enumerate(folded.text) if char != "*"]
    return Folded("".join(folded.text[at] for at in kept), tuple(folded.places[at] for at in kept))


def _with_mark(folded: Folded, body: str, left: int) -> Folded:
    """The mark that wide blanks stand for: 一  基本情况 -> 一、…; 时  限  年底前 -> 时限：…."""
    for pattern, mark in ((_BLANK_MARK, "、"), (_blank_label(), "：")):
        blank = pattern.match(body)
        if blank and column_kind(body[blank.end() :]) is None:
            at = len(re.sub(r"\s", "", blank["n"]))
            text, places = folded.text, folded.places
            places = (*places[:at], left + blank.end("n"), *places[at:])
            return Folded(f"{text[:at]}{mark}{text[at:]}", places)
    return folded


@cache
def _blank_label() -> re.Pattern[str]:
    """A label of a promise or its number, parted from one value by wide blanks."""
    labels = "|".join(
        r"\s{0,2}".join(word) for word in sorted(duty_labels(), key=len, reverse=True)
    )
    items = r"(?:承诺|任务|措施)[一二三四五六七八九十]{1,2}"
    return re.compile(rf"(?P<n>{labels}|{items})[ \t\u3000]{{2,}}(?=\S)(?!.*\S[ \t\u3000]{{3,}}\S)")


def _table_line(document: Document, table: Table) -> Line:
    raw = table.span.of(document.text)
    return Line(Folded("", ()), raw, table.span, 0, False, table)
