"""A file -> Document: paragraphs, tables and their places. One reader a format, chosen by content.

What the text means is left to `knowledge.facts`.
"""

from pathlib import Path

from knowledge.errors import LimitExceeded, UnreadableFile
from knowledge.glossary import Document
from knowledge.reading.limits import Limits
from knowledge.reading.plain import read_plain

__all__ = ["Limits", "read", "read_bytes"]


def read(path: Path, limits: Limits | None = None) -> Document:
    """Reads one file. Raises UnreadableFile, LimitExceeded or MissingComponent."""
    return read_bytes(path.name, path.read_bytes(), limits)


def read_bytes(name: str, content: bytes, limits: Limits | None = None) -> Document:
    """Reads a file's content, such as an upload."""
    limits = limits or Limits()
    if not content:
        raise UnreadableFile("文件是空的")
    if len(content) > limits.file_bytes:
        raise LimitExceeded("文件太大")
    return read_plain(name, content, limits)
