"""Passages: takes a document apart into passages and headings, from top to bottom.

Every character of the document that is no blank lies in exactly one passage.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from knowledge.facts.blocks import (
    CLOSING,
    around,
    begins_item,
    begins_with,
    distinct,
    ends_attachment,
    ends_list,
    is_unnumbered_heading,
    leave_nothing,
    stacked,
)
from knowledge.facts.codes import Draft, head_code, levels_of, numbered
from knowledge.facts.flattened import Grid
from knowledge.facts.grids import find_grids, tabbed_text
from knowledge.facts.headings import BOXED, ORDER, Mark, heading_end, mark_of
from knowledge.facts.lines import Line, cut, delimited, joined, printed, read_lines
from knowledge.facts.outline import Outline, Prose
from knowledge.facts.table_headers import header_of
from knowledge.facts.titles import find_title
from knowledge.facts.wrapping import paragraphs, text_of
from knowledge.facts.zones import Zones, find_zones, is_opening
from knowledge.glossary import Document, Heading, Span
from knowledge.words.folding import Folded

_ATTACHED = re.compile(r"^附(?:件|表)?[一二三\d]?[：:]?")


def read_outline(document: Document) -> Outline:
    """The outline of a document: what stands where, and under which code."""
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
class _Builder:
    """Collects the passages of a document from top to bottom."""

    document: Document
    lines: Sequence[Line]
    grids: Sequence[Grid]
    drafts: list[Draft] = field(default_factory=list)
    above: list[tuple[Mark, str]] = field(default_factory=list)  # open headings, "" for an item
    found: list[tuple[Mark, Span]] = field(default_factory=list)

    def head(self, zones: Zones) -> None:
        """Metadata, title and salutation."""
        title = find_title(self.lines[: zones.head.stop])
        self._block("metadata", "抬头", range(title.start))
        self._paragraph("title", "抬头", title)
        self._block("metadata", "抬头", range(title.stop if title else 0, zones.head.stop))
        for at in zones.salutation:
            self._salutation(self.lines[at])

    def body(self, lines: range) -> None:
        """The paragraphs and tables of the body, then the closing."""
        pieces = list(self._pieces(lines))
        for at, piece in enumerate(pieces):
            if isinstance(piece, Grid):
                self._table(piece, "")
                continue
            folded = text_of(piece)
            if at == 0 and is_opening(folded.text):
                self._opening(folded, around(piece))
            elif self._lists_attachments(folded.text):
                self._add("closing", "结尾", folded, around(piece))
            else:
                following = pieces[at + 1 : at + 2]
                named = is_unnumbered_heading(piece, pieces[at - 1 : at], following)
                mark = Mark(BOXED, 0, len(folded.text)) if named else mark_of(folded.text)
                self._body_paragraph(folded, around(piece), mark, begins_with(following))
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
            elif count and ends_attachment(piece[0].text):
                self._add("foot", "落款", stacked(piece), around(piece))
            else:
                waiting += piece
        self._listed(waiting)

    def _listed(self, lines: Sequence[Line]) -> None:
        """An attachment without a table: its caption, then its paragraphs, the numbered ones as
        rows.
        """
        begins = (at for at, line in enumerate(lines) if begins_item(line.text))
        first = next(begins, len(lines))
        if first:
            self._add("attachment", "附件", stacked(lines[:first]), around(lines[:first]))
        row = 0
        for piece in paragraphs(lines[first:]):
            folded = text_of(piece)
            mark = mark_of(folded.text)
            item = begins_item(folded.text)
            row += item
            draft = Draft("attachment", folded, around(piece), "附件", row=row if item else None)
            draft.begin = mark.end if mark else 0
            self.drafts.append(draft)

    def outline(self) -> Outline:
        """The finished outline."""
        leave_nothing(self.document.text, self.drafts)
        levels = levels_of([mark for mark, _ in self.found])
        headings = tuple(
            Heading(levels[mark.kind], printed(self.document, span), span)
            for mark, span in self.found
        )
        prose = tuple(numbered(self.drafts, head_code(self.document, self.drafts)))
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
        self.drafts.append(Draft(part, folded, span, zone, begin=begin))

    def _block(self, part: str, zone: str, lines: range) -> None:
        """Neighbouring lines as one passage, their line ends kept."""
        if not lines:
            return
        pieces: list[Folded] = []
        at = lines.start
        for grid in (grid for grid in self.grids if grid.first in lines):
            pieces += [tabbed_text(line) for line in self.lines[at : grid.first]]
            pieces += [delimited(row, "|") for row in grid.rows]
            at = grid.last
        pieces += [tabbed_text(line) for line in self.lines[at : lines.stop]]
        self._add(part, zone, delimited(pieces, "\n"), around(self.lines[lines.start : lines.stop]))

    def _paragraph(self, part: str, zone: str, lines: range) -> None:
        if lines:
            held = self.lines[lines.start : lines.stop]
            self._add(part, zone, joined(line.folded for line in held), around(held))

    def _salutation(self, line: Line) -> None:
        """张三代表：您提出的…… on one line are two passages."""
        colon = re.search(r"：|，(?![^：]*：$)", line.text)
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
        rest = cut(folded, end)
        self._body_paragraph(rest, Span(middle, span.end), mark_of(rest.text))

    def _lists_attachments(self, text: str) -> bool:
        """Whether a paragraph is 2.征询意见表, below 附件：1.承诺事项台账."""
        if not re.match(r"\d[.．、]", text):
            return False
        above = self.drafts[-1] if self.drafts else None
        named = above is not None and bool(re.match(r"附件[：:]", above.folded.text))
        if named and above is not None:
            above.part, above.zone = "closing", "结尾"
            above.marks, above.headings = (), ()
        return named or above is not None and above.part == "closing"

    def _body_paragraph(
        self, folded: Folded, span: Span, mark: Mark | None, following: str = ""
    ) -> None:
        text = folded.text
        if mark is None:
            self._place(Draft("body", folded, span))
            return
        mark = self._counted(mark)
        end = heading_end(text, mark)
        if end is not None and text[end:] == "。" and ends_list(mark, following):
            end = None
        while self.above and self._rank(self.above[-1][0]) >= self._rank(mark):
            self.above.pop()
        self.above.append((mark, text[:end] if end else ""))
        if end is None:
            self._place(Draft("body", folded, span, begin=mark.end))
            return
        self.found.append((mark, folded.span(0, end)))
        alone = len(text) - end <= 1
        begin = end if mark.kind == BOXED else min(end + 1, len(text))
        self._place(Draft("heading" if alone else "body", folded, span, begin=begin))

    def _counted(self, mark: Mark) -> Mark:
        """A heading without number is the next one of those below the same heading."""
        if mark.kind != BOXED:
            return mark
        above = next((one for one, _ in reversed(self.above) if one.kind == BOXED), None)
        return replace(mark, number=above.number + 1 if above else 1)

    def _rank(self, mark: Mark) -> int:
        """How far down a number stands; headings without one are on top where a letter begins so."""
        first = self.found[0][0].kind if self.found else mark.kind
        return -1 if mark.kind == BOXED == first else ORDER.index(mark.kind)

    def _place(self, draft: Draft) -> None:
        """Puts a passage under the headings that are open now."""
        draft.marks = tuple(mark for mark, _ in self.above)
        draft.headings = tuple(text for _, text in self.above if text)
        if not draft.marks:
            draft.zone = "正文"
        self.drafts.append(draft)

    def _table(self, grid: Grid, zone: str, captions: Sequence[Line] = (), count: int = 1) -> None:
        """The header (with the captions above it) is one passage, each row another."""
        zone = zone and zone + ("" if count == 1 else "一二三四五六七八九十"[min(count, 10) - 1])
        head = header_of(grid)
        top = [line.folded for line in captions]
        top += [delimited(distinct(row), "|") for row in grid.rows[: head.body]]
        start = captions[0].span.start if captions else grid.spans[0].start
        end = max(span.end for span in grid.spans[: head.body])
        drafts = [Draft("header", delimited(top, "\n"), Span(start, max(end, start)), zone)]
        body = zip(grid.rows[head.body :], grid.spans[head.body :], strict=True)
        for row, (cells, place) in enumerate(body, 1):
            folded = delimited([cell for cell in cells if cell.text], "|")
            drafts.append(
                Draft(
                    "row",
                    folded,
                    place,
                    zone,
                    row=row,
                    cells=cells,
                    header=head.names,
                    table=grid.spans[0].start,
                )  # fmt: skip
            )
        for draft in drafts:
            if zone:
                self.drafts.append(draft)
            else:
                self._place(draft)

    def _mark_closing(self) -> None:
        """The last paragraphs of thanks, approval and attachments are the closing."""
        for draft in reversed(self.drafts):
            polite = CLOSING.search(draft.folded.text) and len(draft.folded.text) < 160
            if draft.part == "closing":
                continue
            if draft.part != "body" or not (polite or _ATTACHED.match(draft.folded.text)):
                return
            if mark_of(draft.folded.text) and not re.search("感谢|审签|回执", draft.folded.text):
                return
            draft.part, draft.zone = "closing", "结尾"
            draft.marks, draft.headings, draft.begin = (), (), 0
