"""Membership: yes, no, or neither, from the row itself."""

import pytest

from assistant.dialogue.answering.denying import denied_differing
from assistant.dialogue.answering.membership import (
    answer_belonging,
    answer_either,
    answer_yesno,
)
from tests.assistant.dialogue.answering.conftest import Inquire


@pytest.mark.parametrize(
    ("asked", "begins"),
    [
        ("城关卫生院通过省级示范卫生院评审了吗", "是的"),
        ("健康小屋是服务品牌吗", "是的"),
        ("村卫生室是222个吗", "是的"),
        ("承诺一共有3项吗", "是的"),
        ("承诺一共有四项吗", "不是"),
        ("村卫生室是252个吗", "不是"),
        # it is somebody else's
        ("东门卫生院通过省级示范卫生院评审了吗", None),
        # what is sought is not held
        ("南桥卫生院是国家级示范卫生院吗", "还没有"),
    ],
)
def test_a_row_that_bears_every_word_decides(
    inquire: Inquire, asked: str, begins: str | None
) -> None:
    answer = answer_yesno(inquire(asked))

    if begins is None:
        assert answer is None or not answer.headline.startswith("是的")
    else:
        assert answer is not None and answer.headline.startswith(begins)
        assert answer.proofs


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("白塔卫生院通过的是省级还是国家级示范卫生院评审", "省级"),
        ("移动医院是服务品牌还是示范卫生院", "服务品牌"),
    ],
)
def test_of_two_things_the_one_the_letter_states(inquire: Inquire, asked: str, said: str) -> None:
    answer = answer_either(inquire(asked))

    assert answer is not None
    assert said in answer.headline


@pytest.mark.parametrize("asked", ["健康小屋是服务品牌吗", "急救站是公办还是民办"])
def test_other_questions_are_no_choice_of_two(inquire: Inquire, asked: str) -> None:
    assert answer_either(inquire(asked)) is None


def test_a_name_beside_its_list_belongs_to_it(inquire: Inquire) -> None:
    answer = answer_belonging(inquire("名医下乡 服务品牌"))

    assert answer is not None
    assert "名医下乡" in answer.headline and "服务品牌" in answer.headline


@pytest.mark.parametrize("asked", ["名医下乡", "名医下乡 示范卫生院"])
def test_a_name_without_its_list_belongs_to_none(inquire: Inquire, asked: str) -> None:
    assert answer_belonging(inquire(asked)) is None


def test_a_year_the_letter_does_not_print_denies_nothing(of_schools: Inquire) -> None:
    assert denied_differing(of_schools("去年有学校乱收费吗")) is None
