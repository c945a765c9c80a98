"""Five named of thirty-two counted are no list of all, and rule nothing out."""

import pytest

from assistant.dialogue.answering.denying import denied_left_out
from assistant.dialogue.answering.listings import answer_list
from tests.assistant.dialogue.answering.conftest import Inquire


@pytest.mark.parametrize("asked", ["全部老字号的名单", "那16家老字号叫什么"])
def test_all_are_asked_for_and_a_part_is_named(of_districts: Inquire, asked: str) -> None:
    answer = answer_list(of_districts(asked))

    assert answer is not None
    assert answer.kind == "unknown"
    assert answer.headline == "函中没有列出全部16家，只点名其中2个"
    assert "同庆斋、德兴坊" in answer.body


def test_a_list_of_some_says_how_many_there_are(of_districts: Inquire) -> None:
    answer = answer_list(of_districts("老字号有哪些"))

    assert answer is not None
    assert answer.headline == "同庆斋、德兴坊"
    assert "共有16家" in answer.body


def test_the_new_ones_are_all_named(of_districts: Inquire) -> None:
    answer = answer_list(of_districts("新增的老字号名单"))

    assert answer is not None
    assert answer.kind == "list"
    assert "16家" not in answer.body


def test_what_is_not_named_may_still_be_one(of_districts: Inquire) -> None:
    answer = denied_left_out(of_districts("顺和楼是老字号吗"))

    assert answer is not None
    assert answer.kind == "unknown"
    assert answer.headline.startswith("函中没有写明")
