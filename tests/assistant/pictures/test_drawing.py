"""Pictures hold what they should say, and every character has a glyph."""

from datetime import date
from decimal import Decimal
from xml.etree import ElementTree

import pytest
from fontTools.ttLib import TTFont

from assistant.pictures import (
    Bar,
    Milestone,
    Picture,
    draw_bars,
    draw_progress,
    draw_timeline,
    draw_years,
)
from assistant.pictures.drawing import FONT

BARS = [Bar("甲类", Decimal(21), "21个"), Bar("乙类", Decimal(4), "4个")]
GOALS = [
    Bar("商标", Decimal(14036), "14036 → 14500件，96%", goal=Decimal(14500)),
    Bar("专利", Decimal("3.85"), "3.85 → 4件，96%", goal=Decimal(4)),
    Bar("已超过", Decimal(9), "9 → 3个，300%", goal=Decimal(3)),
]
DUE = [
    Milestone("建成水厂", date(2024, 9, 30), "9月底前"),
    Milestone("完成普查", date(2024, 3, 1), "3月1日前", late=True),
]
PICTURES = [
    draw_bars("构成", BARS, "来源：某函〔7-1-1〕"),
    draw_progress("进度", GOALS, "来源：某函〔7-1-1〕"),
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


def test_progress_is_measured_against_each_ones_own_goal() -> None:
    drawn = rectangles(PICTURES[1])
    widths = [float(r["width"]) for r in drawn if r["fill"] == "#b5382e"]
    (frame,) = {float(r["width"]) for r in drawn if r["fill"] == "none"}

    assert widths[0] / frame == pytest.approx(14036 / 14500, abs=0.01)
    assert widths[1] / frame == pytest.approx(3.85 / 4, abs=0.01)
    assert widths[2] == frame


def test_a_long_label_shortens_the_bars_and_a_long_caption_is_broken() -> None:
    bars = [Bar("甲", Decimal(1), "1234567.89 → 2000000.00万元，61%")]
    picture = draw_bars("长", bars, "来源：" + "某某区市场监督管理局关于建议的答复函" * 4)
    texts = {e.text or "": float(e.attrib["x"]) for e in ElementTree.fromstring(picture.svg)
             if e.tag.endswith("text")}  # fmt: skip

    assert texts[bars[0].label] + len(bars[0].label) * 9 < 720
    assert all(len(words) * 13 <= 720 - 24 for words in texts if "答复函" in words)
    assert len([words for words in texts if "答复函" in words]) == 2


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
