"""Explaining: how a question was understood and why its answer won."""

import re

import pytest

from assistant.dialogue import Dialogue
from assistant.dialogue.explaining import explain_doubts
from tests.assistant.dialogue.conftest import NOW


@pytest.mark.parametrize(
    "told",
    ["问法　　figure", "单位 个", "实词　　知名品牌", "新增", "年份 2021", "[answer] ", "对上　　"],
)
def test_words_kind_and_qualifiers_are_told(dialogue: Dialogue, told: str) -> None:
    assert told in dialogue.explain("2021年新增知名品牌多少个", NOW)


def test_rivals_are_told_with_what_keeps_them_behind(dialogue: Dialogue) -> None:
    lines = dialogue.explain("全区知名品牌多少个", NOW).splitlines()
    behind = [line for line in lines if line.startswith("落选")]

    assert behind
    assert all(re.search("低|不同|没有|不输", line) for line in behind)


def test_what_no_fact_bears_is_told(dialogue: Dialogue) -> None:
    told = dialogue.explain("地铁票价多少钱", NOW)

    assert "未找到" in told and "地铁" in told


def test_without_doubts_none_are_told() -> None:
    assert explain_doubts((), "知名品牌多少个").endswith("无")
