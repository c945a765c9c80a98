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
    # what leads to it, not what comes of it
    ("为啥专利能增长", "缴纳专利维持费"),
    # any way of making it better
    ("如何提升专利运用", "引入第三方服务机构"),
    ("咋个让专利变成钱", "成果转化"),
    # what a number is the number of
    ("43家是啥数", "天下大足许可使用"),
    ("2亿元是干什么用的", "质押融资"),
    ("4个的是哪类品牌", "五金刀具品牌"),
    ("90%以上的指标有哪些", "续展率"),
    ("402360是什么", "邮政编码"),
    # A not A
    ("宝之味入没入川渝名录", "正在推进"),
    ("知名品牌全是农产品吗", "不是，32个中有21个"),
    # both parts of one person
    ("谢勇是代表还是局长", "是代表，也是局长"),
    # what is a project of the one asked about is its own as well
    ("邓家刀有啥称号", "商标风险预警项目认定"),
    # how far it is
    ("2021年度项目的资助办到哪一步了", "正在受理"),
    # promises in other words, of the firms counted, of a number, of the part of a list
    ("你们给代表立了哪些军令状", "14500件"),
    ("41家企业干了什么", "自我声明公开"),
    ("2亿元怎么来的", "质押融资"),
    ("许可使用43家的品牌叫什么", "天下大足"),
    ("沃柑是农委报的还是市场监管报的", "是农委"),
    ("获中国专利奖的公司全称", "艾诺斯（重庆）华达电源系统有限公司"),
    # a way is told by a sentence, not by names
    ("采取什么方式培育知名品牌", "专项培育"),
    ("下一步准备做哪三件事", "质量品牌工作机构职责"),
    # a promise claimed by its place; a number that is told, not asked
    ("附件里第二项是说注册商标吗", "是的，第2项"),
    ("编号59的建议是谁提的", "谢勇"),
    ("要增长60件以上的是啥", "有效发明专利"),
    ("落款盖的哪个单位的章", "市场监督管理局"),
    # the unit of the promise whose number is named
    ("说好的14500件谁盯着办", "区市场监管局"),
    # a name alone
    ("谢勇", "审签本函"),
    ("五大产业", "智能制造"),
    ("你们单位全名叫啥", "重庆市大足区市场监督管理局"),
    # 进 is whole
    ("邓家刀进川渝名录了吗", "正在推进"),
    # whom to turn to is no list of promises; the measure word tells
    ("承诺没做到代表找谁反映", "杨君"),
    ("年底要兑现的有哪几桩", "14500件"),
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
    # what was given is no way to get it; what was done is no good that comes of it
    "怎样才能拿到质量奖励",
    "企业怎么才能用上证明商标",
    "企业申请专利有什么好处",
    # a class is no member of another
    "四大证明商标都是知名品牌吗",
    # a cause is told by none of the figures; a day is no o'clock; what is hardest is an opinion
    "为什么今年新增品牌只有5个",
    "信是几点发的",
    "三个承诺里哪个最难",
    # what is promised of patents does not say who helps with them
    "谁来帮企业运用专利",
    # what comes of a promise not kept is no day
    "到期没完成会通报吗",
    # the day a promise falls due is none it was made on; a count is no help; a holder no source
    "承诺什么时候做出的",
    "我们厂想搞贯标能得到什么帮助",
    "中小企业能从谁那里接受专利",
    # the number of the contact is nobody else's
    "局长电话能给一个不",
    # money is not counted in firms; who does one thing does not say who did another
    "马德里商标注册补多少",
    "谁举办了质量品牌推进会",
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
