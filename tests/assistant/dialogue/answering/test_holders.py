"""Holders: who holds a title, which titles somebody holds."""

import pytest

from assistant.dialogue.answering.holders import (
    count_holders,
    headline_of,
    list_holders,
    recognition_sentence,
)
from assistant.dialogue.answering.listings import answer_list
from knowledge import Recognition
from tests.assistant.dialogue.answering.conftest import Inquire, quotes


def test_a_long_list_says_how_many() -> None:
    names = [f"第{n}个很长的名称" for n in range(20)]

    assert headline_of(names).endswith("等20项")
    assert len(headline_of(names)) <= 60


def test_a_short_list_is_told_whole() -> None:
    assert headline_of(["甲", "乙"]) == "甲、乙"
    assert headline_of([]) == ""


def listed(inquire: Inquire, asked: str) -> list[str]:
    return [answer.headline for _, answer in list_holders(inquire(asked))]


@pytest.mark.parametrize(
    ("asked", "named"),
    [
        ("哪些单位通过了省级示范卫生院评审", ["城关卫生院、白塔卫生院"]),
        # what is still sought says so
        ("南桥卫生院在申报什么称号", ["国家级示范卫生院（申报中）"]),
        ("东门卫生院在申报什么称号", []),
        # three are asked for, two are named
        ("通过省级示范卫生院评审的3家是哪些", []),
    ],
)
def test_the_side_that_was_not_named_is_listed(
    inquire: Inquire, asked: str, named: list[str]
) -> None:
    assert listed(inquire, asked) == named


def test_who_only_seeks_a_title_is_not_told_to_hold_it(inquire: Inquire) -> None:
    (said,) = listed(inquire, "国家级示范卫生院谁拿了")

    assert "没有写谁已获得" in said and "南桥卫生院" in said


def test_holders_are_counted_with_their_names(inquire: Inquire) -> None:
    answer = count_holders(inquire("几家通过了省级示范卫生院评审"))

    assert answer is not None
    assert answer.headline == "2家"
    assert answer.names == ("城关卫生院", "白塔卫生院")
    assert "城关卫生院、白塔卫生院通过" in quotes(answer)


@pytest.mark.parametrize(
    "asked",
    [
        "几家没通过省级示范卫生院评审",  # who did not get it is not who did
        "几万元通过省级示范卫生院评审",  # no holders come in 万元
        "几家通过了市级平安医院评审",
    ],
)
def test_other_things_are_not_counted(inquire: Inquire, asked: str) -> None:
    assert count_holders(inquire(asked)) is None


def test_a_title_is_said_with_its_standing(inquire: Inquire) -> None:
    found = next(
        f
        for f in inquire("示范卫生院").candidates.of(Recognition)
        if getattr(f.evidence.fact, "holder", "") == "南桥卫生院"
    )

    assert recognition_sentence(found) == "南桥卫生院：国家级示范卫生院（申报中）"


def test_the_kinds_of_a_total_are_no_names_of_one_kind(of_schools: Inquire) -> None:
    assert answer_list(of_schools("国家级示范学校叫什么名字")) is None
