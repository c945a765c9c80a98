"""Measuring: stock, new, growth, target, share - what a figure is the figure of."""

import pytest

from knowledge.words.lexicon import Lexicon
from tests.knowledge.facts.documents import figures_of


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("新增贯标企业4家。", ["新增"]),
        ("全区现有知名品牌32个。", ["存量"]),
        ("万人发明专利拥有量达到3.85件，比去年同期增加0.2件。", ["存量", "增量"]),
        ("商标注册量7件，同比增长12%。", ["存量", "增长率"]),
        ("产值增速12%。", ["增长率"]),
        ("累计培训2000人次。", ["累计"]),
        ("护理型床位占比64.6%。", ["占比"]),
        # what is to come
        ("确保缴纳率90%以上。", ["目标"]),
        # so much each
        ("对新获商标的企业，每件给予1万元资助。", ["标准"]),
        ("80周岁以上老人每月补贴50元。", ["标准"]),
        # a figure joined by 、 goes on with the measure before
        ("新增企业3家、合作社4家。", ["新增", "新增"]),
        # the words do not tell
        ("召开推进会3次。", ["数量"]),
    ],
)
def test_the_words_around_a_figure_tell_its_measure(
    text: str, measures: list[str], lexicon: Lexicon
) -> None:
    assert [one.measure for one in figures_of(text, lexicon)] == measures


def test_figures_below_a_heading_of_plans_are_targets(lexicon: Lexicon) -> None:
    found = figures_of("新建泵站2座。", lexicon, "三、下一步打算")

    assert [one.measure for one in found] == ["目标"]
