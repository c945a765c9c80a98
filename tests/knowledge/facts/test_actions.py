"""Work done, work to come, difficulties."""

import pytest

from knowledge.facts.actions import read_actions
from knowledge.words.lexicon import Lexicon
from tests.knowledge.facts.documents import said


@pytest.mark.parametrize(
    ("heading", "text", "phase"),
    [
        ("三、下一步工作思路", "一是完善平台。", "下一步"),
        ("二、存在的主要问题", "一是龙头品牌少。", "问题"),
        ("二、主要工作措施", "培育公用品牌。", "已做"),
        ("", "我局将协调乡镇把该片区列入项目库。", "下一步"),
        ("", "校园狭小，没有扩建余地。", "问题"),
        ("", "我局约谈了3家集市的主办方。", "已做"),
    ],
)
def test_the_section_or_the_words_tell_the_phase(
    heading: str, text: str, phase: str, lexicon: Lexicon
) -> None:
    (action,) = read_actions(said(text, *filter(None, [heading])), lexicon)

    assert action.phase == phase


def test_an_action_names_the_departments_with_a_part_in_it(lexicon: Lexicon) -> None:
    (action,) = read_actions(said("新增泊位8000个以上，由区城管局牵头，区公安局配合。"), lexicon)

    assert action.units == ("区城管局", "区公安局")


def test_courtesies_are_no_actions(lexicon: Lexicon) -> None:
    assert read_actions(said("您提出的建议收悉。现答复如下：感谢您的关心。"), lexicon) == ()
