"""Lines: folded text that knows its place."""

from knowledge.facts.lines import columns, joined, printed, read_lines
from knowledge.glossary import Span
from knowledge.reading import read_bytes
from knowledge.words.folding import fold


def test_page_numbers_are_no_lines():
    document = read_bytes("letter.txt", "第一行。\n        - 12 -\n第二行。\n".encode())

    assert [line.text for line in read_lines(document)] == ["第一行。", "第二行。"]


def test_printed_words_keep_traditional_characters_and_lose_blanks():
    document = read_bytes("letter.txt", "張　芸　第１１２号".encode())

    assert printed(document, Span(0, len(document.text))) == "張芸第112号"


def test_a_figure_broken_over_two_lines_is_one():
    assert joined((fold("达到27."), fold("3%"))).text == "达到27.3%"
    assert joined((fold("泊位1,"), fold("360个"))).text == "泊位1,360个"


def test_chinese_characters_fill_two_columns():
    assert columns("59号") == 4
