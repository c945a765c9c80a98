"""Scans and pictures -> Document by character recognition, an optional component.

What is recognised is to be confirmed by a person: the document says so. Pages are read one at a
time; red seals are painted white first; boxes are put in lines by their places, not in the order
found; a page that lies on its side is turned.
"""

import importlib.util
import io
import math
import statistics
import warnings
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from knowledge.errors import LimitExceeded, MissingComponent, UnreadableFile
from knowledge.glossary import Document
from knowledge.reading.drafting import Draft
from knowledge.reading.encoding import commonness
from knowledge.reading.layout import Letters, Line, glued, lines_of
from knowledge.reading.limits import Limits
from knowledge.reading.pages import Area, Part, Piece, grid_of, write_pages
from knowledge.reading.ruled import ruled_tables

if TYPE_CHECKING:
    from PIL.Image import Image

_HINT = "这是扫描件或图片，识别文字需要可选组件，安装：pip install -r requirements/ocr.txt"
_REMARK = "文字由扫描件识别而来，数字和日期待核对"
_DPI = 200  # enough for print; more only takes longer
_THINNEST = 12  # pixels; thinner pictures hold no text and have crashed recognisers
_LONGEST = 40  # times as long as wide, likewise
_LEVEL = 0.002  # radians: a skew that does not break the lines of a table
_MARGIN, _FRAME = 6, 24  # pixels: of a cell's lines left out, of white put around its words
_LEAST_SIDE = 736  # pixels: recognisers enlarge smaller pictures, and take ten times as long
_BLANK = 200  # of 255: a cell whose darkest pixel is lighter holds nothing
_RED = 60  # of 255: how much more red than green and blue makes a seal
_LYING, _COMMON = 0.6, 0.1  # shares of lying boxes and of common characters on an upright page
_BOX = 4  # characters in an average box there; on a turned page single ones are guessed


@dataclass(frozen=True, slots=True)
class Found:
    """A piece of text found in a picture: its four corners, from the top left, clockwise."""

    text: str
    corners: tuple[tuple[float, float], ...]


Recogniser = Callable[["Image"], Sequence[Found]]


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


def _recogniser(before_ocr: Callable[[], None]) -> Recogniser:
    """The recogniser, if it is installed. Its models come with it; nothing is downloaded."""
    if any(importlib.util.find_spec(part) is None for part in ("rapidocr", "onnxruntime")):
        raise MissingComponent(_HINT)
    before_ocr()
    import numpy
    from rapidocr import RapidOCR

    engine = RapidOCR(params={"Global.log_level": "critical", "Global.use_cls": False})

    def recognise(image: "Image") -> Sequence[Found]:
        result = engine(numpy.asarray(image.convert("RGB"))[:, :, ::-1])
        if result.boxes is None or result.txts is None:
            return ()
        return [
            Found(text, tuple((float(x), float(y)) for x, y in box))
            for box, text in zip(result.boxes, result.txts, strict=True)
        ]

    return recognise


def _read(
    name: str, content: bytes, limits: Limits, pages: Iterator["Image"], recognise: Recogniser
) -> Document:
    draft = Draft(limits)
    draft.remark(_REMARK)
    read = [read_page(page, recognise, number) for number, page in enumerate(pages, 1)]
    if not any(read):
        raise UnreadableFile("扫描件或图片里没有认出文字")
    write_pages(read, draft)
    return draft.document(name, content, "ocr")


def read_page(image: "Image", recognise: Recogniser, number: int) -> list[Piece]:
    """The lines and ruled tables of a picture of a page, from top to bottom."""
    width, height = image.size
    if min(width, height) < _THINNEST or max(width, height) > _LONGEST * min(width, height):
        return []
    upright, found = _upright(without_red(image), recognise)
    straight, found = _straight(upright, found)
    tables = ruled_tables(straight) if found else []
    parts = [part for table in tables if (part := _part(straight, table, recognise))]
    outside = [each for each in found if not any(_is_in(each, part.box) for part in parts)]
    pieces: list[Piece] = [*_lines(outside, number), *parts]
    return sorted(pieces, key=lambda piece: piece.top)


def _straight(image: "Image", found: Sequence[Found]) -> tuple["Image", Sequence[Found]]:
    """A page turned so that the lines of its tables lie level, and what was found in it with it."""
    skew = statistics.median(_slope(each) for each in found) if found else 0.0
    if abs(skew) < _LEVEL:
        return image, found
    middle = (image.width / 2, image.height / 2)
    turned = image.rotate(math.degrees(skew), fillcolor="white")
    return turned, [_turned(each, skew, middle) for each in found]


def _turned(found: Found, skew: float, middle: tuple[float, float]) -> Found:
    (right, down), cos, sin = middle, math.cos(skew), math.sin(skew)
    moved = ((x - right, y - down) for x, y in found.corners)
    corners = tuple((x * cos + y * sin + right, y * cos - x * sin + down) for x, y in moved)
    return Found(found.text, corners)


def _part(image: "Image", table: tuple[Area, list[Area]], recognise: Recogniser) -> Part | None:
    """A ruled table, each cell read by itself: no word reaches over a line."""
    box, cells = table
    read = [(cell, _cell_text(image, cell, recognise)) for cell in cells]
    part = grid_of(read, box, image.width, near=_MARGIN)
    return part if part and any(text for _, text in read) else None


