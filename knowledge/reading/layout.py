"""Lines on pages -> paragraphs: hard line wraps joined, page numbers and running titles left out.

Serves every format that knows lines and not paragraphs: PDF, scans and OFD.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

_DASH = r"[\s\-—–－―_·•.|~～]*"
_COUNT = "[0-9０-９一二三四五六七八九十]{1,4}"
_PAGE_NUMBER = re.compile(
    rf"{_DASH}(?:[0-9０-９]{{1,4}}(?:\s*[/／]\s*[0-9０-９]{{1,4}}|\s+of\s+[0-9]{{1,4}})?"
    rf"|第?\s*{_COUNT}\s*[页頁](?:[\s,，/／]*共?\s*{_COUNT}\s*[页頁])?){_DASH}"
)
_HEADING = re.compile(
    r"\s*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|附件)"
)
# Ems a full line may be short of the right margin (some marks must not begin a line, numbers are
# not parted); fewer where the line ends a sentence.
_FULL = 2.05
_FULL_AND_ENDED = 1.05
_END = ("。", "！", "？", "：", "；")
_INDENT = 0.8  # ems to the right of the margin that begin a paragraph
_GAP = 1.7  # times the usual distance of lines that parts paragraphs
_WIDE_GAP = 0.9  # ems between two words that a reader sees as apart
_NARROW_GAP = 0.18  # ems between two Latin words
_RUNNING = 0.6  # share of the pages a running title stands on


@dataclass(frozen=True, slots=True)
class Letters:
    """One or several characters and their place on a page."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    em: float

    @property
    def height(self) -> float:
        """Where the middle of the characters is, from the top of the page."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text on a page; the unit is one of the page (points, pixels, columns)."""

    text: str
    left: float
    right: float
    top: float
    em: float  # height of its characters
    page: int = 0
    cells: tuple[Letters, ...] = ()  # its parts with wide gaps between


def lines_of(letters: Iterable[Letters], page: int = 0) -> list[Line]:
    """Characters put in lines, from top to bottom; those at one place keep their order."""
    rows: list[list[Letters]] = []
    for each in sorted(letters, key=lambda each: each.height):
        if rows and each.height - rows[-1][0].height < 0.5 * each.em:
            rows[-1].append(each)
        else:
            rows.append([each])
    return [_line(sorted(row, key=lambda each: each.left), page) for row in rows]


def _line(letters: Sequence[Letters], page: int) -> Line:
    """A line; blanks only where a reader sees them, not where the program shifted a digit."""
    em = _middle(each.em for each in letters)
    cells = [letters[0]]
    for each in letters[1:]:
        gap = each.left - cells[-1].right
        if gap > _WIDE_GAP * em:
            cells.append(each)
            continue
        before = cells[-1]
        latin = before.text[-1].isascii() and before.text[-1].isalnum() and each.text[0].isascii()
        blank = " " if gap > _NARROW_GAP * em and latin and each.text[0].isalnum() else ""
        right = max(before.right, each.right)
        cells[-1] = replace(before, text=before.text + blank + each.text, right=right)
    text = "  ".join(cell.text for cell in cells)
    top = min(each.top for each in letters)
    return Line(text, letters[0].left, letters[-1].right, top, em, page, tuple(cells))


def is_page_number(text: str) -> bool:
    """Whether a line is a page number and no more: "- 3 -", "第 1 页 共 4 页", "2/5", "－１－"."""
    return bool(_PAGE_NUMBER.fullmatch(text.strip()))


def without_running(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The pages without page numbers and without first or last lines that most of them share.

    Words that stand the same on every page, such as the agency's name, stay where they stand first.
    """
    edges = Counter(
        text for page in pages for text in {_shape(line.text) for line in (*page[:2], *page[-2:])}
    )
    running = {text for text, times in edges.items() if times > 2 and times > _RUNNING * len(pages)}
    seen: set[str] = set()

    def stays(line: Line, at: int, page: Sequence[Line]) -> bool:
        if not (at < 2 or at >= len(page) - 2):
            return True
        shape = _shape(line.text)
        first = shape not in seen and "0" not in shape and at < 2
        seen.add(shape)
        return (shape not in running or first) and not _is_foot(line, at, page)

    return [[line for at, line in enumerate(page) if stays(line, at, page)] for page in pages]


def _shape(text: str) -> str:
    """A line without blanks and its digits alike, so that 第1页 and 第2页 are the same line."""
    return re.sub(r"\d+", "0", re.sub(r"\s+", "", text))


def _is_foot(line: Line, at: int, page: Sequence[Line]) -> bool:
    return at in (0, len(page) - 1) and is_page_number(line.text)


def joined(lines: Sequence[Line], everything: Sequence[Line] = ()) -> list[list[Line]]:
    """Lines grouped into paragraphs.

    A line that reaches the right margin goes on in the next one, unless that is indented, begins a
    heading, or stands at a distance. Margins are those of `everything` on the pages.
    """
    if not lines:
        return []
    margins = _Margins.of(everything or lines)
    groups = [[lines[0]]]
    for before, line in zip(lines, lines[1:], strict=False):
        if margins.goes_on(before, line):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


@dataclass(frozen=True, slots=True)
class _Margins:
    left: float
    right: float
    pitch: float  # usual distance of lines

    @classmethod
    def of(cls, lines: Sequence[Line]) -> "_Margins":
        em = _middle(line.em for line in lines)
        lefts = Counter(round(line.left / em) for line in lines)
        often = [left for left, times in lefts.items() if times * 6 >= max(lefts.values())]
        left = min((line.left for line in lines if round(line.left / em) in often), default=0)
        distances = [
            after.top - line.top
            for line, after in zip(lines, lines[1:], strict=False)
            if line.page == after.page and after.top > line.top
        ]
        right = _usual_most([line.right for line in lines])
        return cls(left, right, _middle(distances) if distances else 0)

    def goes_on(self, line: Line, after: Line) -> bool:
        """Whether a line's sentence goes on in the next line."""
        short = _FULL_AND_ENDED if line.text.rstrip().endswith(_END) else _FULL
        if line.right < self.right - short * line.em or _HEADING.match(after.text):
            return False
        if abs(line.em - after.em) > 0.25 * max(line.em, after.em):
            return False
        apart = line.page == after.page and self.pitch and after.top - line.top > _GAP * self.pitch
        return not apart and after.left < self.left + _INDENT * after.em


def _usual_most(values: Sequence[float]) -> float:
    """The greatest of the values but for a few: a seal or a long address may stick out."""
    ordered = sorted(values)
    return ordered[-1 - len(ordered) // 8]


def _middle(values: Iterable[float]) -> float:
    ordered = sorted(values)
    return ordered[len(ordered) // 2]


def glued(pieces: Iterable[str]) -> str:
    """The pieces of a wrapped text in one line; a blank only between Latin words.

    "截至", "2022年" -> "截至2022年"; "PCT", "patent" -> "PCT patent"; "27.", "3%" -> "27.3%"
    """
    text = ""
    for piece in (piece.strip() for piece in pieces):
        letters = text[-1:].isascii() and text[-1:].isalpha() and piece[:1].isascii()
        text += " " + piece if letters and piece[:1].isalnum() else piece
    return text
