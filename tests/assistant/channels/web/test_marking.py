"""The letter as HTML: the quote marked wherever it lies, words of the letter never markup."""

import pytest

from assistant.channels.web.marking import letter_html
from knowledge import Passage, Span


@pytest.mark.parametrize(
    ("text", "quote", "html"),
    [
        # no quote
        ("甲。\n乙。", None, "<p>甲。</p>\n<p>乙。</p>"),
        # a quote in the middle of a paragraph
        ("甲乙丙", Span(1, 2), '<p>甲<mark id="quote">乙</mark>丙</p>'),
        # a quote over two paragraphs: one id, two marks
        ("甲乙\n丙丁", Span(1, 4), '<p>甲<mark id="quote">乙</mark></p>\n<p><mark>丙</mark>丁</p>'),
        # blank lines are no paragraphs
        ("甲\n　\n\n乙", None, "<p>甲</p>\n<p>乙</p>"),
        # a quote beyond the text
        ("甲", Span(5, 9), "<p>甲</p>"),
        # what looks like markup is text
        ("<b>&", Span(0, 3), '<p><mark id="quote">&lt;b&gt;</mark>&amp;</p>'),
    ],
)
def test_a_quote_is_marked_in_its_paragraph(text: str, quote: Span | None, html: str) -> None:
    assert letter_html(text, (), quote) == html


def test_passages_can_be_jumped_to() -> None:
    html = letter_html("甲。\n乙。", (Passage("7-1-1", "一", (), Span(3, 5)),))

    assert html == '<p>甲。</p>\n<p id="p-7-1-1">乙。</p>'
