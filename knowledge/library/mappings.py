"""Names of columns that a person wrote beside a table: TABLE.xlsx -> TABLE.yaml.

columns:
  办啥: 事项
  啥时候办好: 完成时限

A table with another mapping is another edition of it: the mapping goes into its digest.
"""

import hashlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from knowledge.errors import ReviewFault

_TABLES = {".xlsx", ".xls", ".et", ".csv", ".tsv"}
_LONGEST = 64 * 1024  # bytes


@dataclass(frozen=True, slots=True)
class Mapping:
    """列名对照: printed name of a column -> the name it is to be understood by."""

    columns: dict[str, str] = field(default_factory=dict)

    def digest(self, of_file: str) -> str:
        """The digest of a file read with this mapping."""
        if not self.columns or not of_file:
            return of_file
        words = "\n".join(f"{name}\t{meant}" for name, meant in sorted(self.columns.items()))
        return hashlib.sha256(f"{of_file}\n{words}".encode()).hexdigest()


def mapping_beside(path: Path) -> Mapping:
    """The mapping of a table; an empty one where none lies there. Raises ReviewFault."""
    beside = path.with_suffix(".yaml")
    if path.suffix.lower() not in _TABLES or not beside.is_file():
        return Mapping()
    try:
        if beside.stat().st_size > _LONGEST:
            raise ReviewFault("列名对照太大", place=beside.name)
        said: Any = yaml.safe_load(beside.read_text("utf-8-sig"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError, RecursionError):
        raise ReviewFault("列名对照不是正确的 YAML", place=beside.name) from None
    columns = said.get("columns") if isinstance(said, dict) else None
    if not isinstance(columns, dict):
        raise ReviewFault("列名对照应当是“columns:”下面的“列名: 含义”", place=beside.name)
    return Mapping({str(name): str(meant) for name, meant in columns.items()})
