"""Outline: the headings of a document and its passages, each with a code for good.

Every character of the document that is no blank lies in exactly one passage. The passages' text,
folded and with wrapped lines joined, is what all extractors read (`Prose`).
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from knowledge.facts.grids import Grid, find_grids
from knowledge.facts.headings import ORDER, Mark, heading_end, mark_of
from knowledge.facts.lines import Line, cut, joined, printed, read_lines
from knowledge.facts.titles import find_title
from knowledge.facts.wrapping import paragraphs
from knowledge.facts.zones import Zones, find_zones, is_opening
from knowledge.glossary import Document, Heading, Passage, Place, Span
from knowledge.words.folding import Folded

_CLOSING = re.compile(
    r"感谢|此(?:答复函?|复函|函|件)?已?经.{0,12}(?:审签|审定|签发|审核|同意)|^(?:此复|专此|特此|此致|敬礼|以上(?:答复|回复|意见))"
    r"|^对以上答复|满意|回执|宝贵意见|^祝|^(?:希望|欢迎|恳请|盼|今后)|多提|继续(?:关心|关注|支持)|如有(?:不同|其他)?意见"
)
_ATTACHED = re.compile(r"^附(?:件|表)?[一二三\d]?[：:]?")
_SHORT_NAMES = {"抬头": "抬", "结尾": "结", "落款": "落", "附件": "附", "正文": "0"}


@dataclass(frozen=True, slots=True)
class Prose:
    """行文: the folded, unwrapped text of one passage; each character knows its place.

    `part` is one of metadata title salutation opening heading body row closing foot attachment;
    only body, row and (for figures) opening hold facts. `begin` is the character behind the
    heading or number it opens with: "（一）抓培育。建立…" -> begin 8. `row` counts table rows from 1
    and `cells` are theirs, `header` the names of their columns.
    """

    folded: Folded
    passage: Passage
    part: str
    begin: int = 0
    row: int | None = None
    cells: tuple[Folded, ...] = ()
    header: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The folded text."""
        return self.folded.text

    def span(self, start: int, end: int) -> Span:
        """The place in the document of the folded characters [start, end)."""
        return self.folded.span(start, end)

    def place(self, own: Span, quote: Span, figure: Span | None = None) -> Place:
        """A place in this passage."""
        return Place(self.passage.code, self.passage.section, own, quote, figure)

    def whole(self) -> Place:
        """The place that is this passage."""
        return self.place(self.passage.span, self.passage.span)


