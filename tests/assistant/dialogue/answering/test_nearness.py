"""Nearness: which figures are near enough to be the one asked for."""

import pytest

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