def _cell_text(image: "Image", cell: Area, recognise: Recogniser) -> str:
    from PIL import Image

    left, top, right, bottom = cell
    wide, high = right - left - 2 * _MARGIN, bottom - top - 2 * _MARGIN
    if min(wide, high) < _THINNEST:
        return ""
    crop = image.crop((left + _MARGIN, top + _MARGIN, right - _MARGIN, bottom - _MARGIN))
    if min(crop.convert("L").tobytes()) > _BLANK:
        return ""
    size = [max(_LEAST_SIDE, side + 2 * _FRAME) for side in crop.size]
    framed = Image.new("RGB", (size[0], size[1]), "white")
    framed.paste(crop, (_FRAME, _FRAME))
    return glued(line.text for line in _lines(recognise(framed), 0))


def _is_in(found: Found, box: Area) -> bool:
    x, y = (sum(corner[axis] for corner in found.corners) / 4 for axis in (0, 1))
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def without_red(image: "Image") -> "Image":
    """The picture with red painted white: a seal over the date hides it from the recogniser."""
    from PIL import Image, ImageChops

    picture = image.convert("RGB")
    red, green, blue = picture.split()
    redder = ImageChops.subtract(red, ImageChops.lighter(green, blue))
    seal = redder.point([255 if value > _RED else 0 for value in range(256)])
    return Image.composite(Image.new("RGB", picture.size, "white"), picture, seal)


def _upright(image: "Image", recognise: Recogniser) -> tuple["Image", Sequence[Found]]:
    """The page as it should be held; a recogniser is sure of itself either way."""
    found = recognise(image)
    words = _words(found)
    if _lying(found) > _LYING and commonness(words) > _COMMON and len(words) >= _BOX * len(found):
        return image, found
    pages = [image, *(image.rotate(angle, expand=True) for angle in (90, 270, 180))]
    tried = [(page, found if page is image else recognise(page)) for page in pages]
    return max(tried, key=lambda each: _sense(each[1]))


def _sense(found: Sequence[Found]) -> float:
    """About how many common characters stand in boxes that lie."""
    return _lying(found) * commonness(_words(found)) * len(_words(found))


def _words(found: Sequence[Found]) -> str:
    return "".join(each.text for each in found)


def _lying(found: Sequence[Found]) -> float:
    """The share of the text in boxes that are wider than high."""
    long = [each for each in found if len(each.text) > 1]
    lying = sum(len(each.text) for each in long if _width(each) > _height(each))
    return lying / sum(len(each.text) for each in long) if long else 0.0


def _width(found: Found) -> float:
    (left, top), (right, bottom) = found.corners[0], found.corners[1]
    return math.hypot(right - left, bottom - top)


def _height(found: Found) -> float:
    (left, top), (right, bottom) = found.corners[0], found.corners[3]
    return math.hypot(right - left, bottom - top)


def _lines(found: Sequence[Found], page: int) -> list[Line]:
    """Boxes put in lines along the skew of the page; of odd heights only great ones count."""
    if not found:
        return []
    skew = statistics.median(_slope(each) for each in found)
    em = statistics.median(_height(each) for each in found)
    return lines_of((_straightened(each, skew, em) for each in found), page)


def _slope(found: Found) -> float:
    (left, top), (right, bottom) = found.corners[0], found.corners[1]
    return math.atan2(bottom - top, right - left)


def _straightened(found: Found, skew: float, em: float) -> Letters:
    corners = [
        (x * math.cos(skew) + y * math.sin(skew), y * math.cos(skew) - x * math.sin(skew))
        for x, y in found.corners
    ]
    lefts, tops = [x for x, _ in corners], [y for _, y in corners]
    own = _height(found)
    size = em if 0.6 * em < own < 1.5 * em else own
    return Letters(found.text, min(lefts), max(lefts), min(tops), max(tops), size)


def _frames(content: bytes, limits: Limits) -> Iterator["Image"]:
    """The pictures of a file; only a .tif holds several."""
    from PIL import Image, ImageSequence, UnidentifiedImageError

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            picture = Image.open(io.BytesIO(content))
            for number, frame in enumerate(ImageSequence.Iterator(picture)):
                if number >= limits.pages or frame.width * frame.height > limits.pixels:
                    raise LimitExceeded(
                        f"图片超过 {limits.pixels:,} 像素或 {limits.pages} 页，不予读取"
                    )
                frame.load()
                yield frame
        except (UnidentifiedImageError, Image.DecompressionBombError, OSError) as error:
            raise UnreadableFile("图片已损坏，打不开") from error


def _rendered(content: bytes, limits: Limits) -> Iterator["Image"]:
    """The pages of a PDF as pictures."""
    import pypdfium2

    with pypdfium2.PdfDocument(content) as pdf:
        for page in pdf:
            width, height = page.get_size()
            scale = min(_DPI / 72, math.sqrt(limits.pixels / max(1.0, width * height)))
            yield page.render(scale=scale).to_pil()
            page.close()