@dataclass(frozen=True, slots=True)
class Outline:
    """提纲: a document in order: its passages' texts, its headings, the tables in it."""

    document: Document
    prose: tuple[Prose, ...]
    headings: tuple[Heading, ...]
    tables: tuple[tuple[Prose, ...], ...] = ()  # rows of each table, without its header

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The passages in order."""
        return tuple(prose.passage for prose in self.prose)

    def parts(self, *names: str) -> Iterator[Prose]:
        """The texts of the named parts, in order."""
        return (prose for prose in self.prose if prose.part in names)


def read_outline(document: Document) -> Outline:
    """The outline of a document; its codes begin with `head_code`."""
    lines = read_lines(document)
    grids = find_grids(lines)
    zones = find_zones(lines, grids)
    builder = _Builder(document, lines, grids)
    builder.head(zones)
    builder.body(zones.body)
    builder.foot(zones.foot)
    builder.attachments(zones.attachments)
    builder.foot(zones.tail)
    return builder.outline()


@dataclass(slots=True)
class _Draft:
    """A passage before it has its code: `marks` are the numbers of the headings above it."""

    part: str
    folded: Folded
    span: Span
    zone: str = ""
    marks: tuple[Mark, ...] = ()
    headings: tuple[str, ...] = ()
    begin: int = 0
    row: int | None = None
    cells: tuple[Folded, ...] = ()
    header: tuple[str, ...] = ()
    table: int | None = None


@dataclass(slots=True)
class _Builder:
    """Collects the passages of a document from top to bottom."""

    document: Document
    lines: Sequence[Line]
    grids: Sequence[Grid]
    drafts: list[_Draft] = field(default_factory=list)
    above: list[tuple[Mark, str]] = field(default_factory=list)  # open headings, "" for an item
    found: list[tuple[Mark, Span]] = field(default_factory=list)

    def head(self, zones: Zones) -> None:
        """Metadata, title and salutation."""
        title = find_title(self.lines[: zones.head.stop])
        self._block("metadata", "抬头", range(0, title.start))
        self._paragraph("title", "抬头", title)
        self._block("metadata", "抬头", range(title.stop if title else 0, zones.head.stop))
        for at in zones.salutation:
            self._salutation(self.lines[at])

    def body(self, lines: range) -> None:
        """The paragraphs and tables of the body, then the closing."""
        first = True
        for piece in self._pieces(lines):
            if isinstance(piece, Grid):
                self._table(piece, "")
                continue
            folded = joined(line.folded for line in piece)
            if first and is_opening(folded.text):
                self._opening(folded, _around(piece))
            else:
                self._body_paragraph(folded, _around(piece))
            first = False
        self._mark_closing()

    def foot(self, lines: range) -> None:
        """Agency, date and contact."""
        self._block("foot", "落款", lines)

    def attachments(self, lines: range) -> None:
        """Captions and tables behind the letter; captions go with the header of their table."""
        waiting: list[Line] = []
        count = 0
        for piece in self._pieces(lines):
            if isinstance(piece, Grid):
                count += 1
                self._table(piece, "附件", waiting, count)
                waiting = []
            elif count and _ends_attachment(piece[0].text):
                self._add("foot", "落款", _stacked(piece), _around(piece))
            else:
                waiting += piece
        if waiting:
            self._add("attachment", "附件", _stacked(waiting), _around(waiting))

    def outline(self) -> Outline:
        """The finished outline."""
        levels = _levels(mark for mark, _ in self.found)
        headings = tuple(
            Heading(levels[mark.kind], printed(self.document, span), span)
            for mark, span in self.found
        )
        prose = tuple(_numbered(self.drafts, head_code(self.document, self.drafts)))
        tables: dict[int, list[Prose]] = {}
        for draft, done in zip(self.drafts, prose, strict=True):
            if draft.table is not None and draft.row is not None:
                tables.setdefault(draft.table, []).append(done)
        return Outline(self.document, prose, headings, tuple(map(tuple, tables.values())))

    def _pieces(self, lines: range) -> Iterator[Grid | list[Line]]:
        """Paragraphs and tables of a range of lines, in order."""
        at = lines.start
        for grid in (grid for grid in self.grids if grid.first in lines):
            yield from paragraphs(self.lines[at : grid.first])
            yield grid
            at = grid.last
        yield from paragraphs(self.lines[at : lines.stop])

    def _add(self, part: str, zone: str, folded: Folded, span: Span, begin: int = 0) -> None:
        self.drafts.append(_Draft(part, folded, span, zone, begin=begin))

    def _block(self, part: str, zone: str, lines: range) -> None:
        """Neighbouring lines as one passage, their line ends kept."""
        if not lines:
            return
        pieces: list[Folded] = []
        at = lines.start
        for grid in (grid for grid in self.grids if grid.first in lines):
            pieces += [line.folded for line in self.lines[at : grid.first]]
            pieces += [_delimited(row, "|") for row in grid.rows]
            at = grid.last
        pieces += [line.folded for line in self.lines[at : lines.stop]]
        self._add(part, zone, _delimited(pieces, "\n"), _around(self.lines[lines.start : lines.stop]))

    def _paragraph(self, part: str, zone: str, lines: range) -> None:
        if lines:
            held = self.lines[lines.start : lines.stop]
            self._add(part, zone, joined(line.folded for line in held), _around(held))

    def _salutation(self, line: Line) -> None:
        """张三代表：您提出的…… on one line are two passages."""
        colon = re.search(r"[：，]", line.text)
        end = colon.end() if colon else len(line.text)
        head, rest = cut(line.folded, 0, end), cut(line.folded, end)
        if not rest.text:
            self._add("salutation", "抬头", line.folded, line.span)
            return
        middle = rest.places[0]
        self._add("salutation", "抬头", head, Span(line.span.start, middle))
        self._opening(rest, Span(middle, line.span.end))

    def _opening(self, folded: Folded, span: Span) -> None:
        """The opening ends behind 现答复如下：; what follows it is body."""
        ends = [found.end() for found in re.finditer(r"如下[：。，]?|收悉。", folded.text[:400])]
        end = ends[-1] if ends else len(folded.text)
        if len(folded.text) - end < 8:
            self._add("opening", "抬头", folded, span)
            return
        middle = folded.places[end]
        self._add("opening", "抬头", cut(folded, 0, end), Span(span.start, middle))
        self._body_paragraph(cut(folded, end), Span(middle, span.end))

    def _body_paragraph(self, folded: Folded, span: Span) -> None:
        text = folded.text
        mark = mark_of(text)
        if mark is None:
            self._place(_Draft("body", folded, span))
            return
        end = heading_end(text, mark)
        while self.above and ORDER.index(self.above[-1][0].kind) >= ORDER.index(mark.kind):
            self.above.pop()
        self.above.append((mark, text[:end] if end else ""))
        if end is None:
            self._place(_Draft("body", folded, span, begin=mark.end))
            return
        self.found.append((mark, folded.span(0, end)))
        alone = len(text) - end <= 1
        self._place(_Draft("heading" if alone else "body", folded, span, begin=min(end + 1, len(text))))

    def _place(self, draft: _Draft) -> None:
        """Puts a passage under the headings that are open now."""
        draft.marks = tuple(mark for mark, _ in self.above)
        draft.headings = tuple(text for _, text in self.above if text)
        if not draft.marks:
            draft.zone = "正文"
        self.drafts.append(draft)

    def _table(self, grid: Grid, zone: str, captions: Sequence[Line] = (), count: int = 1) -> None:
        """The header (with the captions above it) is one passage, each row another."""
        zone = zone and zone + ("" if count == 1 else "一二三四五六七八九十"[min(count, 10) - 1])
        header = tuple(cell.text for cell in grid.rows[0])
        top = [line.folded for line in captions] + [_delimited(grid.rows[0], "|")]
        start = captions[0].span.start if captions else grid.spans[0].start
        span = Span(start, max(grid.spans[0].end, start))
        table = grid.spans[0].start
        drafts = [_Draft("header", _delimited(top, "\n"), span, zone, row=None)]
        for row, (cells, place) in enumerate(zip(grid.rows[1:], grid.spans[1:], strict=True), 1):
            folded = _delimited([cell for cell in cells if cell.text], "|")
            drafts.append(_Draft("row", folded, place, zone, row=row, cells=cells, header=header, table=table))
        for draft in drafts:
            if zone:
                self.drafts.append(draft)
            else:
                self._place(draft)

    def _mark_closing(self) -> None:
        """The last paragraphs of thanks, approval and attachments are the closing."""
        for draft in reversed(self.drafts):
            polite = _CLOSING.search(draft.folded.text) and len(draft.folded.text) < 160
            if draft.part != "body" or not (polite or _ATTACHED.match(draft.folded.text)):
                return
            if mark_of(draft.folded.text) and not re.search("感谢|审签|回执", draft.folded.text):
                return
            draft.part, draft.zone = "closing", "结尾"
            draft.marks, draft.headings, draft.begin = (), (), 0


def head_code(document: Document, drafts: Sequence[_Draft]) -> str:
    """The head of all codes of a letter: its number, or failing that four letters of its digest."""
    from knowledge.facts.numbers import find_number  # here: numbers knows the outline's parts

    for part in ("title", "opening", "metadata"):
        for draft in drafts:
            found = find_number(draft.folded.text) if draft.part == part else None
            if found:
                return found.code
    return "函" + document.digest[:4]


def _numbered(drafts: Sequence[_Draft], head: str) -> Iterator[Prose]:
    """The passages with their codes; the rows of the first attachment keep their row numbers."""
    counts: Counter[str] = Counter()
    for draft in drafts:
        path = ".".join(str(mark.number) for mark in draft.marks) or _short(draft.zone)
        ordinal = _ordinal(draft, counts, path)
        section = _section(draft)
        passage = Passage(f"{head}-{path}-{ordinal}", section, draft.headings, draft.span)
        yield Prose(
            draft.folded, passage, draft.part, draft.begin, draft.row, draft.cells, draft.header
        )


def _ordinal(draft: _Draft, counts: Counter[str], path: str) -> int:
    """Headings and headers are 0 where they open their section."""
    opens = draft.part in ("heading", "header") and path not in counts
    counts[path] += 0 if opens else 1
    return counts[path]


def _short(zone: str) -> str:
    return next((zone.replace(name, short) for name, short in _SHORT_NAMES.items() if name in zone), "0")


def _section(draft: _Draft) -> str:
    """The place in the words of the letter: 一（二）, 附件2, 落款."""
    if draft.marks:
        return "".join(_label(mark) for mark in draft.marks)
    if draft.zone.startswith("附件") and draft.row is not None:
        return f"{draft.zone}{draft.row}"
    return draft.zone


def _label(mark: Mark) -> str:
    numeral = "一二三四五六七八九十"[mark.number - 1] if 1 <= mark.number <= 10 else str(mark.number)
    return {
        "一、": numeral, "第一": "第" + numeral, "（一）": f"（{numeral}）",
        "1.": f"{mark.number}.", "（1）": f"（{mark.number}）", "①": f"〔{mark.number}〕",
    }[mark.kind]


def _levels(marks: Iterator[Mark]) -> dict[str, int]:
    """The level of each kind of number that headings of this letter have, from 1."""
    used = {mark.kind for mark in marks}
    return {kind: level for level, kind in enumerate((k for k in ORDER if k in used), 1)}


def _around(lines: Sequence[Line]) -> Span:
    return Span(lines[0].span.start, lines[-1].span.end)


def _stacked(lines: Sequence[Line]) -> Folded:
    return _delimited([line.folded for line in lines], "\n")


def _delimited(pieces: Sequence[Folded], mark: str) -> Folded:
    """Pieces put together with a mark between, which stands where the piece before it ends."""
    text, places = "", []
    for piece in pieces:
        if text:
            text += mark
            places.append(places[-1] + 1 if places else 0)
        text += piece.text
        places.extend(piece.places)
    return Folded(text, tuple(places))


def _ends_attachment(text: str) -> bool:
    return bool(re.match(r"^[（(]?(?:联系人|联系电话|抄送|公开属性|【?打印|【?关闭|扫一扫|上一|下一|责任编辑)", text))
