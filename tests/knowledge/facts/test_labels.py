"""Labels: pairs of label and value, however they are set."""

import pytest

from knowledge.facts.labels import find_labels
from knowledge.facts.outline import Prose
from knowledge.glossary import Passage, Span
from knowledge.words.folding import fold


@pytest.mark.parametrize(
    ("line", "pairs"),
    [
        ("索引号：330803-015", [("index_no", "330803-015")]),
        ("来源：发布日期：2026-01-06浏览次数：", [("published", "2026-01-06")]),
        ("[ 索引号 ] 1150/2024 [ 发文字号 ]", [("index_no", "1150/2024")]),
        ("建议号：201号", [("number", "201号")]),
        ("政府督办领导：周大韦", [("政府督办领导", "周大韦")]),
        ("反馈时间：", []),
        ("分管领导：魏青山", [("分管领导", "魏青山")]),
    ],
)
def test_labels_have_values(line, pairs):
    prose = Prose(fold(line), Passage("1-抬-1", "抬头", (), Span(0, len(line))), "metadata")

    assert [(label.name, label.value) for label in find_labels(prose)] == pairs
