"""OFD (GB/T 33190, the state's own page format) -> Document. An experiment: no real file was seen.

A zip of XML: each page holds text objects with a place. Tables come as lines of text.
"""

import posixpath
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from knowledge.errors import LimitExceeded, UnreadableFile
from knowledge.glossary import Document
from knowledge.reading.archive import Archive
from knowledge.reading.columns import write_lines
from knowledge.reading.drafting import Draft
from knowledge.reading.layout import Letters, lines_of, without_running
from knowledge.reading.limits import Limits
from knowledge.reading.markup import attribute, parse_xml

_REPEAT_MOST = 10_000  # characters of one run of equal steps


def read_ofd(name: str, content: bytes, limits: Limits) -> Document:
    """The document of an .ofd file."""
    archive = Archive(content, limits)
    draft = Draft(limits)
    draft.remark("OFD 读取为试验功能，请核对文字和表格")
    paths = list(_pages(archive, limits))
    if len(paths) > limits.pages:
        raise LimitExceeded(f"OFD 超过 {limits.pages} 页，不予读取")
    pages = [
        lines_of(_letters(parse_xml(archive.member(path), limits)), number)
        for number, path in enumerate(paths, 1)
    ]
    lines = [line for page in without_running(pages) for line in page]
    if not lines:
        raise UnreadableFile("OFD 里没有文字，可能是扫描件，请转成 PDF 再导入")
    write_lines(lines, lines, draft)
    return draft.document(name, content, "ofd")


def _pages(archive: Archive, limits: Limits) -> Iterator[str]:
    """The pages' paths inside the archive, in reading order."""
    root = parse_xml(archive.member("OFD.xml"), limits)
    for start in root.iter("DocRoot"):
        document = _inside("", start.text or "")
        folder = posixpath.dirname(document)
        for page in parse_xml(archive.member(document), limits).iter("Page"):
            yield _inside(folder, attribute(page, "BaseLoc"))


def _inside(folder: str, path: str) -> str:
    """A path as the archive names it: "/Doc_0/a.xml" -> "Doc_0/a.xml"."""
    path = path.strip()
    return posixpath.normpath(posixpath.join(folder, path)).removeprefix("/")


def _letters(page: Element) -> Iterator[Letters]:
    """The runs of characters of a page with their places, in millimetres."""
    for text in page.iter("TextObject"):
        left, top, *_ = [*_numbers(attribute(text, "Boundary")), 0, 0]
        across, _, _, down, right, below = _matrix(attribute(text, "CTM"))
        size = _number(attribute(text, "Size"), 4) * (abs(down) or 1)
        for code in text.iter("TextCode"):
            words = (code.text or "").strip()
            x = left + right + across * _number(attribute(code, "X"), 0)
            y = top + below + down * _number(attribute(code, "Y"), 0)
            width = across * sum(_steps(attribute(code, "DeltaX"))[: len(words) - 1]) + size
            if words:
                yield Letters(words, x, x + width, y - size, y, size)


def _steps(words: str) -> list[float]:
    """The distances from character to character: "3.5 g 2 4" -> 3.5, 4, 4."""
    steps: list[float] = []
    parts = iter(words.split())
    for part in parts:
        if part == "g":
            times, step = _number(next(parts, ""), 0), _number(next(parts, ""), 0)
            steps.extend([step] * min(max(0, int(times)), _REPEAT_MOST))
        else:
            steps.append(_number(part, 0))
    return steps


def _matrix(words: str) -> list[float]:
    numbers = _numbers(words)
    return numbers if len(numbers) == 6 else [1, 0, 0, 1, 0, 0]


def _numbers(words: str) -> list[float]:
    return [_number(word, 0) for word in words.split()]


def _number(word: str, default: float) -> float:
    try:
        number = float(word)
    except ValueError:
        return default
    return number if abs(number) < 1e6 else default  # also False for what is not a number
