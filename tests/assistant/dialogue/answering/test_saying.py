"""Saying: facts in words, for headlines and sentences."""

from decimal import Decimal

import pytest

from assistant.dialogue.answering.saying import (
    commitment_sentence,
    figure,
    label,
    label_value,
    number,
    same_thing,
    sentence,
    short,
    unit_of,
    value_of,
)
from knowledge import Commitment, Evidence, Indicator, LetterField, Library


def of_59(library: Library, value: str) -> Evidence:
    rows = library.facts(library.letters()[0].id)
    return next(
        row for row in rows if isinstance(row.fact, Indicator) and row.fact.value == Decimal(value)
    )


@pytest.mark.parametrize(
    ("value", "plain"), [("3.850", "3.85"), ("1E+3", "1000"), ("14036", "14036"), ("0.20", "0.2")]
)
def test_a_number_has_no_tail_of_zeros(value: str, plain: str) -> None:
    assert number(Decimal(value)) == plain


@pytest.mark.parametrize(
    ("value", "words"),
    [("14036", "14036件"), ("21", "21个"), ("24", "24万余元"), ("400", "预计400万元左右")],
)
def test_a_figure_is_said_as_printed(shipped: Library, value: str, words: str) -> None:
    assert short(of_59(shipped, value)) == words


@pytest.mark.parametrize(
    ("measure", "said"),
    [("存量", "222个"), ("新增", "新增12个"), ("目标", "目标240个")],
)
def test_what_is_new_or_aimed_at_says_so(fact, measure: str, said: str) -> None:
    assert short(fact(Indicator, name="村卫生室", measure=measure)) == said


def test_the_sentence_has_time_area_and_name(fact) -> None:
    assert sentence(fact(Indicator, name="村卫生室")) == "截至2024年6月，全县村卫生室222个"


def test_a_promise_is_said_with_deadline_and_department(fact) -> None:
    row = fact(Commitment, key="87-附-2")

    said = "家庭医生签约率达到70%，时限2025年6月底，责任单位县卫生健康局、县财政局"
    assert sentence(row) == commitment_sentence(row.fact) == said
    assert label_value(row) == "家庭医生签约率达到70%"
    assert (value_of(row), unit_of(row)) == (70, "%")


def test_a_figure_keeps_its_name_with_its_value(fact) -> None:
    row = fact(Indicator, name="乡村医生", measure="存量")

    assert (label(row), label_value(row)) == ("乡村医生", "乡村医生331名")
    assert figure(row.fact, row) == "331名"


def test_what_holds_no_figure_has_none(fact) -> None:
    row = fact(LetterField, name="signer")

    assert (short(row), value_of(row), unit_of(row)) == ("", None, "")


def test_the_same_figure_of_text_and_table_is_one_thing(fact) -> None:
    promised, told = fact(Commitment, key="87-附-1"), fact(Indicator, value=Decimal(240))

    assert same_thing(promised, told)
    assert not same_thing(promised, fact(Indicator, name="村卫生室"))
    assert not same_thing(promised, fact(Commitment, key="87-附-3"))
