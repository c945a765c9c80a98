"""The same asked in other words, of the shipped letter: everyday words, dialect, who asks, odd
forms.
"""

import pytest

from tests.assistant.dialogue.conftest import Ask


@pytest.mark.parametrize(
    ("asked", "kind", "said"),
    [
        # everyday words that no letter holds
        ("去年新冒出来的知名品牌有哪些", "list", "大雅"),
        ("有效发明专利要保证增加多少件", "answer", "60件"),
        # dialect
        ("马德里商标现在有好多件", "answer", "7件"),
        ("贯标企业拢共好多家", "answer", "13家"),
        # what a thing is called in short
        ("艾诺斯得了什么奖", "answer", "中国专利奖"),
        ("老字号", "list", "大足白芷"),
        # the kind of thing asked for has to stand in the sentence
        ("结合什么项目来培育特色产业品牌？", "answer", "乡村振兴项目"),
        ("宝之味是做啥子产品的", "unknown", "没有提到"),
        # a name asked for is given by no sentence around it
        ("四大产业园区是哪四个", "unknown", "没有列出名单"),
        # a prize held goes before one sought; one sought is held by nobody
        ("质量奖谁得了", "list", "施密特电梯、盛泰光电"),
        ("市长质量奖谁得了", "answer", "双钱轮胎、施密特电梯还在申报"),
        # what only sounds like it is not told
        ("区长质量奖第一名是谁", "unknown", "第一名"),
        ("天下大足授权给哪些企业了", "unknown", "没有提到"),
        ("为什么大足黑山羊还没认定", "unknown", "的原因"),
        ("为什么今年只奖励了258.4万", "unknown", "的原因"),
        ("雍溪古镇是4A景区吗", "unknown", "没有提到"),
        ("今年新增的知名品牌有哪些", "unknown", ""),
        ("知名品牌32个里外地的有几个", "unknown", ""),
        ("今年授权专利比去年少吗", "unknown", ""),
        ("万人发明专利比去年少了吗", "answer", "不是"),
        ("五大产业呢，急用", "list", "五金"),
        # nobody knows what can be reached; no title denies a number
        ("商标年底能不能上14500", "computed", "还差464件"),
        ("商标今年能不能搞到一万四千五", "computed", "还差464件"),
        ("第二条承诺谁负责，还剩多少", "answer", "还差464件"),
        # names in short
        ("国优几家", "answer", "3家"),
        ("马标有几件", "answer", "7件"),
        ("关于乡村振兴信里写了什么", "answer", "乡村振兴"),
        ("PCT国际专利注册要实现什么目标？", "answer", "零的突破"),
    ],
)
def test_a_question_in_other_words_has_the_same_answer(
    ask: Ask, asked: str, kind: str, said: str
) -> None:
    reply = ask(asked)

    assert (reply.kind, said in reply.headline) == (kind, True), reply.text


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        # the attachment itself, and what stands in it
        ("附件名称是什么", "承诺事项列表"),
        ("答复函有什么附件？", "承诺事项列表"),
        ("附件里列了些什么", "14500件"),
        ("承诺事项列表里都写了哪几条", "14500件"),
        # whoever promised, by any name
        ("工商局答应了代表啥事", "14500件"),
        ("市场监管局向代表承诺了几件事", "3项"),
        ("市监局那几条承诺的时间节点", "2022年12月底"),
        ("万人发明专利4件那项哪个单位扛责任", "市场监管局"),
        ("还有好久就到期了", "91天"),
        # figures of the letter's head are no figures of the letter
        ("几届几次会议的建议", "区三届人大一次会议"),
        ("发函单位全称", "大足区市场监督管理局"),
    ],
)
def test_the_letter_and_its_commitments_are_asked_in_many_words(
    ask: Ask, asked: str, said: str
) -> None:
    assert said in ask(asked).headline


@pytest.mark.parametrize("asked", ["嗨，在吗", "nihao", "您好，谢谢您，再见", "哈喽哈喽"])
def test_talk_is_talk_in_pinyin_and_in_several_pieces(ask: Ask, asked: str) -> None:
    assert ask(asked).kind == "smalltalk"
