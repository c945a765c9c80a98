"""Who, how, what is promised, in everyday words: told where the letter says it, by nothing else."""

import pytest

from tests.assistant.dialogue.conftest import Ask

ACTS = (
    # which unit is to do it, not what is to be done
    ("哪个单位来完成知名品牌的任务", "区市场监管局及相关知名品牌行业主管部门"),
    # who is to do it, not what it is done to
    ("知名品牌专项培育由谁来做", "各成员单位"),
    ("全区知名品牌创建谁来推进", "成员单位"),
    # of one office alone, by another of its names
    ("市监局单独负责的是哪两项", "14500"),
    ("市监局要办哪几件事", "2022年新增知名品牌5个"),
    # an office shares no promise by a name like its field
    ("专利承诺进度", "3.85/4件"),
    # how many promises the attachment lists
    ("附件列了几条", "3项"),
    # what all of them have in common
    ("三条承诺都是年底到期吧", "2022年12月底"),
)
NOT_SAID = (
    # a measure names nobody in charge
    "什么企业牵头搞五金产业",
    "商标的事归哪个科室",
    "五大产业哪个园区搞汽摩",
    # who gives a prize is nobody who got it
    "谁来评区长质量奖",
    # this year's promises are none of last year
    "去年承诺的事完成了吗",
    # a promise without a figure of today
    "知名品牌新增5个完成得咋样了",
    "第一条承诺做到什么程度了",
    "品牌任务落实得如何",
    # whether there is such a thing, whether one may
    "企业交不起专利费有补贴吗",
    "个人可以申请质量品牌奖励吗",
    # who somebody is does not tell where he belongs; a deputy head is not the head
    "杨君是哪个科室的",
    "谢勇代表是哪个代表团的",
    "副局长是谁",
)


@pytest.mark.parametrize(("question", "said"), ACTS)
def test_it_is_told_by_what_says_it(ask: Ask, question: str, said: str) -> None:
    reply = ask(question)

    assert reply.kind != "unknown"
    assert said in reply.headline


@pytest.mark.parametrize("question", NOT_SAID)
def test_nothing_near_stands_in(ask: Ask, question: str) -> None:
    assert ask(question).kind == "unknown"
