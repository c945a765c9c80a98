"""Comparing: which of several figures is more, and by how much."""

import pytest

from assistant.dialogue.answering.comparing import (
    answer_compared,
    answer_comparison,
    answer_most,
    compare,
)
from knowledge import Indicator
from tests.assistant.dialogue.answering.conftest import Inquire
from tests.assistant.dialogue.conftest import Ask


@pytest.mark.parametrize(
    ("asked", "more"),
    [
        ("公办村卫生室和民办村卫生室哪个多", "公办村卫生室多"),
        ("公办村卫生室和民办村卫生室哪个少", "民办村卫生室少"),
    ],
)
def test_two_figures_side_by_side_with_their_difference(
    inquire: Inquire, asked: str, more: str
) -> None:
    answer = answer_comparison(inquire(asked))

    assert answer is not None
    assert answer.headline.startswith(more)
    assert "78个" in answer.headline + answer.body
    assert len(answer.proofs) == 2


def test_figures_of_different_units_are_not_compared(inquire: Inquire) -> None:
    assert answer_comparison(inquire("乡村医生和投入资金哪个多")) is None


@pytest.mark.parametrize(
    ("asked", "part"),
    [("哪类村卫生室最多", "公办村卫生室150个"), ("哪类村卫生室最少", "民办村卫生室72个")],
)
def test_of_the_parts_of_a_total_the_largest_or_smallest(
    inquire: Inquire, asked: str, part: str
) -> None:
    answer = answer_most(inquire(asked))

    assert answer is not None
    assert answer.headline == part
    assert "150个" in answer.body and "72个" in answer.body


def test_without_parts_there_is_no_most(inquire: Inquire) -> None:
    assert answer_most(inquire("哪类乡村医生最多")) is None


@pytest.mark.parametrize(
    ("asked", "begins"),
    [
        ("公办村卫生室比民办村卫生室多吗", "是的"),
        ("民办村卫生室比公办村卫生室多吗", "不是"),
        ("公办村卫生室和民办村卫生室一样多吗", "不是"),
    ],
)
def test_yes_or_no_with_both_figures(inquire: Inquire, asked: str, begins: str) -> None:
    answer = answer_compared(inquire(asked))

    assert answer is not None
    assert answer.headline.startswith(begins)
    assert "150个" in answer.headline and "72个" in answer.headline


def test_equal_figures_are_equally_many(fact) -> None:
    row = fact(Indicator, name="乡村医生")

    assert compare("哪个多", [row, row]).headline.startswith("一样多")


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("市级优势企业超过贯标企业了吗", "是的，市级知识产权优势企业15家"),
        # 市级标准化项目 is no kind of 标准
        ("发布的标准里头最少的是哪种", "国家标准已发布5项"),
    ],
)
def test_kinds_are_held_against_each_other(ask: Ask, asked: str, said: str) -> None:
    assert said in ask(asked).headline
