"""Bearing: a row that bears the names and numbers of a claim, each where it counts."""

import pytest

from assistant.dialogue.answering.bearing import bears_names, bears_numbers, other_group
from knowledge import Indicator, Listing, Recognition, Sentence
from tests.assistant.dialogue.answering.conftest import Inquire


def rows(inquiry, kind: type):
    return inquiry.candidates.of(kind)


@pytest.mark.parametrize(
    ("asked", "borne"),
    [("甲公司获得市长质量奖", True), ("甲公司的专利质押融资", False)],
)
def test_a_sentence_states_what_one_of_its_clauses_says(
    of_districts: Inquire, asked: str, borne: bool
) -> None:
    inquiry = of_districts(asked)
    names = {word.text for word in inquiry.question.required}
    (sentence,) = [f for f in rows(inquiry, Sentence) if "甲公司" in f.evidence.quote]

    assert bears_names(sentence, names) is borne


def test_two_names_of_one_list_make_no_third(of_districts: Inquire) -> None:
    inquiry = of_districts("东山4A景区")
    listed = next(f for f in rows(inquiry, Listing) if "东山" in f.evidence.quote)

    assert not bears_names(listed, {word.text for word in inquiry.question.required})


def test_a_title_bears_its_holder_itself(inquire: Inquire) -> None:
    inquiry = inquire("城关卫生院通过评审")
    borne = [
        f.evidence.fact.holder
        for f in rows(inquiry, Recognition)
        if isinstance(f.evidence.fact, Recognition) and bears_names(f, {"城关卫生院"})
    ]

    assert borne == ["城关卫生院"]


def test_a_name_under_another_part_of_the_list_is_told(of_districts: Inquire) -> None:
    inquiry = of_districts("丙刀是农业农村委的品牌吗")
    listed = next(f for f in rows(inquiry, Listing) if "丙刀" in f.evidence.quote)

    assert other_group(inquiry, listed) == "丙刀属于市场监管局"


@pytest.mark.parametrize(
    ("asked", "borne"),
    [("村卫生室有222个吗", True), ("村卫生室有223个吗", False), ("2024年村卫生室有多少个", True)],
)
def test_every_number_claimed_stands_in_the_fact(inquire: Inquire, asked: str, borne: bool) -> None:
    inquiry = inquire(asked)
    found = next(
        f for f in rows(inquiry, Indicator) if getattr(f.evidence.fact, "name", "") == "村卫生室"
    )

    assert bears_numbers(inquiry, found) is borne
