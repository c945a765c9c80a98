"""Tables: the rows of commitment and deadline tables (承诺事项列表, 台账) as commitments.

Which column is which is told by `columns.py`; text and figures of other tables are read by others.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from knowledge.facts.columns import column_kind, nearest_kind
from knowledge.facts.deadlines import find_deadlines, parse_deadline
from knowledge.facts.lines import shown
from knowledge.facts.outline import Outline, Prose
from knowledge.facts.strength import find_target, strength_of
from knowledge.facts.units import split_units, unit_in
from knowledge.glossary import Commitment, Deadline, Span

_SAME = re.compile(r"^(?:同上|〃|″|\"|”)$")
_DUTIES = (  # what is due, by the name of the deadline's column and of another one
    ("缴纳专利年费", "年费", "专利"),
    ("缴纳专利年费", "缴费", "专利"),
    ("缴纳专利年费", "缴纳", "专利"),
    ("商标续展", "续展", "商标"),
    ("商标续展", "专用权", "商标"),
    ("商标续展", "有效期", "商标"),
    ("商标续展", "到期", "商标"),
)
_TOTAL = re.compile(r"^(?:合计|总计|小计|备注|注|说明|填表)")


def read_tables(outline: Outline, letter_date: date | None) -> tuple[Commitment, ...]:
    """The commitments of all tables of a document, row by row."""
    found: list[Commitment] = []
    for rows in outline.tables:
        if is_commitment_table(rows[0].header):
            found += _commitments(outline, rows, letter_date)
    return tuple(found)


def promised(outline: Outline) -> Iterator[Prose]:
    """The cells that say what is promised, as texts of their own, for who reads figures."""
    for rows in outline.tables:
        kinds = kinds_of(rows[0].header)
        if not is_commitment_table(rows[0].header):
            continue
        for prose in rows:
            for kind, cell in zip(kinds, prose.cells, strict=False):
                if kind == "what" and cell.text:
                    yield replace(prose, folded=cell, begin=0)


def is_commitment_table(header: tuple[str, ...]) -> bool:
    """Whether the columns are those of promises: what is to be done, and by when or by whom."""
    kinds = kinds_of(header)
    figures = "when" not in kinds and any(re.search(r"(?:19|20)\d\d年", name) for name in header)
    return "what" in kinds and not figures and bool({"when", "who", "person"} & {*kinds})


def kinds_of(header: tuple[str, ...]) -> list[str | None]:
    """The kind of each column; of several of one kind (事项, 具体内容) the last one says what."""
    kinds = [column_kind(name) or nearest_kind(name) for name in header]
    if kinds.count("who") > 1:  # 单位 beside 责任单位 is the unit things are counted in
        kinds = [None if name == "单位" else kind for name, kind in zip(header, kinds, strict=True)]
    if "what" not in kinds and "target" in kinds:
        kinds[kinds.index("target")] = "what"
    if "who" not in kinds and "person" in kinds:
        kinds[kinds.index("person")] = "who"
    return kinds


def _commitments(
    outline: Outline, rows: tuple[Prose, ...], letter_date: date | None
) -> list[Commitment]:
    kinds = kinds_of(rows[0].header)
    found: list[Commitment] = []
    above: dict[str, str] = {}
    for prose in rows:
        cells = _cells(outline, prose, kinds)
        for kind in ("who", "when"):
            if kind in kinds and (not cells.get(kind) or _SAME.match(cells[kind])):
                cells[kind] = above.get(kind, "")
        what = cells.get("what", "")
        if len(what) < 2 or _TOTAL.match(what) or column_kind(what) and what in prose.header:
            continue
        above = cells
        cells = cells | {"what": _duty(prose, kinds, cells)}
        found.append(_commitment(prose, cells, letter_date))
    return found


def _cells(outline: Outline, prose: Prose, kinds: list[str | None]) -> dict[str, str]:
    """The cells of a row by kind; several of one kind are put together."""
    cells: dict[str, str] = {}
    for kind, cell in zip(kinds, prose.cells, strict=False):
        text = shown(outline.document, cell).strip()
        if kind is None or not text or text == cells.get(kind):
            continue
        cells[kind] = f"{cells[kind]}：{text}" if cells.get(kind) else text
    return cells


def _commitment(prose: Prose, cells: dict[str, str], letter_date: date | None) -> Commitment:
    what = _what(cells)
    deadline = _deadline(cells, what, letter_date)
    target = find_target(cells.get("target", "")) or find_target(what)
    unit_words = cells.get("who") or unit_in(what)[0]
    units = split_units(unit_words)
    if len(units) > 1 and "".join(units) == unit_words:  # one a line in its cell
        unit_words = "、".join(units)
    return Commitment(
        text=what,
        deadline=deadline,
        place=prose.place(_own(prose), prose.passage.span),
        units=units,
        unit_words=unit_words,
        source="table",
        row=prose.row,
        target=target[0] if target else None,
        target_unit=target[1] if target else None,
        strength=strength_of(what, deadline, bool(unit_words), target is not None),
        progress=_progress(cells),
        key=prose.passage.code,
    )


def _progress(cells: dict[str, str]) -> str | None:
    """What the table says of it; a row struck off (销号: 是) says so too."""
    closed = cells.get("closed", "")
    struck = f"销号：{closed}" if closed and not re.match(r"[否未×]", closed) else ""
    return "；".join(filter(None, (cells.get("progress"), struck))) or None


def _what(cells: dict[str, str]) -> str:
    """The promise, with the target of a column of its own: 新增便利店 + 30家 -> 新增便利店（30家）."""
    what, target = cells["what"].rstrip("。；"), cells.get("target", "")
    known = not re.search(r"\w", target) or target in what
    return what if known else f"{what}（{target}）"


def _duty(prose: Prose, kinds: list[str | None], cells: dict[str, str]) -> str:
    """What is to be done about a right that runs out: 大雅 under 专用权期限至 -> 商标续展：大雅（1234567）."""
    when = next((n for n, kind in zip(prose.header, kinds, strict=False) if kind == "when"), "")
    columns = "".join(prose.header)
    duty = next((said for said, name, kind in _DUTIES if name in when and kind in columns), "")
    if not duty:
        return cells["what"]
    number = f"（{cells['code']}）" if cells.get("code") else ""
    return f"{duty}：{cells['what']}{number}"


def _deadline(cells: dict[str, str], what: str, letter_date: date | None) -> Deadline | None:
    """The deadline column's, failing that the latest in the promise itself."""
    if cells.get("when"):
        return parse_deadline(cells["when"], letter_date)
    found = [one.deadline for one in find_deadlines(what, letter_date)]
    return max(found, key=lambda one: one.latest or date.min) if found else None


def _own(prose: Prose) -> Span:
    """The cell that holds the promise; the whole row when it has no place of its own."""
    kinds = kinds_of(prose.header)
    for kind, cell in zip(kinds, prose.cells, strict=False):
        if kind == "what" and cell.places:
            return Span(cell.places[0], cell.places[-1] + 1)
    return prose.passage.span
