"""Operands: the figures a question names side by side."""

import pytest

from assistant.dialogue.answering.operands import answer_each, operands_of
from assistant.dialogue.answering.saying import label_value
from tests.assistant.dialogue.answering.conftest import Inquire


def named(inquire: Inquire, asked: str, *, complete: bool = False) -> list[str]:
    return [label_value(f.evidence) for f in operands_of(inquire(asked), complete=complete)]


@pytest.mark.parametrize(
    ("asked", "figures"),
    [
        ("公办村卫生室和民办村卫生室", ["公办村卫生室150个", "民办村卫生室72个"]),
        ("公办村卫生室比民办村卫生室多多少", ["公办村卫生室150个", "民办村卫生室72个"]),
        # in the order of the question
        ("民办村卫生室加上公办村卫生室", ["民办村卫生室72个", "公办村卫生室150个"]),
        # one thing in two years
        ("2023年和2024年投入资金", ["投入资金300万元", "投入资金360万元"]),
    ],
)
def test_each_thing_named_has_its_figure(inquire: Inquire, asked: str, figures: list[str]) -> None:
    assert named(inquire, asked) == figures


def test_a_thing_without_a_figure_leaves_the_others_or_none(inquire: Inquire) -> None:
    asked = "公办村卫生室和急救站"

    assert named(inquire, asked, complete=True) == []


def test_one_thing_has_no_second(inquire: Inquire) -> None:
    assert len(named(inquire, "诊疗设备多少台")) < 2


def test_each_is_told_with_its_own_figure(inquire: Inquire) -> None:
    answer = answer_each(inquire("公办村卫生室和民办村卫生室分别有多少个"))

    assert answer is not None
    assert answer.headline == "公办村卫生室150个，民办村卫生室72个"
    assert answer.names == ("公办村卫生室", "民办村卫生室")
    assert len(answer.proofs) == 2


@pytest.mark.parametrize("asked", ["公办村卫生室和急救站分别有多少个", "村卫生室有多少个"])
def test_without_a_figure_for_all_none_is_told(inquire: Inquire, asked: str) -> None:
    assert answer_each(inquire(asked)) is None


def test_a_joining_word_within_a_name_joins_nothing(of_schools: Inquire) -> None:
    assert answer_each(of_schools("学政和白茶课程的企业有多少")) is None
