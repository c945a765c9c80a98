"""Rests: the other kinds, who was not chosen, who did not get it."""

import pytest

from assistant.dialogue.answering.rests import answer_complement, share_of_winners
from tests.assistant.dialogue.answering.conftest import Inquire
from tests.assistant.dialogue.conftest import Ask


@pytest.mark.parametrize(
    ("asked", "rest", "shown"),
    [
        ("除了公办村卫生室，其余村卫生室有多少个", "72个", "222-150=72个"),
        ("申报的9家单位里没通过评审的有几家", "7家", "9-2=7家"),
    ],
)
def test_the_whole_less_the_part_named(inquire: Inquire, asked: str, rest: str, shown: str) -> None:
    answer = answer_complement(inquire(asked))

    assert answer is not None
    assert (answer.kind, answer.headline) == ("computed", rest)
    assert shown in answer.body


@pytest.mark.parametrize(
    "asked",
    [
        "除了护士，其余乡村医生有多少名",
        "除了设备还有多少",
        "没通过评审的有几家",  # every figure bears a standing: none of them is meant
    ],
)
def test_without_a_whole_there_is_no_rest(inquire: Inquire, asked: str) -> None:
    assert answer_complement(inquire(asked)) is None


def test_winners_are_a_share_of_those_counted_in_their_sentence(inquire: Inquire) -> None:
    answer = share_of_winners(inquire("通过评审的占申报单位的百分之几"))

    assert answer is not None
    assert answer.headline == "22.2%"
    assert "城关卫生院、白塔卫生院" in answer.body


def test_a_share_of_something_else_has_no_winners(inquire: Inquire) -> None:
    assert share_of_winners(inquire("公办村卫生室占百分之几")) is None


def test_the_rest_of_what_an_earlier_sentence_counts(of_schools: Inquire) -> None:
    answer = answer_complement(of_schools("没参加托管的学生还有多少"))

    assert answer is not None
    assert answer.headline == "2.56万人"


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        (["申报的11家里最后几家获奖"], "2家（施密特电梯、盛泰光电）"),
        (["质量奖入围几家", "几家评上了"], "2家（施密特电梯、盛泰光电）"),
    ],
)
def test_who_got_through_is_counted_by_name(ask: Ask, turns: list[str], said: str) -> None:
    *_, reply = (ask(turn) for turn in turns)

    assert reply.headline == said


def test_of_what_something_is_left_has_to_be_said(ask: Ask) -> None:
    ask("质量奖入围几家")

    assert ask("还剩几家").kind == "unknown"
