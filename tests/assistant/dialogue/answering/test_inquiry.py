"""Inquiry: what every answerer is handed."""

from assistant.dialogue.answering.inquiry import FOCUS_NAME, FOCUS_QUOTE, texts
from assistant.dialogue.question import Word
from knowledge import Indicator, Listing, Recognition
from tests.assistant.dialogue.answering.conftest import Inquire


def test_what_stands_beside_the_thing_talked_about_has_a_bonus(inquire: Inquire, fact) -> None:
    public = fact(Indicator, name="公办村卫生室")
    inquiry = inquire("民办的呢", public)
    bonus = {
        found.evidence.fact.name: inquiry.near_focus(found)
        for found in inquiry.candidates.of(Indicator)
        if isinstance(found.evidence.fact, Indicator)
    }

    assert bonus["公办村卫生室"] == FOCUS_NAME
    assert bonus["民办村卫生室"] == FOCUS_QUOTE
    assert bonus["采购诊疗设备"] == 0.0


def test_without_a_focus_nothing_has_a_bonus(inquire: Inquire) -> None:
    inquiry = inquire("村卫生室有多少个")

    assert {inquiry.near_focus(found) for found in inquiry.candidates.fits} == {0.0}


def test_another_question_is_held_against_facts_of_the_kinds_given(inquire: Inquire) -> None:
    inquiry = inquire("村卫生室有多少个")

    other = inquiry.with_question(inquiry.question, Recognition, Listing)

    kinds = {type(found.evidence.fact) for found in other.candidates.fits}
    assert kinds == {Recognition, Listing}
    assert other.now == inquiry.now


def test_the_letters_asked_are_named_once(inquire: Inquire) -> None:
    assert [head.code for head in inquire("村卫生室有多少个").heads()] == ["87"]


def test_words_are_named_in_quotation_marks_and_cut() -> None:
    assert texts((Word("村医", ("村医",)), Word("长" * 30, ("长",)))) == f"“村医”、“{'长' * 20}”"
    assert texts(()) == ""
