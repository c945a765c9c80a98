"""How much of a document is read before it is refused; the settings may change every one."""

from dataclasses import dataclass

MB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """限额: what one file may cost. A reply letter needs a hundredth of any of these."""

    file_bytes: int = 20 * MB
    inflated_bytes: int = 100 * MB  # of all members of an archive, and of all streams of a PDF
    ratio: int = 200  # inflated to packed; honest office files stay below 50
    members: int = 2_000  # files in an archive
    pages: int = 500
    cells: int = 200_000
    characters: int = 2_000_000
    paragraphs: int = 50_000  # or lines of a plain text
    depth: int = 200  # of nested XML elements
    elements: int = 1_000_000  # of one XML part
    pixels: int = 50_000_000  # of one picture
    cpu_seconds: int = 20
    wall_seconds: int = 30
    memory_bytes: int = 512 * MB  # address space of the reading process beyond what it starts with
    ocr_seconds: int = 600  # recognition of a scan replaces both times above
    ocr_memory_bytes: int = 3_000 * MB
