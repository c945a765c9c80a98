"""Claims of all: right only where the part is the whole."""

import pytest

from assistant.dialogue.answering.wholly import answer_of_all
from tests.assistant.dialogue.answering.conftest import Inquire


@pytest.mark.parametrize(
    "asked",
    [
        "村卫生室都是公办村卫生室吗",
        "村卫生室是不是都是公办村卫生室",
        "村卫生室全部是公办村卫生室吧",
    ],
)
def test_a_part_is_not_all(inquire: Inquire, asked: str) -> None:
    answer = answer_of_all(inquire(asked))

    assert answer is not None
    assert answer.headline.startswith("不是，222个中有150个")
    assert "推算" in answer.body


@pytest.mark.parametrize(
    "asked",
    [
        "村卫生室有多少个",  # claims nothing
        "村卫生室一半都是公办村卫生室吗",  # claims a share, not all
        "村卫生室都是白墙的吗",  # the letter counts no such part
    ],
)
def test_what_is_no_counted_claim_of_all_is_left_to_others(inquire: Inquire, asked: str) -> None:
    assert answer_of_all(inquire(asked)) is None


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("村卫生室大部分是公办村卫生室吗", "是的，222个中有150个"),
        ("村卫生室里公办村卫生室占了一大半吧", "是的，222个中有150个"),
    ],
)
def test_most_is_more_than_half(inquire: Inquire, asked: str, said: str) -> None:
    answer = answer_of_all(inquire(asked))

    assert answer is not None
    assert answer.headline.startswith(said)
