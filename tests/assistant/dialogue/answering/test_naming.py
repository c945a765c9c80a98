"""Things named side by side in short are spelt out as the letter names them."""

import pytest

from assistant.dialogue.answering.naming import spelt_out, status_of_all, unglued

KNOWN = frozenset(("行业标准", "地方标准", "团体标准", "发明专利", "万人专利", "万人发明专利"))


@pytest.mark.parametrize(
    ("parts", "whole"),
    [
        (["行业", "地方", "团体标准"], ["行业标准", "地方标准", "团体标准"]),
        # what is a kind already borrows nothing
        (["行业标准", "正在制定的地方标准"], ["行业标准", "正在制定的地方标准"]),
    ],
)
def test_kinds_said_in_short_borrow_the_last_ones_noun(parts: list[str], whole: list[str]) -> None:
    assert spelt_out(parts, KNOWN | {"正在制定", "标准制定"}) == whole


@pytest.mark.parametrize(
    ("dictated", "apart"),
    [
        ("国标地标加起来", "国标、地标加起来"),
        # two words that end alike are no abbreviations
        ("商标目标", "商标目标"),
    ],
)
def test_abbreviations_in_one_breath_are_told_apart(dictated: str, apart: str) -> None:
    assert unglued(dictated, KNOWN, {"国标", "地标"}) == apart


@pytest.mark.parametrize(
    ("dictated", "apart"),
    [
        ("行业地方团体标准已发布", "行业、地方、团体标准已发布"),
        # one term that holds two others is one
        ("万人发明专利的目标", "万人发明专利的目标"),
    ],
)
def test_what_is_dictated_in_one_breath_is_told_apart(dictated: str, apart: str) -> None:
    assert unglued(dictated, KNOWN) == apart


@pytest.mark.parametrize(
    ("parts", "status"),
    [
        (["正在制定的行业标准", "地方标准"], "正在制定"),
        (["2022年新授权的商标", "专利"], "新授权"),
        # a goal is said of all behind the last
        (["注册商标", "万人发明专利的目标"], "目标"),
        # said behind the last
        (["国标", "团标里 正在编的各几项"], "正在编的"),
        # each has its own
        (["行业标准的目标", "专利的目标"], ""),
        (["注册商标", "专利"], ""),
    ],
)
def test_what_is_said_once_holds_for_all(parts: list[str], status: str) -> None:
    assert status_of_all(parts) == status
