"""Strength: what a commitment's words have and lack."""

from decimal import Decimal

import pytest

from knowledge.facts.strength import find_target, strength_of
from knowledge.glossary import Deadline

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
    ],
)
def test_strength_names_what_is_missing(deadline, unit, target, strength):
    assert strength_of("加强宣传", deadline, unit, target) == strength
