"""Explaining: sentences of the letter as they stand, for how, why and what."""

import pytest

from assistant.dialogue.answering.explaining import (
    answer_ahead,
    answer_explain,
    answer_measures,
)
from assistant.dialogue.answering.headings import answer_headings, bare_heading
from assistant.dialogue.answering.reasons import asks_why
from tests.assistant.dialogue.answering.conftest import Inquire, quotes


@pytest.mark.parametrize(
    ("asked", "quote"),
    [
        ("怎么提升村医服务能力", "定向培养、在岗培训"),
        ("为什么乡村医生流失", "村卫生室待遇偏低"),
        ("下一步怎么推动医疗资源下沉", "加快建设县域医共体"),
    ],
)
def test_the_sentence_that_bears_the_words_is_quoted(
    inquire: Inquire, asked: str, quote: str
) -> None:
    answer = answer_explain(inquire(asked))

    assert answer is not None
    assert answer.quoted
    assert quote in quotes(answer)


@pytest.mark.parametrize(
    "asked",
    [
        "怎么改造急救站",
        "为什么推广远程会诊",  # no reason is told,
    ],
)
def test_where_no_sentence_says_it_nothing_is_told(inquire: Inquire, asked: str) -> None:
    assert answer_explain(inquire(asked)) is None


def test_what_lies_ahead_is_not_what_is_done(inquire: Inquire) -> None:
    answer = answer_ahead(inquire("今后还有什么打算"))

    assert answer is not None
    assert "医共体" in quotes(answer)
    assert "采购诊疗设备" not in quotes(answer)


def test_a_thing_named_is_no_question_of_all_that_lies_ahead(inquire: Inquire) -> None:
    assert answer_ahead(inquire("下一步村卫生室有什么打算")) is None


def test_headings_below_the_one_named_are_its_parts(inquire: Inquire) -> None:
    answer = answer_headings(inquire("主要工作分为哪几个方面"))

    assert answer is not None
    assert answer.names == ("改善设施条件", "重点培育示范", "加强人才培养")


def test_a_heading_without_parts_is_no_list(inquire: Inquire) -> None:
    assert answer_headings(inquire("基本情况分为哪几个方面")) is None


@pytest.mark.parametrize(
    ("asked", "told"),
    [("人才培养有哪些措施", True), ("3家医院有哪些", False), ("医院有哪些", False)],
)
def test_sentences_stand_for_doings_never_for_names(
    inquire: Inquire, asked: str, told: bool
) -> None:
    assert (answer_measures(inquire(asked)) is not None) is told


@pytest.mark.parametrize(
    ("heading", "bare"),
    [
        ("（一）改善设施条件。", "改善设施条件"),
        ("一、基本情况", "基本情况"),
        ("3．打算", "打算"),
        ("", ""),
    ],
)
def test_a_heading_without_its_number(heading: str, bare: str) -> None:
    assert bare_heading(heading) == bare


@pytest.mark.parametrize(
    ("text", "why"),
    [("为什么流失", True), ("流失的原因", True), ("怎么流失的", False), ("", False)],
)
def test_reasons_are_asked_by_their_words(text: str, why: bool) -> None:
    assert asks_why(text) is why


def test_how_is_told_by_what_leads_to_it(inquire: Inquire) -> None:
    answer = answer_explain(inquire("怎么提升村医服务能力"))

    assert answer is not None
    assert answer.headline.startswith("通过定向培养")


def test_a_count_does_not_tell_how(inquire: Inquire) -> None:
    answer = answer_explain(inquire("怎么管乡村医生"))

    assert answer is None or "331名" not in answer.headline


def test_a_sentence_on_what_was_suggested_may_give_the_reason(of_schools: Inquire) -> None:
    answer = answer_explain(of_schools("为什么财政不承担校车费"))

    assert answer is not None
    assert "财力有限" in quotes(answer)
