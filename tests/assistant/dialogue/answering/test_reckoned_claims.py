"""Claims of sums, differences, shares and gaps: reckoned, and held against what is said."""

import pytest

from assistant.dialogue.answering.reckoned_claims import answer_claim_reckoned
from tests.assistant.dialogue.answering.conftest import Inquire
from tests.assistant.dialogue.conftest import Ask


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("公办村卫生室和民办村卫生室加起来是222个吧", "是的，222个"),
        ("公办村卫生室和民办村卫生室加起来是不是200个", "不是200个，是222个"),
        ("公办村卫生室和民办村卫生室一共超过200个了吗", "是的，222个"),
        ("公办村卫生室占村卫生室的一半以上吗", "是的，"),
        ("公办村卫生室占村卫生室的三成对吧", "不是30%，是"),
    ],
)
def test_a_claimed_result_is_held_against_the_reckoned_one(
    inquire: Inquire, asked: str, said: str
) -> None:
    answer = answer_claim_reckoned(inquire(asked))

    assert answer is not None
    assert answer.headline.startswith(said)
    assert "推算" in answer.body


@pytest.mark.parametrize(
    "asked",
    [
        "村卫生室是222个吧",  # a figure as it stands
        "村卫生室比去年多了12个吧",  # a change the letter states, if at all
        "公办村卫生室150个加民办72个，是222个吧",  # what is claimed is not the only number
    ],
)
def test_what_is_not_reckoned_is_left_to_others(inquire: Inquire, asked: str) -> None:
    assert answer_claim_reckoned(inquire(asked)) is None


def test_which_of_two_is_more_is_part_of_the_claim(inquire: Inquire) -> None:
    right = answer_claim_reckoned(inquire("公办村卫生室比民办村卫生室多78个吧"))
    wrong = answer_claim_reckoned(inquire("民办村卫生室比公办村卫生室多78个吧"))

    assert right is not None and right.headline.startswith("是的")
    assert wrong is not None and wrong.headline.startswith("不是，")


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("已发布的标准一共38项对吧", "是的，38项"),
        ("马德里商标今年新增前是6件对吗", "是的，6件"),
        # a share done is none of a rate
        ("商标完成率95%以上了没", "是的，14036/14500件"),
        # the goal is named by its number
        ("万人专利4件的目标完成九成了吗", "完成96.2%"),
    ],
)
def test_claims_in_everyday_words(ask: Ask, asked: str, said: str) -> None:
    assert said in ask(asked).headline
