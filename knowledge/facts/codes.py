"""Codes: the sections and codes of passages, the same each time a document is read.

number-section-ordinal: 59-1.2-3 is the third passage of 一（二） in the letter on No. 59, 59-附-2 the
second row of its attachment. A heading and a table's header are 0 where they open their section.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.facts.headings import BOXED, ORDER, Mark
from knowledge.facts.numbers import find_number
from knowledge.facts.outline import Prose
from knowledge.glossary import Document, Passage, Span
from knowledge.words.folding import Folded

_SHORT_NAMES = {"抬头": "抬", "结尾": "结", "落款": "落", "附件": "附", "正文": "0"}


@dataclass(slots=True)
class Draft:
    """段落初稿: a passage before it has its code.

    `marks` are the numbers of the headings above it; a passage under none has a `zone` instead.
    """

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


def head_code(document: Document, drafts: Sequence[Draft]) -> str:
    """The head of all codes of a letter: its number, or failing that four letters of its digest."""
    for part in ("title", "opening", "metadata"):
        for draft in drafts:
            found = find_number(draft.folded.text) if draft.part == part else None
            if found:
                return found.code
    return "函" + document.digest[:4]


def numbered(drafts: Sequence[Draft], head: str) -> Iterator[Prose]:
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


def _ordinal(draft: Draft, counts: Counter[str], path: str) -> int:
    """Headings and headers are 0 where they open their section."""
    opens = draft.part in ("heading", "header") and path not in counts
    counts[path] += 0 if opens else 1
    return counts[path]


def _short(zone: str) -> str:
    return next(
        (zone.replace(name, short) for name, short in _SHORT_NAMES.items() if name in zone), "0"
    )


def _section(draft: Draft) -> str:
    """The place in the words of the letter: 一（二）, 附件2, 落款."""
    if draft.marks:
        return "".join(_label(mark) for mark in draft.marks)
    if draft.zone.startswith("附件") and draft.row is not None:
        return f"{draft.zone}{draft.row}"
    return draft.zone


def _label(mark: Mark) -> str:
    numeral = (
        "一二三四五六七八九十"[mark.number - 1] if 1 <= mark.number <= 10 else str(mark.number)
    )
    return {
        "一、": numeral,
        "第一部分": f"第{numeral}部分",
        "第一": "第" + numeral,
        "（一）": f"（{numeral}）",
        "1.": f"{mark.number}.",
        "1.1": str(mark.number),  # behind the number above it: 3.1
        "（1）": f"（{mark.number}）",
        "建议一": f"建议{numeral}",
        "1）": f"{mark.number}）",
        "①": f"〔{mark.number}〕",
        "【】": f"【{numeral}】",
    }[mark.kind]


def levels_of(marks: Sequence[Mark]) -> dict[str, int]:
    """The level of each kind of number that headings of this letter have, from 1."""
    used = dict.fromkeys(mark.kind for mark in marks)
    order = (BOXED, *ORDER) if next(iter(used), "") == BOXED else ORDER
    return {
        kind: level for level, kind in enumerate(dict.fromkeys(k for k in order if k in used), 1)
    }
