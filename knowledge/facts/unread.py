"""Columns of a table that nobody read, for the person who ingests it."""

from collections.abc import Iterator

from knowledge.facts.indicator_tables import columns_read
from knowledge.facts.outline import Outline, Prose
from knowledge.facts.tables import is_commitment_table, kinds_of

_TABLES = ("xlsx", "xls", "csv")  # a letter's tables may be about anything
_IGNORED = "忽略"  # how a person says that a column needs no reading


def unread_columns(outline: Outline) -> Iterator[str]:
    """A warning for each table with columns that were not understood."""
    if outline.document.origin not in _TABLES:
        return
    for rows in outline.tables:
        names = [name for name in _unread(rows) if name and name != _IGNORED]
        if names:
            said = "、".join(dict.fromkeys(names))
            yield f"没有认出的列：{said}。可在表格旁的同名 .yaml 里写 columns 对照（列名: 含义，或 {_IGNORED}）。"


def _unread(rows: tuple[Prose, ...]) -> list[str]:
    header = rows[0].header
    if is_commitment_table(header):
        kinds = kinds_of(header)
        return [name for name, kind in zip(header, kinds, strict=False) if kind is None]
    read = columns_read(rows)
    return [name for at, name in enumerate(header) if at not in read]
