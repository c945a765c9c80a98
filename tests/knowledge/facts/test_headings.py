"""Headings: numbered paragraphs that are headings, and those that are not."""

import pytest

from knowledge.facts.headings import heading_end, mark_of


@pytest.mark.parametrize(
    ("paragraph", "heading"),
    [
        # on a line of its own
        ("一、基本情况", "一、基本情况"),
        ("（一）知名品牌突出重点培育。", "（一）知名品牌突出重点培育"),
        # the paragraph follows on the same line
        ("（一）抓培育。建立台账，重点培育。", "（一）抓培育"),
        ("1.抓载体。培育集聚区5个。", "1.抓载体"),
        ("第一，已经做的工作。去年以来……", "第一，已经做的工作"),
        ("（2）强加工：引进企业6家。", "（2）强加工"),
        # parts, and decimals below a number
        ("第一部分  现状", "第一部分  现状"),
        ("3.1推行免申即享。对条件明确的直接拨付。", "3.1推行免申即享"),
        # a deadline in brackets behind it
        ("1.补齐短板（8月底前）。更换器材350件套。", "1.补齐短板（8月底前）"),
        ("1.新认定基地12个（10月底前，责任单位：市教育局）；", None),
        # other figures
        ("贰、补助政策。每部补助15万元。", "贰、补助政策"),
        ("2）采取的措施：划线定位。", "2）采取的措施"),
        # suggestion by suggestion
        ("建议一：更换老旧水表", "建议一：更换老旧水表"),
        # a heading in black brackets has no number
        ("【管护机制】从10月1日起打卡。", "【管护机制】"),
        ("【管护机制】", "【管护机制】"),
        # items of a list are sentences of their own
        ("（一）每月至少巡查1次，长期坚持。", None),
        ("（二）9月底前，在3家集市设置公平秤和投诉公示牌。", None),
        ("（三）完成平台建设；", None),
    ],
)
def test_a_numbered_paragraph_is_a_heading_or_an_item(paragraph, heading):
    mark = mark_of(paragraph)

    assert mark is not None
    end = heading_end(paragraph, mark)
    assert (paragraph[:end] if end else None) == heading


@pytest.mark.parametrize(
    "paragraph",
    [
        "一是摸清家底。",
        "2022年全区新增5件。",
        "3.85件",
        "4.5万辆电动车",
        "第一季度完成",
        "【打印本页】",
    ],
)
def test_other_beginnings_are_no_numbers(paragraph):
    assert mark_of(paragraph) is None
