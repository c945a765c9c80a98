"""Folding: every way of writing becomes one, and every folded span leads back to the stored text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.glossary import Span
from knowledge.words.folding import fold, simplified

MESSY = st.text(
    alphabet="发專利品牌第号，。（）(),:;?% ﹪％　\t\n\r\u200b０１２３abcＡ㎡①…○二年「」～—-.⾞",
    max_size=60,
)


@pytest.mark.parametrize(
    ("stored", "folded"),
    [
        # full-width digits and three kinds of percent sign
        ("增长率为２０﹪，９％,5%", "增长率为20%，9%，5%"),
        # blanks between characters and figures vanish, also odd ones
        ("第 59 号　建议\u00a0办理", "第59号建议办理"),
        # between Latin words one blank stays
        ("PCT  national   phase", "PCT national phase"),
        # a line wrap inside a paragraph is joined, empty lines stay as one
        ("关于区三届\n人大", "关于区三届人大"),
        ("一段\n \n\n二段", "一段\n\n二段"),
        # traditional characters, each in its place
        ("發明專利與註冊商標", "发明专利与注册商标"),
        # marks take their Chinese form, but not inside figures, clock times and addresses
        ("(一)总数:14,036件;是吗?", "（一）总数：14,036件；是吗？"),
        ("8:30到https://a.cn/x?y=1", "8:30到https://a.cn/x?y=1"),
        ("１４，０３６件", "14,036件"),
        # a Chinese comma typed inside a figure; numbers one after another stay apart
        ("共2，347栋", "共2,347栋"),
        ("电话：110，120都行，第112，113号", "电话：110，120都行，第112，113号"),
        # corner brackets are quotation marks
        ("「清河」冬菜", "“清河”冬菜"),
        # a circle for a zero only among numerals
        ("二○二二年○月", "二〇二二年〇月"),
        ("○○年，○○", "〇〇年，○○"),
        # what cannot be seen is dropped, radicals of PDF files become characters
        ("品\u200b牌\ufeff⼀件", "品牌一件"),
        # … and when they are traditional ones, simplified
        ("⾞⽊", "车木"),
        # units of one sign are spelt out, circled digits are no digits
        ("①占地5㎡", "①占地5平方米"),
        ("", ""),
    ],
)
def test_folding_gives_one_plain_form(stored: str, folded: str) -> None:
    assert fold(stored).text == folded


def test_a_folded_span_is_found_in_the_stored_text() -> None:
    stored = "全区 專利３２２ 件。"

    folded = fold(stored)
    start = folded.text.index("专利322件")

    assert folded.span(start, start + 6).of(stored) == "專利３２２ 件"


def test_an_offset_moves_the_places() -> None:
    folded = fold("第 59 号", offset=100)

    assert folded.span(0, 1) == Span(100, 101)
    assert folded.span(3, 4) == Span(105, 106)
    assert folded.index(105) == 3


@pytest.mark.parametrize(("text", "span"), [("", Span(0, 0)), ("件", Span(1, 1))])
def test_an_empty_span_at_the_end_has_a_place(text: str, span: Span) -> None:
    folded = fold(text)

    assert folded.span(len(folded.text), len(folded.text)) == span


def test_simplified_text_stays_as_it_is() -> None:
    assert simplified("乾县著作权，朱镕基") == "乾县著作权，朱镕基"


@given(MESSY)
def test_every_folded_span_maps_to_stored_text(text: str) -> None:
    folded = fold(text)

    assert len(folded.text) == len(folded.places)
    assert list(folded.places) == sorted(folded.places)
    for start in range(len(folded.text)):
        span = folded.span(start, len(folded.text))
        assert 0 <= span.start < span.end <= len(text)


@given(MESSY)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    once = fold(text).text

    assert fold(once).text == once
