"""Claims: a number or a department claimed, against what the letter says."""

from decimal import Decimal

import pytest

from assistant.dialogue.answering.claims import answer_claim, responsible_claimed, value_is
from assistant.dialogue.question import Number
from knowledge import Commitment, Indicator
from tests.assistant.dialogue.answering.conftest import Inquire, quotes


@pytest.mark.parametrize(
    ("asked", "begins"),
    [
        ("村卫生室是222个吧", "是的"),
        ("村卫生室是252个吧", "不是252个，函中是222个"),
        ("村卫生室超过200个了吗", "是的"),
        ("村卫生室超过222个了吗", "不是"),
        ("村卫生室不到200个吧", "不是"),
        ("村卫生室没有超过222个吧", "是的"),
        ("村卫生室在222个以上吧", "是的"),
        # what is new, or promised, does not prove what there is
        ("村卫生室有12个吧", "不是12个"),
        ("村卫生室有240个了吧", "不是240个"),
    ],
)
def test_a_claim_is_held_against_the_figure(inquire: Inquire, asked: str, begins: str) -> None:
    answer = answer_claim(inquire(asked))

    assert answer is not None
    assert answer.headline.startswith(begins)
    assert "222个" in quotes(answer)


@pytest.mark.parametrize("asked", ["护士有331名吧", "村卫生室有222万元吧"])
def test_without_a_figure_of_that_thing_and_unit_nothing_is_decided(
    inquire: Inquire, asked: str
) -> None:
    assert answer_claim(inquire(asked)) is None


def test_ten_thousands_are_the_figure_in_ones(fact) -> None:
    money = fact(Indicator, value=Decimal(360))

    assert value_is(Number(Decimal(360), "万元", "360万元"), money)
    assert value_is(Number(Decimal(3_600_000), "元", "3600000元"), money)
    assert not value_is(Number(Decimal(36), "万元", "36万元"), money)


@pytest.mark.parametrize(
    ("asked", "begins"),
    [
        ("村卫生室达到240个由卫健局负责吗", "是的"),
        ("村医培训点由财政局负责吗", "不是"),
    ],
)
def test_a_department_is_held_against_those_of_the_promise(
    inquire: Inquire, asked: str, begins: str
) -> None:
    answer = responsible_claimed(inquire(asked))

    assert answer is not None
    assert answer.headline.startswith(begins)
    assert all(isinstance(proof.evidence.fact, Commitment) for proof in answer.proofs)


def test_without_a_department_nothing_is_claimed(inquire: Inquire) -> None:
    assert responsible_claimed(inquire("村卫生室由谁负责")) is None
