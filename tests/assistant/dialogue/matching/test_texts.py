"""Where a word stands in a text: itself, in halves, in short."""

import pytest

from assistant.dialogue.matching.texts import in_halves, shortens, stands_in, turned_round
from assistant.dialogue.question import Word


@pytest.mark.parametrize(
    ("forms", "text", "stands"),
    [
        (("商标",), "有效注册商标", True),
        # latin letters stand for themselves
        (("A级",), "AA级企业", False),
        # halves of a compound, not of a term
        (("商标许可",), "商标专利许可", True),
        (("立足点",), "立足四大产业园区", True),
    ],
)
def test_where_a_word_stands(forms: tuple[str, ...], text: str, stands: bool) -> None:
    assert stands_in(forms, text, whole=False) is stands


def test_a_term_is_not_cut_in_halves() -> None:
    assert not stands_in(("国家标准",), "国家级标准化项目", whole=True)


def test_a_name_may_be_shortened() -> None:
    assert shortens("公办园", "公办幼儿园")
    assert not shortens("国家标准", "国家级标准化试点示范项目")


@pytest.mark.parametrize(
    ("term", "sentence", "close"),
    [
        ("财政资金", "用好用活财政扶持资金", True),
        ("品牌资源", "筛查有价值的公共资源品牌", True),
        ("财政资金", "财政局，落实了配套的资金", False),
    ],
)
def test_the_halves_of_a_term_may_stand_close_together(
    term: str, sentence: str, close: bool
) -> None:
    assert in_halves(term, sentence) is close


def test_a_doing_and_its_thing_may_stand_in_either_order() -> None:
    assert turned_round(Word("危桥改造", ("危桥改造",), whole=True), "改造危桥")
    assert not turned_round(Word("危桥改造", ("危桥改造",), whole=True), "改造食堂")


def test_a_short_prize_is_not_its_first_half() -> None:
    assert not stands_in(("质量奖",), "优化质量品牌奖励政策", whole=True)
    assert stands_in(("区长质量奖",), "通过区长质量评审认定", whole=True)
