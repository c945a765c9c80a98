"""Scans: what surrounds the recogniser. The recogniser itself is a fake that remembers."""

import io
from collections.abc import Sequence

import pytest
from PIL import Image

from knowledge.errors import LimitExceeded, MissingComponent, UnreadableFile
from knowledge.reading import Limits, scan
from knowledge.reading.scan import Found, read_image, read_page, without_red

PAGE = (600, 800)


def found(text: str, left: float, top: float, *, skew: float = 0, standing: bool = False) -> Found:
    width, height = (20, 20 * len(text)) if standing else (20 * len(text), 20)
    corners = ((0, 0), (width, 0), (width, height), (0, height))
    return Found(text, tuple((left + x, top + y + skew * (left + x)) for x, y in corners))


class FakeRecogniser:
    """Finds the same in each picture of a width, and remembers what it was shown."""

    def __init__(self, upright: Sequence[Found], turned: Sequence[Found] = ()) -> None:
        self._found = {PAGE[0]: upright, PAGE[1]: turned}
        self.shown: list[Image.Image] = []

    def __call__(self, image: Image.Image) -> Sequence[Found]:
        self.shown.append(image)
        return self._found[image.width]


@pytest.mark.parametrize("skew", [0, 0.03, -0.03])
def test_boxes_of_a_skewed_page_are_put_in_lines(skew: float) -> None:
    boxes = [
        found("联系电话：58880000", 300, 100, skew=skew),
        found("关于建议的答复情况", 100, 60, skew=skew),
        found("联系人：张三", 100, 100, skew=skew),
    ]

    lines = read_page(Image.new("RGB", PAGE, "white"), FakeRecogniser(boxes), 1)

    assert [line.text for line in lines] == [
        "关于建议的答复情况",
        "联系人：张三  联系电话：58880000",
    ]


def test_a_page_on_its_side_is_turned() -> None:
    sideways = [found("议建的", 10, 10, standing=True)]
    recogniser = FakeRecogniser([found("您提出的建议收悉", 10, 10)], sideways)

    lines = read_page(Image.new("RGB", (PAGE[1], PAGE[0]), "white"), recogniser, 1)

    assert [line.text for line in lines] == ["您提出的建议收悉"]
    assert len(recogniser.shown) == 4


def test_an_upright_page_is_looked_at_once() -> None:
    recogniser = FakeRecogniser([found("您提出的建议收悉", 10, 10)])

    read_page(Image.new("RGB", PAGE, "white"), recogniser, 1)

    assert len(recogniser.shown) == 1


def test_a_red_seal_is_painted_white_and_black_stays() -> None:
    image = Image.new("RGB", (2, 1), "black")
    image.putpixel((0, 0), (220, 30, 40))

    cleaned = without_red(image)

    assert [cleaned.getpixel((x, 0)) for x in range(2)] == [(255, 255, 255), (0, 0, 0)]


@pytest.mark.parametrize("size", [(4, 4000), (4000, 4), (13, 600)])
def test_extreme_shapes_are_not_shown_to_the_recogniser(size: tuple[int, int]) -> None:
    assert read_page(Image.new("RGB", size), FakeRecogniser([]), 1) == []


def picture(size: tuple[int, int] = PAGE, kind: str = "PNG") -> bytes:
    sheet = io.BytesIO()
    Image.new("RGB", size, "white").save(sheet, kind)
    return sheet.getvalue()


def test_a_picture_becomes_a_document_to_be_confirmed(monkeypatch: pytest.MonkeyPatch) -> None:
    recogniser = FakeRecogniser([found("您提出的建议收悉", 10, 10)])
    monkeypatch.setattr(scan, "_recogniser", lambda before_ocr: recogniser)

    document = read_image("a.png", picture(), Limits(), lambda: None)

    assert (document.text, document.origin) == ("您提出的建议收悉", "ocr")
    assert any("待核对" in remark for remark in document.remarks)


def test_a_picture_without_text_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scan, "_recogniser", lambda before_ocr: FakeRecogniser([]))

    with pytest.raises(UnreadableFile, match="没有认出文字"):
        read_image("a.png", picture(), Limits(), lambda: None)


def test_a_picture_of_too_many_pixels_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scan, "_recogniser", lambda before_ocr: FakeRecogniser([]))

    with pytest.raises(LimitExceeded, match="像素"):
        read_image("a.png", picture(), Limits(pixels=1000), lambda: None)


def test_a_damaged_picture_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scan, "_recogniser", lambda before_ocr: FakeRecogniser([]))

    with pytest.raises(UnreadableFile, match="损坏"):
        read_image("a.png", picture()[:50], Limits(), lambda: None)


def test_without_the_component_one_line_says_how_to_install_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)

    with pytest.raises(MissingComponent, match=r"pip install -r requirements/ocr\.txt"):
        read_image("a.png", picture(), Limits(), lambda: None)
