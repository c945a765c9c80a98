"""Clauses: the sentences of a letter's prose, and their clauses, with places back in the document.

All extractors of prose read `Statement`s: `read_statements(outline.parts("opening", "body"))`. What
the sentences say is left to them.
"""

import functools
import re
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from knowledge.facts.outline import Prose
from knowledge.glossary import Place, Span

_END = re.compile(r"[。；！？\n]")
_RUN_IN = re.compile(r"(?<=[，、：])(?=[一二三四五六七八九十]{1,2}(?:是|要)[^否])")
_CLOSERS = "”’）》】」"
_OPEN = {"“": "”", "‘": "’", "（": "）", "《": "》", "【": "】"}
_BRACKET = re.compile(r"[“”‘’（）《》【】\n]")
_REACH = 400  # characters within which a bracket or quotation must close to be believed
_LONGEST = 4000  # characters of a sentence; a longer one is no sentence and is cut


@dataclass(frozen=True, slots=True)
class Statement:
    """语句: one sentence, or part of one up to a semicolon, over folded text.

    `opens` is False when it goes on after a semicolon. `headings` are those above it.
    """

    prose: Prose
    start: int
    end: int
    opens: bool = True

    @property
    def text(self) -> str:
        """The folded text."""
        return self.prose.text[self.start : self.end]

    @property
    def headings(self) -> tuple[str, ...]:
        """The headings above, outermost first."""
        return self.prose.passage.headings

    @property
    def span(self) -> Span:
        """The place of the whole statement in the document."""
        return self.prose.span(self.start, self.end)

    def place(self, start: int, end: int, figure: tuple[int, int] | None = None) -> Place:
        """The place of the words [start, end) of the statement; the quote is all of it."""
        own = self.prose.span(self.start + start, self.start + end)
        return self.prose.place(own, self.span, self._figure(figure))

    def _figure(self, figure: tuple[int, int] | None) -> Span | None:
        return self.prose.span(*(self.start + at for at in figure)) if figure else None


def read_statements(pieces: Iterable[Prose]) -> tuple[Statement, ...]:
    """The statements of passages in order, headings run into a paragraph left out.

    "（一）抓品牌。新增3个；一是奖励。" -> "新增3个；", "一是奖励。"
    """
    return tuple(statement for prose in pieces for statement in _statements(prose))


def _statements(prose: Prose) -> Iterator[Statement]:
    text, opens = prose.text, True
    for start, end in _sentences(text, prose.begin):
        while start < end and text[start] in " \n":
            start += 1
        if start < end and text[start:end].strip("。；，、！？ \n"):
            yield Statement(prose, start, end, opens)
        opens = text[end - 1] != "；" or end - start < 2


def _sentences(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Where the sentences stand; marks inside brackets and quotations end none."""
    closed = enclosed(text)
    for found in _END.finditer(text, start):
        end = found.end()
        if closed[found.start()] or end <= start:
            continue
        while end < len(text) and text[end] in _CLOSERS:
            end += 1
        yield from _pieces(text, start, end, closed)
        start = end
    if start < len(text):
        yield from _pieces(text, start, len(text), closed)


def _pieces(text: str, start: int, end: int, closed: bytes) -> Iterator[tuple[int, int]]:
    """A sentence cut before 一是 二是 run into it, and where it is too long to be one."""
    cuts = [f.start() for f in _RUN_IN.finditer(text, start, end) if not closed[f.start()]]
    for cut in [*cuts, end]:
        while cut - start > _LONGEST:
            yield start, start + _LONGEST
            start += _LONGEST
        yield start, cut
        start = cut


@functools.lru_cache(maxsize=64)
def enclosed(text: str) -> bytes:
    """1 for every character inside brackets or quotations, marks included, 0 for others.

    A bracket that does not close within 400 characters encloses nothing.
    """
    depth = bytearray(len(text) + 1)
    open_marks: deque[tuple[int, str]] = deque()
    for found in _BRACKET.finditer(text):
        mark, at = found[0], found.start()
        if mark == "\n":
            open_marks.clear()
        elif mark in _OPEN:
            while open_marks and at - open_marks[0][0] > _REACH:
                open_marks.popleft()
            open_marks.append((at, _OPEN[mark]))
        else:
            _close(depth, open_marks, mark, at)
    return bytes(depth)


def _close(depth: bytearray, open_marks: deque[tuple[int, str]], mark: str, at: int) -> None:
    """Marks what stands between a closing mark and its opening one."""
    if all(close != mark for _, close in open_marks):
        return
    start, close = open_marks.pop()
    while close != mark:
        start, close = open_marks.pop()
    if at - start <= _REACH:
        depth[start : at + 1] = b"\1" * (at + 1 - start)
