"""Yes and no: from the row itself, never from a neighbour's; what is wrong is put right."""

import pytest

from tests.assistant.dialogue.conftest import Ask

TRUE = (
    # the figure that bears all the words of the claim
    "今年奖励了210个主体没错吧",
    # 以上 holds what is exactly that much
    "商标到期续展率目标是不是90%以上？",
    "注册商标已经超过1.4万件了吧",
    # one name among the items of a list, found by its counted name
    "智能制造是五大产业吗",
    # a sentence whose words stand as they were asked
    "一站式服务平台是不是以大足高新区为重点？",
    "大足有国家级知识产权优势企业吗？",
    # 属不属于 denies nothing
    "大足石雕属不属于四大证明商标",
    "马德里商标没有超过10件吧",
    "去年知名品牌增长了两成，是这样不",
    "全区发明专利有没有超过300件",
    # reached is at least that much
    "今年奖励的主体数达到200个没有",
    # spoken numbers
    "注册商标过一万四了吗",
    "注册商标还不到一万五吧",
)
FALSE = (
    # the number is the neighbour's: 951 matters, not firms
    ("今年奖励了951个主体，对吗", "不是951个"),
    ("标准化工程师有2人对吗", "17人"),
    ("企业标准41项对吧？", "181项"),
    # money said in 万 is held against money
    ("今年奖励了400万对吗", "258.4万元"),
    # each figure of a claim counts
    ("质押了三件专利融了2亿对不", "不是三件"),
    # less is no more, and the year before is reckoned
    ("五金刀具品牌数不如服务业品牌数对吗", "不是"),
    ("万人发明专利去年有没有到3.7件", "3.65件"),
    # commitments and holders are counted
    ("承诺一共有四项是吗", "3项"),
    ("区长质量奖有三家企业拿到了吧", "2家"),
    # another ordinal, another count of a list
    ("第三届区长质量奖在评对吧", "不是"),
    ("静脉产业算不算四大产业之一", "不是"),
    # two items of one list make no third
    ("大足荷莲在不在四大证明商标里", "不是"),
    # hoped for is not held
    ("松茗茶已经是四大证明商标了吧", "还没有"),
    ("宝之味已经纳入川渝重点知识产权保护品牌名录了吗", "还没有"),
    ("香国公园算不算知名品牌", "还没有"),
    # a claimed day is held against the day of the letter
    ("这封信是2021年6月6日发的吧", "2022年6月6日"),
    ("责任单位是农委对不对", "不是，责任单位是"),
    ("大足是不是一件马德里商标都没得", "7件"),
    # an increase, an expectation, a promise prove no stock
    ("市级优势企业是3家吧", "15家"),
    ("今年奖励金额是400万元，对不对", "258.4万元"),
    ("承诺在2022年6月底前完成对吗", "12月底"),
    ("难道知名品牌不到30个吗", "32个"),
    ("知名品牌里五金刀具最多对吧", "农产品品牌"),
)
NEITHER = (
    # the item that has the name does not have the rest: no yes out of two items
    "雍溪古镇是3A景区吗",
    # a thing the letter does not know is no reason to say no of another
    "函里说了实用新型专利有多少吗",
    "商标承诺能按期完成吗",
)


@pytest.mark.parametrize("question", TRUE)
def test_yes_rests_on_what_bears_every_word(ask: Ask, question: str) -> None:
    assert ask(question).headline.startswith("是的")


@pytest.mark.parametrize(("question", "right"), FALSE)
def test_a_wrong_premise_is_put_right(ask: Ask, question: str, right: str) -> None:
    reply = ask(question)

    assert right in reply.headline
    assert not reply.headline.startswith("是的")


@pytest.mark.parametrize("question", NEITHER)
def test_what_no_row_decides_is_neither_yes_nor_no(ask: Ask, question: str) -> None:
    assert not ask(question).headline.startswith(("是的", "不是", "还没有"))
