"""Pictures hold what they should say, and every character has a glyph."""

from datetime import date
from decimal import Decimal
from xml.etree import ElementTree

import pytest
from fontTools.ttLib import TTFont

from assistant.pictures import Bar, Milestone, Picture, draw_bars, draw_timeline, draw_years
from assistant.pictures.drawing import FONT

BARS = [Bar("甲类", Decimal(21), "21个"), Bar("乙类", Decimal(4), "4个", goal=Decimal(8))]
DUE = [
    Milestone("建成水厂", date(2024, 9, 30), "9月底前"),
    Milestone("完成普查", date(2024, 3, 1), "3月1日前", late=True),
]
PICTURES = [
    draw_bars("构成", BARS, "来源：某函〔7-1-1〕"),
    draw_timeline("时间轴", DUE, date(2024, 5, 1), "来源：某函"),
    draw_years(
        "历年", [Bar("2022年", Decimal(3), "3件"), Bar("2023年", Decimal(5), "5件")], "来源"
    ),
]


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.title)
def test_a_picture_is_well_formed_and_says_where_its_figures_come_from(picture: Picture) -> None:
    words = "".join(ElementTree.fromstring(picture.svg).itertext())

    assert picture.title in words
    assert picture.caption in words


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.title)
def test_a_picture_becomes_a_png(picture: Picture) -> None:
    assert picture.png().startswith(b"\x89PNG")


def test_a_bar_is_as_long_as_its_share() -> None:
    widths = [float(r["width"]) for r in rectangles(PICTURES[0]) if r["fill"] == "#b5382e"]

    assert widths[0] == 320
    assert widths[1] == pytest.approx(320 * 4 / 21, abs=0.1)


def test_words_of_a_letter_stay_words() -> None:
    picture = draw_bars("<b>&", [Bar("a<script>", Decimal(1), '"1"')], "&lt;")

    assert "<b>&" in "".join(ElementTree.fromstring(picture.svg).itertext())


@pytest.mark.parametrize(
    "words", ["大足区市场监督管理局", "谢镕喆珺堃昉", "〔2022〕59号，％﹪“”—…①⑩", "0.85%"]
)
def test_the_embedded_font_has_the_characters_of_letters(words: str) -> None:
    known = TTFont(FONT).getBestCmap()

    assert [character for character in words if ord(character) not in known] == []


def rectangles(picture: Picture) -> list[dict[str, str]]:
    tree = ElementTree.fromstring(picture.svg)
    return [e.attrib for e in tree.iter("{http://www.w3.org/2000/svg}rect")]
