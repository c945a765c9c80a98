"""Splitting: a message into its questions, and the story around them."""

import pytest

from assistant.dialogue.understanding.splitting import split


@pytest.mark.parametrize(
    ("message", "questions"),
    [
        ("今年奖励了多少主体？多少事项？", ["今年奖励了多少主体", "多少事项"]),
        (
            "注册商标今年要做到多少，什么时候，谁负责",
            ["注册商标今年要做到多少", "什么时候", "谁负责"],
        ),
        # names of a claim stay together
        ("五大产业包括汽摩、旅游，对吗", ["五大产业包括汽摩、旅游 对吗"]),
        # a topic belongs to the question behind it
        ("知名品牌，一共多少个", ["知名品牌 一共多少个"]),
        # done once, each number asked behind it
        ("奖了多少主体多少件多少钱", ["奖了多少主体", "多少件", "多少钱"]),
        ("农产品多少服务业多少", ["农产品多少服务业多少"]),
        # a question mark makes a question
        ("今年奖励总额？奖了多少主体？", ["今年奖励总额", "奖了多少主体"]),
        # one thing in two measures
        ("企业标准公开了多少家多少项", ["企业标准公开了多少家", "企业标准公开了多少项"]),
        # who asks is no part, but 智能问答 and 找谁问 are
        ("智能问答系统由谁负责", ["智能问答系统由谁负责"]),
    ],
)
def test_a_message_is_split_into_questions(message: str, questions: list[str]) -> None:
    assert [piece.text for piece in split(message)] == questions


def test_a_story_is_told_around_the_question() -> None:
    piece = split("前两天跟人吃饭，他们说自己许可得多，我当时没接话，天下大足许可多少家")[0]

    assert piece.text == "天下大足许可多少家"
    assert "吃饭" in piece.story


def test_dictated_kinds_and_their_figures_are_two_questions() -> None:
    assert [piece.text for piece in split("公园分哪几类各有多少")] == ["公园分哪几类", "各有多少"]


def test_questions_dictated_without_stops_part_where_each_ends() -> None:
    dictated = split("国家标准发布了几项地方标准发布了几项")
    one = split("多少家企业公开了几项标准")

    assert [piece.text for piece in dictated] == ["国家标准发布了几项", "地方标准发布了几项"]
    assert len(one) == 1


@pytest.mark.parametrize(
    "message",
    [
        # 我们几个 counts nobody
        "我们几个代表吃饭聊起来，老谢说区长质量奖竞争激烈，到底有几家报名",
        # what somebody said is told, not asked
        "昨晚跟老同学聚餐，银行经理说没做过，到底有几家报名",
        # some people, some firms: 几个 counts nobody, 什么 asks nothing
        "昨天跟几个企业家吃饭，老总说他们申报了，到底有几家报名",
        "前阵子我女儿考了个什么工程师，她说全区没几个人有，到底有几家报名",
        # how many somebody boasts of, and what only complains
        "隔壁区的代表老张吹他们有多少企业，我不服气，到底有几家报名",
        "你们这个报名的怎么才十多家嘛，到底有几家报名",
        # two clauses are a story when they are long
        "我们院里种了几亩地的那家人，这些年日子越过越红火，到底有几家报名",
        # whoever it may be
        "她非说这个牌子随便哪个都能用，到底有几家报名",
        "有人跟我抬杠说他们啥称号都没得，到底有几家报名",
        # what is set aside
        "我昨天听了报告，年底能不能完成不说，到底有几家报名",
    ],
)
def test_what_was_told_is_no_question(message: str) -> None:
    (piece,) = split(message)

    assert piece.text == "到底有几家报名"
    assert piece.story


@pytest.mark.parametrize(
    "message",
    [
        "有个大爷问我到底有几家报名",
        "群众托我打听一下到底有几家报名",
        "老李念叨说想知道到底有几家报名",
        "有个做刀的师傅问到底有几家报名",
        "老乡们就想知道到底有几家报名",
        "上回领导在会上讲到底有几家报名我给忘了",
    ],
)
def test_who_had_it_asked_is_no_part_of_the_question(message: str) -> None:
    assert [piece.text for piece in split(message)] == ["到底有几家报名"]
