"""A file -> Document: paragraphs, tables and their places. One reader a format, chosen by content.

What the text means is left to `knowledge.facts`.
"""

from pathlib import Path

from knowledge.glossary import Document
from knowledge.reading.desk import Reader, read_all
from knowledge.reading.limits import Limits

__all__ = ["Limits", "Reader", "read", "read_all", "read_bytes"]


def read(path: Path, limits: Limits | None = None) -> Document:
    """Reads one file. Raises UnreadableFile, LimitExceeded or MissingComponent, with one sentence.

    For many files `read_all` or a `Reader` is quicker: they keep the reading process.
    """
    with Reader(limits) as reader:
        return reader.read(path)


def read_bytes(name: str, content: bytes, limits: Limits | None = None) -> Document:
    """Reads a file's content, such as an upload; `name` is what the document is called."""
    with Reader(limits) as reader:
        return reader.read_bytes(name, content)
