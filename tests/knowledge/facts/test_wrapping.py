"""Wrapping: lines -> paragraphs."""

from knowledge.facts.lines import joined, read_lines
from knowledge.facts.wrapping import paragraphs
from knowledge.reading import read_bytes


def _joined(text: str) -> list[str]:
    lines = read_lines(read_bytes("letter.txt", text.encode()))
    return [joined(line.folded for line in group).text for group in paragraphs(lines)]


def test_full_lines_that_end_in_a_word_go_on():
    text = "    老城区登记汽车四万八千七百辆，\n停车泊位只有三万零二百个，夜间违\n停率达到二十七点三，其中三月份27.\n3%。\n    第一，新增泊位。\n"

    assert _joined(text) == [
        "老城区登记汽车四万八千七百辆，停车泊位只有三万零二百个，夜间违停率达到二十七点三，其中三月份27.3%。",
        "第一，新增泊位。",
    ]


def test_lines_of_different_length_are_paragraphs():
    text = "一、基本情况\n全区现有停车场四十一个，泊位二千七百三十二个，道路两侧划设泊位一千八百一十个。\n二、打算\n新建。\n"

    assert len(_joined(text)) == 4
