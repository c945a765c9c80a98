"""Who holds or seeks which title."""

import pytest

from knowledge.facts.indicators import read_indicators
from knowledge.facts.listings import read_listings
from knowledge.facts.recognitions import read_recognitions
from knowledge.glossary import Recognition
from knowledge.words.lexicon import Lexicon
from tests.knowledge.facts.documents import LETTER_DATE, letter_59, said, statements_of


def recognitions_of(statements: tuple, lexicon: Lexicon) -> list[Recognition]:  # type: ignore[type-arg]
    indicators = read_indicators(statements, lexicon, LETTER_DATE)
    listings = read_listings(statements, indicators, lexicon, LETTER_DATE)
    return list(read_recognitions(statements, listings, indicators, lexicon, LETTER_DATE))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("甲公司获得中国专利奖。", [("甲公司", "中国专利奖", "已获")]),
        (
            "甲电梯和乙光电通过区长质量评审认定，成为质量发展标杆企业。",
            [
                ("甲电梯", "区长质量评审认定", "通过"),
                ("乙光电", "区长质量评审认定", "通过"),
                ("甲电梯", "质量发展标杆企业", "已获"),
                ("乙光电", "质量发展标杆企业", "已获"),
            ],
        ),
        ("培育甲轮胎申报市长质量奖。", [("甲轮胎", "市长质量奖", "申报中")]),
        (
            "推进甲味、乙刀纳入重点品牌名录。",
            [("甲味", "重点品牌名录", "正在推进"), ("乙刀", "重点品牌名录", "正在推进")],
        ),
        ("李家村列入中国传统村落名录。", [("李家村", "中国传统村落名录", "纳入")]),
        ("支持甲生物创建省级技术中心。", [("甲生物", "省级技术中心", "正在推进")]),
        (
            "甲校被评为全国特色学校，正在申报省级文明校园。",
            [("甲校", "全国特色学校", "已获"), ("甲校", "省级文明校园", "申报中")],
        ),
        # two verbs in one clause
        (
            "甲梯通过创新项目和乙刀预警项目通过认定。",
            [("甲梯", "创新项目", "通过"), ("乙刀预警项目", "认定", "通过")],
        ),
        # nothing is held here
        ("通过召开推进会，取得了明显成效，从11家申报企业中选出3家。", []),
    ],
)
def test_clauses_tell_who_holds_or_seeks_a_title(
    text: str, expected: list[tuple[str, str, str]], lexicon: Lexicon
) -> None:
    found = recognitions_of(said(text), lexicon)

    assert [(one.holder, one.title, one.status) for one in found] == expected


@pytest.mark.parametrize(
    ("holder", "title", "status"),
    [
        ("龙水五金市场", "国家级商品流通专业市场及知识产权规范化培育试点工作市场", "已获"),
        ("龙水五金市场", "重庆市知识产权保护规范化市场", "已获"),
        ("盛泰光电", "区长质量评审认定", "通过"),
        ("双钱轮胎", "重庆市市长质量奖", "申报中"),
        ("渝西水资源配套工程", "大禹奖", "申报中"),
        ("大足黑山羊", "驰名商标认定", "正在推进"),
        ("大足黑山羊", "证明商标", "已获"),
        ("大足荷莲", "证明商标公用品牌", "培育"),
        ("天下大足", "区域公用品牌", "已获"),
        ("明友钢具", "国家级知识产权优势企业", "已获"),
        ("明友钢具", "PCT国际专利申请", "已完成"),
        ("邓家刀", "第二批川渝重点知识产权保护品牌名录", "正在推进"),
    ],
)
def test_the_titles_of_letter_59_are_kept_apart_by_status(
    holder: str, title: str, status: str, lexicon: Lexicon
) -> None:
    found = recognitions_of(statements_of(letter_59()), lexicon)

    assert (holder, title, status) in {(one.holder, one.title, one.status) for one in found}
