"""Politeness around a question is no part of it."""

import pytest

from assistant.dialogue.understanding import split, without_politeness


@pytest.mark.parametrize(
    ("typed", "bare"),
    [
        ("不好意思打扰了，我想问问湿地公园有几个，麻烦了", "湿地公园有几个"),
        ("你好，请问一下，一件专利平均多少钱呢，急用", "一件专利平均多少钱呢"),
        ("那个，嗯，公交线路达到9条 时间，辛苦了哈", "公交线路达到9条 时间"),
        ("谢谢", "谢谢"),
    ],
)
def test_opening_and_thanks_are_taken_off(typed: str, bare: str) -> None:
    assert without_politeness(typed) == bare


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
    ],
)
def test_what_was_told_is_no_question(message: str) -> None:
    (piece,) = split(message)

    assert piece.text == "到底有几家报名"
    assert piece.story
