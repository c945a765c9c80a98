"""Others: no, it is somebody else's."""

import pytest

from assistant.dialogue.answering.others import names_in, only_sought, other_holder, own_only
from knowledge import Recognition
from tests.assistant.dialogue.answering.conftest import Inquire, quotes


def test_a_title_of_another_is_put_right(inquire: Inquire) -> None:
    answer = other_holder(inquire("省级示范卫生院评审是南桥卫生院通过的吗"))

    assert answer is not None
    assert answer.headline.startswith("不是")
    assert "城关卫生院" in answer.headline + answer.body
    assert "城关卫生院" in quotes(answer)


@pytest.mark.parametrize(
    "asked",
    [
        "省级示范卫生院评审是城关卫生院通过的吗",  # it is
        "平安医院是南桥卫生院吗",  # a title the letter does not know
        "省级示范卫生院评审是李四通过的吗",  # someone the letter does not know
    ],
)
def test_nobody_else_is_put_forward_without_need(inquire: Inquire, asked: str) -> None:
    assert other_holder(inquire(asked)) is None


def test_who_has_other_titles_has_those(inquire: Inquire) -> None:
    answer = own_only(inquire("城关卫生院得了质量奖吗"))

    assert answer is not None
    assert answer.headline.startswith("不是")
    assert "省级示范卫生院评审" in answer.headline


def test_of_someone_without_titles_nothing_is_told(inquire: Inquire) -> None:
    assert own_only(inquire("东门卫生院得了质量奖吗")) is None


@pytest.mark.parametrize(
    ("asked", "sought"),
    [
        ("南桥卫生院是国家级示范卫生院吗", True),
        ("南桥卫生院申报国家级示范卫生院了吗", False),
        ("城关卫生院通过省级示范卫生院评审了吗", False),
    ],
)
def test_a_title_applied_for_is_not_held(inquire: Inquire, asked: str, sought: bool) -> None:
    inquiry = inquire(asked)
    found = max(inquiry.candidates.of(Recognition), key=lambda one: one.score)

    assert only_sought(inquiry.question, found) is sought


def test_names_of_the_letter_are_known_in_a_question(inquire: Inquire) -> None:
    assert names_in(inquire("城关卫生院和东门卫生院是服务品牌吗")) >= {"城关卫生院", "服务品牌"}
    assert names_in(inquire("天气怎么样")) == set()
