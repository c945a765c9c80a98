"""Strength: what a commitment's words have and lack."""

from decimal import Decimal

import pytest

from knowledge.facts import extract
from knowledge.facts.strength import find_target, strength_of
from knowledge.glossary import Deadline
from knowledge.reading import read_bytes

YEAR_END = Deadline("年底前", precision="month")


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("2022年全区有效注册商标达到14500件", (Decimal(14500), "件")),
        ("全区万人发明专利达到4件", (Decimal(4), "件")),
        ("新增床位1.85万张", (Decimal("1.85"), "万张")),
        ("护理型床位占比达到68%", (Decimal(68), "%")),
        ("在6月15日前修订办法", None),
        ("推行“一位一码”收费公示", None),
    ],
)
def test_the_figure_promised_is_found(text, target):
    assert find_target(text) == target


@pytest.mark.parametrize(
    ("deadline", "unit", "target", "strength"),
    [
        (YEAR_END, True, True, "三要素齐全"),
        (YEAR_END, False, True, "缺责任单位"),
        (None, True, True, "缺时限"),
        (YEAR_END, True, False, "缺数量"),
        (Deadline("逐步"), True, False, "仅表态"),
        (None, False, False, "仅表态"),
        (YEAR_END, False, False, "缺数量、责任单位"),
        (Deadline("每季度", precision="recurring"), True, True, "三要素齐全"),
        (Deadline("待资金到位后", precision="conditional"), True, True, "三要素齐全"),
    ],
)
def test_strength_names_what_is_missing(deadline, unit, target, strength):
    assert strength_of("加强宣传", deadline, unit, target) == strength


@pytest.mark.parametrize(
    ("sentence", "strength"),
    [
        ("区城管局2024年底前新增泊位600个", "三要素齐全"),
        ("2024年底前新增泊位600个", "缺责任单位"),
        ("区城管局新增泊位600个", "缺时限"),
        ("2024年底前出台《停车管理办法》，由区城管局负责", "缺数量"),
        # words of good will have neither figure nor date
        ("积极探索共享停车新模式", "仅表态"),
        ("进一步加大宣传力度", "仅表态"),
        ("努力争取上级政策支持", "仅表态"),
        ("逐步完善停车设施", "仅表态"),
    ],
)
def test_the_strength_of_a_promise_in_a_letter(sentence, strength, lexicon):
    text = f"张三代表：\n您提出的建议收悉，现答复如下：\n一、下一步工作\n{sentence}。\n区政府\n2024年5月6日\n"
    promise = extract(read_bytes("letter.txt", text.encode()), lexicon).commitments[0]

    assert promise.strength == strength
