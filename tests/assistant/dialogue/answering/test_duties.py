"""Promises found by the department that has to keep them."""

import pytest

from assistant.dialogue.answering.duties import answer_duties
from tests.assistant.dialogue.answering.conftest import Inquire


@pytest.mark.parametrize(
    ("asked", "rooms", "doctors", "training"),
    [
        ("哪些承诺是卫健局负责的", True, True, False),
        ("哪些承诺是卫健局一家负责的", True, False, False),
        ("哪项承诺是卫健局和别的部门一起负责的", False, True, False),
        ("县人力社保局负责哪些承诺", False, False, True),
    ],
)
def test_the_promises_of_a_department(
    inquire: Inquire, asked: str, rooms: bool, doctors: bool, training: bool
) -> None:
    answer = answer_duties(inquire(asked))

    assert answer is not None
    assert ("村卫生室达到240个" in answer.names) is rooms
    assert ("家庭医生签约率达到70%" in answer.names) is doctors
    assert ("新增村医培训点5个" in answer.names) is training
