"""Scans and pictures -> Document by character recognition, an optional component.

What is recognised is to be confirmed by a person: the document says so. Pages are read one at a time;
red seals are painted white first; boxes are put in lines by their places, not in the order found.
"""

import io
import math
import statistics
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from knowledge.errors import LimitExceeded, MissingComponent, UnreadableFile
from knowledge.glossary import Document
from knowledge.reading.drafting import Draft
from knowledge.reading.layout import Line, glued, joined, without_running
from knowledge.reading.limits import Limits

_HINT = "这是扫描件或图片，识别文字需要可选组件：pip install -r requirements/ocr.txt"
_REMARK = "文字由扫描件识别而来，数字和日期待核对"
_DPI = 200  # enough for print; more only takes longer
_THINNEST = 12  # pixels; narrower pictures hold no text and have crashed recognisers
_LONGEST = 40  # times as long as wide
_RED = 60  # how much more red than green and blue makes a seal
_WIDE_GAP = 1.2  # ems between two boxes of a line that a reader sees as apart
_COMMON_SHARE = (
    0.5  # of Chinese characters in upright text; fewer, and the page may lie on its side
)


@dataclass(frozen=True, slots=True)
class Found:
    """A piece of text found in a picture: its four corners, from the top left, clockwise."""

    text: str
    corners: tuple[tuple[float, float], ...]


Recogniser = Callable[[Any], Sequence[Found]]


def read_image(
    name: str, content: bytes, limits: Limits, before_ocr: Callable[[], None]
) -> Document:
    """The document of a picture (png, jpg, tif, bmp, gif)."""
    recognise = _recogniser(before_ocr)
    return _read(name, content, limits, _frames(content, limits), recognise)


def read_scanned_pdf(
    name: str, content: bytes, limits: Limits, before_ocr: Callable[[], None]
) -> Document:
    """The document of a PDF whose pages are pictures."""
    recognise = _recogniser(before_ocr)
    return _read(name, content, limits, _rendered(content, limits), recognise)
