"""Lists: of names asked for, and none where a way, a receiver or a doer is asked."""

import pytest

from assistant.dialogue.answering.listings import answer_list
from tests.assistant.dialogue.conftest import Ask


def test_names_asked_for_are_listed(ask: Ask) -> None:
    assert ask("哪几个是证明商标").headline == "大足石雕、大足冬菜、大足锻打刀、大足黑山羊"


@pytest.mark.parametrize(
    "asked", ["采取什么方式建村卫生室", "谁来建村卫生室", "怎样才能加入村卫生室"]
)
def test_no_list_of_names_is_a_way_or_a_doer(inquire, asked: str) -> None:
    assert answer_list(inquire(asked)) is None


def test_what_is_given_is_nobody_it_is_given_to(ask: Ask) -> None:
    assert ask("公用品牌放给哪些人用了").kind != "list"
