"""Nearness: which figures are near enough to be the one asked for."""

import pytest

from assistant.dialogue.answering.figures import answer_figure
from assistant.dialogue.answering.nearness import is_near
from knowledge import Indicator
from tests.assistant.dialogue.answering.conftest import Inquire


@pytest.mark.parametrize(
    ("asked", "name", "near"),
    [
        ("村卫生室有多少个", "村卫生室", True),
        ("采购了多少台诊疗设备", "采购诊疗设备", True),
        # borne by the sentence around only
        ("白塔卫生院采购了多少台诊疗设备", "投入资金", False),
        ("乡村医生有多少名", "投入资金", False),
    ],
)
def test_the_figure_itself_bears_what_is_counted(
    inquire: Inquire, asked: str, name: str, near: bool
) -> None:
    inquiry = inquire(asked)
    found = next(
        f for f in inquiry.candidates.of(Indicator) if getattr(f.evidence.fact, "name", "") == name
    )

    assert is_near(inquiry, found) is near


def test_what_each_gets_is_that_of_those_counted_before(of_schools: Inquire) -> None:
    answer = answer_figure(of_schools("护校员一个月补助多少钱"))

    assert answer is not None
    assert answer.headline == "500元"


def test_what_each_of_an_age_gets(of_schools: Inquire) -> None:
    answer = answer_figure(of_schools("90岁的退休教师每月多少津贴"))

    assert answer is not None
    assert answer.headline == "200元"
