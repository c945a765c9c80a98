"""Figures: numbers with a unit."""

import pytest

from knowledge.facts.figures import find_figures
from knowledge.facts.vocabulary import vocabulary_of
from knowledge.words.lexicon import Lexicon


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("知名品牌32个，共4,820张", ["32 个", "4820 张"]),
        # the printed unit keeps its ten thousand
        ("258.4万元、24万余元、2亿元", ["258.4 万元", "24 万元 余", "2 亿元"]),
        ("约三家左右，两件", ["3 家 约左右", "2 件"]),
        # four of a kind
        ("四大证明商标", ["4 大"]),
        ("百分之九十以上", ["90 % 以上"]),
        # the upper end of a range
        ("3至5家，80元至300元", ["5 家 3至", "300 元 80元至"]),
        # a change is no range
        ("由27%到55%", ["27 %", "55 %"]),
        # dates, ordinals, slogans, numbers of documents and hours of service are none
        ("2022年5月6日第四届第二批“一标一策”渝府〔2022〕15号第59号24小时值班", []),
        ("三个方面、五个坚持、30个工作日内", []),
        # what only tells which things are meant is a condition
        ("年销售额超过1亿元的企业6家", ["1 亿元 超过 condition", "6 家"]),
        ("60周岁以上老人5人", ["60 周岁 以上 condition", "5 人"]),
        ("使用年限15年", ["15 年"]),
    ],
)
def test_figures_are_found_with_unit_and_bound(
    text: str, figures: list[str], lexicon: Lexicon
) -> None:
    found = find_figures(text, vocabulary_of(lexicon))

    assert [
        " ".join(
            [f"{one.value:f}", one.unit, *filter(None, [one.bound])] + ["condition"] * one.condition
        )
        for one in found
    ] == figures
