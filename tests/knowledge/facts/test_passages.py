"""Passages: where a document comes apart, and the codes of the parts."""

from pathlib import Path

import pytest

from knowledge.facts.passages import read_outline
from knowledge.reading import read_bytes
from tests.knowledge.facts.documents import letter_59
from tests.knowledge.facts.letters import LETTERS


def _text(content: str):
    return read_outline(read_bytes("letter.txt", content.encode()))


@pytest.mark.parametrize("path", LETTERS, ids=lambda path: path.name)
def test_every_character_lies_in_exactly_one_passage(path: Path):
    document = read_bytes(path.name, path.read_bytes())
    seen = [0] * len(document.text)
    # the rows of a table on its side share the lines they stand in
    for span in {passage.span for passage in read_outline(document).passages}:
        for at in range(span.start, span.end):
            seen[at] += 1

    wrong = [at for at, char in enumerate(document.text) if not char.isspace() and seen[at] != 1]

    assert wrong == []


@pytest.mark.parametrize("path", LETTERS, ids=lambda path: path.name)
def test_no_two_passages_share_a_code(path: Path):
    codes = [p.code for p in read_outline(read_bytes(path.name, path.read_bytes())).passages]

    assert len(codes) == len(set(codes))


def test_codes_follow_number_outline_and_ordinal():
    outline = read_outline(letter_59())

    sections = {passage.code: passage.section for passage in outline.passages}
    assert sections["59-1.2-1"] == "一（二）"
    assert sections["59-3-2"] == "三"
    assert sections["59-结-1"] == "结尾"
    assert sections["59-落-1"] == "落款"
    assert sections["59-附-2"] == "附件2"


def test_levels_go_by_what_the_letter_uses():
    outline = _text("1.基本情况\n（1）建基地。建成5个。\n2.打算\n")

    assert [heading.level for heading in outline.headings] == [1, 2, 1]


def test_wrapped_lines_are_one_paragraph_across_a_page_number():
    outline = _text(
        "张三代表：\n    您提出的建议收悉。现答复如下：\n    一、整治成效\n"
        "    全市排查黑臭水体四十七条，已完成整治\n三十九条，占百分之八十；累计投入资金三亿\n"
        "元，清淤一百二十八公里，新建污水管网96\n            - 1 -\n公里。\n"
    )

    assert any("新建污水管网96公里。" in prose.text for prose in outline.prose)


def test_an_item_has_its_place_in_the_outline_but_no_heading():
    outline = _text("四、下一步工作\n（一）每月至少巡查1次，长期坚持。\n感谢您的支持。\n")

    item = next(prose for prose in outline.prose if "巡查" in prose.text)
    assert item.passage.section == "四（一）"
    assert [heading.text for heading in outline.headings] == ["四、下一步工作"]


def test_reading_twice_gives_the_same_codes():
    document = letter_59()

    assert read_outline(document).passages == read_outline(document).passages


def test_headings_without_a_number_are_known_by_their_looks():
    outline = _text(
        "张三代表：\n您提出的建议收悉。现答复如下：\n基本情况\n全区有公园5个。\n"
        "★ 今后打算\n1.提档：建成公园2个。\n2.增绿：栽树300棵。\n"
    )

    assert [(heading.level, heading.text) for heading in outline.headings] == [
        (1, "基本情况"),
        (1, "今后打算"),
        (2, "1.提档"),
        (2, "2.增绿"),
    ]


def test_items_behind_one_bullet_are_no_headings():
    assert _text("一、打算\n● 加强宣传\n● 严格执法\n● 改造设施\n").headings[1:] == ()


def test_headings_in_black_brackets_are_counted():
    outline = _text(
        "张三代表：\n您提出的建议收悉。现答复如下：\n【现状】有水库9座。\n【打算】再建2座。\n"
    )

    assert [(p.section, p.headings) for p in outline.passages][2:] == [
        ("【一】", ("【现状】",)),
        ("【二】", ("【打算】",)),
    ]
