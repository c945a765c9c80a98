"""What goes through the pipe between the program and its reading process: JSON after its length.

JSON and not pickle: whoever takes over the reading process must not thereby command the program.
"""

import json
import struct
from dataclasses import asdict
from typing import Any, BinaryIO

from knowledge.errors import KnowledgeError, LimitExceeded, MissingComponent, UnreadableFile
from knowledge.glossary import Cell, Document, Paragraph, Span, Table
from knowledge.reading.limits import MB, Limits

LENGTH = struct.Struct(">I")
LONGEST = 64 * MB  # of an answer: 2 million characters and 200,000 cells take a third of it
_ERRORS = {kind.__name__: kind for kind in (UnreadableFile, LimitExceeded, MissingComponent)}
Message = dict[str, Any]


def packed(message: Message) -> bytes:
    """A message as it goes through the pipe."""
    body = json.dumps(message, ensure_ascii=False, separators=(",", ":")).encode(errors="replace")
    return LENGTH.pack(len(body)) + body


def received(pipe: BinaryIO) -> Message | None:
    """The next message of a pipe; None at its end."""
    head = pipe.read(LENGTH.size)
    if len(head) < LENGTH.size:
        return None
    message: Message = json.loads(pipe.read(LENGTH.unpack(head)[0]))
    return message


def order(name: str, size: int, limits: Limits) -> Message:
    """The order to read a file, whose `size` bytes follow."""
    return {"name": name, "size": size, "limits": asdict(limits)}


def finished(document: Document) -> Message:
    """A document as a message: tables are numbers only, their cells stand in the text."""
    blocks = [_numbers(block) for block in document.blocks]
    return {
        "text": document.text,
        "blocks": blocks,
        "digest": document.digest,
        "origin": document.origin,
        "remarks": document.remarks,
    }


def failed(error: KnowledgeError) -> Message:
    """An error as a message."""
    return {"error": type(error).__name__, "sentence": str(error)}


def document_of(message: Message, name: str) -> Document:
    """The document of a message; raises the error that stands in its stead."""
    if "error" in message:
        raise _ERRORS.get(message["error"], UnreadableFile)(message["sentence"])
    try:
        text = message["text"]
        blocks = tuple(_block(numbers, text) for numbers in message["blocks"])
        remarks = tuple(message["remarks"])
        return Document(name, text, blocks, message["digest"], message["origin"], remarks)
    except (KeyError, TypeError, ValueError) as error:
        raise UnreadableFile("文件读取出错，没有得到内容") from error


def _numbers(block: Paragraph | Table) -> list[Any]:
    place = [block.span.start, block.span.end]
    if isinstance(block, Paragraph):
        return place
    rows = [
        [number for cell in row for number in (cell.span.start, cell.span.end)]
        for row in block.rows
    ]
    return [*place, block.name, rows]


def _block(numbers: list[Any], text: str) -> Paragraph | Table:
    start, end, *table = numbers
    if not table:
        return Paragraph(Span(start, end))
    name, rows = table
    return Table(tuple(_row(row, text) for row in rows), Span(start, end), name)


def _row(numbers: list[int], text: str) -> tuple[Cell, ...]:
    pairs = zip(numbers[::2], numbers[1::2], strict=True)
    spans = [Span(start, end) for start, end in pairs]
    return tuple(Cell(span.of(text), span) for span in spans)
