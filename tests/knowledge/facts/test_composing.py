"""Composing: the name of a figure from the words around it and the figures before."""

import pytest

from knowledge.words.lexicon import Lexicon
from tests.knowledge.facts.documents import figures_of


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # what was counted before is counted on
        ("行业标准发布11项，正在制定3项。", ["行业标准", "行业标准"]),
        # money for it
        ("资助企业12家，共258.4万元。", ["资助企业", "资助企业金额"]),
        # a share is one of what was counted
        ("护理型床位3115张，占比64.6%。", ["护理型床位", "护理型床位占比"]),
        # the verb goes for the second as well
        ("奖励210个主体、95件案件。", ["奖励主体", "奖励案件"]),
        # several names share the end of the last, and their figures
        ("小学、初中入学率分别为99%、98%。", ["小学入学率", "初中入学率"]),
        # a mere level goes with what is counted
        ("文物保护单位9处，其中省级2处。", ["文物保护单位", "省级文物保护单位"]),
        # what is treated is what was looked for
        ("排查黑臭水体47条，整治39条。", ["排查黑臭水体", "整治黑臭水体"]),
    ],
)
def test_a_figure_gets_its_name_from_the_words_around(
    text: str, names: list[str], lexicon: Lexicon
) -> None:
    assert [one.name for one in figures_of(text, lexicon)] == names


@pytest.mark.parametrize(
    ("text", "name", "subject"),
    [
        ("甲公司的两件发明专利，", "发明专利", "甲公司"),
        ("城南小学的学位达到1200个。", "学位", "城南小学"),
    ],
)
def test_whose_figure_it_is_stands_apart_from_its_name(
    text: str, name: str, subject: str, lexicon: Lexicon
) -> None:
    found = figures_of(text, lexicon)[0]

    assert (found.name, found.subject) == (name, subject)


def test_members_named_in_brackets_are_figures_of_the_whole(lexicon: Lexicon) -> None:
    found = figures_of("新增品牌3个（农委2个：甲柑、乙桃；林业局1个：丙茶）。", lexicon)

    assert [(one.name, one.subject, one.value) for one in found] == [
        ("品牌", None, 3),
        ("品牌", "农委", 2),
        ("品牌", "林业局", 1),
    ]


def test_what_is_given_each_says_for_whom(lexicon: Lexicon) -> None:
    found = figures_of("对新获商标的企业，每件给予1万元资助。", lexicon)[0]

    assert "新获商标的企业" in found.name
    assert (found.value, found.unit) == (1, "万元")
