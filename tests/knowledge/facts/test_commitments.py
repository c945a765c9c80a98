"""Commitments: a promise in text and table is listed once."""

from knowledge.facts.commitments import read_commitments
from knowledge.facts.header import read_header
from knowledge.facts.passages import read_outline
from knowledge.reading import read_bytes
from tests.knowledge.facts.documents import letter_59

LETTER = """张三代表：
您提出的建议收悉，现答复如下：
一、下一步工作
2024年9月底前推出精品线路5条。2024年底前建成停车场8处。加强宣传引导工作。
县文旅局
2024年5月6日
附件：承诺事项
序号\t事项\t时限\t单位
1\t推出精品线路5条\t2024年9月底前\t县文旅局
"""


def _commitments(document):
    outline = read_outline(document)
    return read_commitments(outline, read_header(outline))


def test_the_table_wins_and_dated_promises_of_the_text_are_added():
    found, _ = _commitments(read_bytes("letter.txt", LETTER.encode()))

    assert [(one.text, one.source) for one in found] == [
        ("推出精品线路5条", "table"),
        ("建成停车场8处", "text"),
    ]


def test_letter_59_has_the_three_of_its_attachment():
    found, doubts = _commitments(letter_59())

    assert [one.key for one in found] == ["59-附-1", "59-附-2", "59-附-3"]
    assert [str(one.deadline.latest) for one in found if one.deadline] == ["2022-12-31"] * 3
    assert [str(one.target) for one in found] == ["5", "14500", "4"]
    assert doubts == ()
