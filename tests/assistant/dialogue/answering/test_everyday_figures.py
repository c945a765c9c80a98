"""多少 in everyday words: what says nothing new vetoes no figure, and what does is not passed over."""

import pytest

from tests.assistant.dialogue.conftest import Ask

FIGURES = (
    # having and gathering is what is counted
    ("市级优势企业咱们一共攒了多少家", "15家"),
    ("取得助理标准化工程师资格的有几个人", "2人"),
    # what is counted stands behind 多少家
    ("有多少家企业申报了第四届区长质量奖？", "11家"),
    # people are counted in 名, 位 and 人 alike
    ("标准化工程师多少名", "17人"),
    # the only figure of a sentence owns what leads up to it
    ("2021年度获得授权的质量品牌项目，预计资助多少万元？", "400万元"),
    ("到2022年底发明专利要净增多少件", "60件"),
    ("区里的有效发明专利截止5月有多少", "322件"),
    ("每一万人里有几件有效发明专利", "3.85件"),
    ("去年到今年万人专利涨了多少", "0.2件"),
    ("2021年新培育的贯标企业家数", "4家"),
    ("企业标准公开声明的有多少条", "181项"),
    # a part of an office is the office
    ("2021年农委系统新增了多少个知名品牌", "4个"),
    # who is a pilot is at it
    ("有几所学校在搞知识产权教育试点", "3个"),
    ("催专利权人交了多少年费", "24万"),
    ("去年新培育出几家贯标企业", "4家"),
    ("万人发明专利拥有量要从3.85件提到多少件", "4件"),
    ("新增马德里商标数量与总量分别是", "7件"),
    ("万人有效发明专利同比增加了多少", "0.2件"),
    ("商标还有多少件缺口", "464件"),
    # one thing in one breath is no sum of two
    ("质量品牌奖励金额合计多少", "258.4万元"),
    # a goal said of all that is listed
    ("到年底，新增知名品牌、有效注册商标、万人发明专利的目标分别是多少", "14500件"),
    # what is aimed at in words
    ("PCT专利目标是多少", "零的突破"),
    # words cut where the dictionary knows a longer one
    ("每件事项平均奖励多少钱", "0.27万元/件"),
    # a level in everyday words
    ("市里头那一级的标准化试点示范项目有几个", "2项"),
)
NO_FIGURES = (
    # the city above the district
    "重庆市发明专利总共多少件",
    # a rate the letter does not state
    "发明专利授权率",
    # the end of last year is no increase
    "去年底贯标企业多少家",
    "贯标企业2021年以前有多少家",
    # what something costs is money
    "商标注册费用多少",
    # of a kind only something is new
    "今年新注册了多少件商标",
    "注册商标比去年增加了多少",
    # another year's contest
    "上一届区长质量奖有几家申报",
    # who got through there is none of those
    "没有获得贯标的企业有多少家",
    # counted until May
    "截至2022年9月发明专利有多少件",
    # a goal is not what there is
    "实际缴纳率是百分之多少",
    # all there were is not what was new
    "去年有多少个品牌",
    # what was promised is not what was done
    "2022年新增了几个知名品牌",
)


@pytest.mark.parametrize(("question", "value"), FIGURES)
def test_a_figure_in_everyday_words(ask: Ask, question: str, value: str) -> None:
    assert value in ask(question).headline


@pytest.mark.parametrize("question", NO_FIGURES)
def test_no_neighbour_stands_in(ask: Ask, question: str) -> None:
    assert ask(question).kind == "unknown"


@pytest.mark.parametrize(
    ("question", "said"),
    [
        # what was done is said once, each number behind it
        ("奖了多少主体多少件多少钱", "210个；951件；258.4万元"),
        # before what was told as new in the sentence before
        ("市级优势企业原来几家", "12家"),
        # of one kind, be they 3A and 4A
        ("正在创建的景区有几个", "2个"),
        # firms are persons where the letter counts no others
        ("人均奖励多少", "约1.23万元/个"),
        ("有标准化职业资格的人一共几个", "19人"),
        ("农业的品牌占多大比例", "65.6%"),
        ("非农产品的有几个", "11个"),
        # of all levels, not of another one
        ("国家级优势企业占优势企业的比例", "16.7%"),
        ("获得国家级称号的优势企业占优势企业总数多少", "16.7%"),
        ("22个品牌里面农产品21个对不对", "不是22个，函中是知名品牌32个"),
        ("五类品牌加起来对不对得上32", "是的，全区知名品牌32个"),
        # of one level or holder where none is named: of all
        ("优势企业加上贯标企业一共几家", "31家"),
        ("许可使用的总共几家", "73家"),
        # a number of months is none of what is promised
        ("还有三个月，商标平均每个月要注册好多", "平均每月约154.7件"),
        ("商标到年底要注册几多件才完成任务", "还差464件"),
        ("今年新授权之前发明专利有几件", "301件"),
        ("天下大足许可的有没有超过50家", "不是，没有超过50家，函中是43家"),
        # what is to be gained is no level to be reached
        ("今年目标里商标要净增多少件", "还差464件"),
        # in the unit asked for
        ("951件事项平均到210个主体，一个几件", "约4.53件/个"),
        ("许可最多的和最少的差几家", "相差13家（天下大足许可使用已完成多）"),
        ("优势企业里市级的占多少", "83.3%"),
        ("11家申报入围率多少", "27.3%"),
        # a status alone borrows what the other thing is
        ("地方标准已发布的比正在制定的多几项", "相差11项（地方标准已发布多）"),
    ],
)
def test_figures_reckoned_as_they_are_asked_for(ask: Ask, question: str, said: str) -> None:
    assert ask(question).headline == said


@pytest.mark.parametrize(
    "question",
    # of several kinds none stands for all
    [
        "在编的标准比发布的少多少",
        "四大证明商标加上正在培育的一共几个",
        "知名品牌原来有几个",
        "国家级优势企业原来几家",
    ],
)
def test_what_is_not_told_is_not_counted(ask: Ask, question: str) -> None:
    assert ask(question).kind == "unknown"
