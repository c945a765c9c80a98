"""Renaming: the columns of a table as a person said they are to be understood (TABLE.yaml beside
it).

{"办啥": "事项", "Z21": "2021年（件）"}: what is printed stays; extractors see the other names.
"""

from collections.abc import Mapping
from dataclasses import replace

from knowledge.facts.outline import Outline, Prose


def renamed(outline: Outline, columns: Mapping[str, str]) -> Outline:
    """The outline with other names of columns in its tables."""
    if not columns:
        return outline
    rows = {id(row): _renamed(row, columns) for table in outline.tables for row in table}
    return replace(
        outline,
        prose=tuple(rows.get(id(prose), prose) for prose in outline.prose),
        tables=tuple(tuple(rows[id(row)] for row in table) for table in outline.tables),
    )


def _renamed(row: Prose, columns: Mapping[str, str]) -> Prose:
    return replace(row, header=tuple(columns.get(name, name) for name in row.header))
