"""Codes: the head that all codes of a letter share."""

from dataclasses import replace

from knowledge import Findings, ReplyLetter
from knowledge.library.codes import code_head, recoded
from tests.knowledge.store.test_saving import FOUND


def test_the_head_of_a_letters_codes_is_its_number():
    assert code_head(FOUND) == "7"
    assert code_head(Findings(ReplyLetter())) == "x"


def test_every_code_of_a_letter_takes_the_new_head():
    moved = recoded(FOUND, "7b")

    places = [
        fact.place.code
        for facts in (moved.sentences, moved.indicators, moved.listings, moved.recognitions)
        for fact in facts
    ]
    assert set(places) == {"7b-1-1"}
    assert [passage.code for passage in moved.passages] == ["7b-1-1", "7b-foot-1"]
    assert moved.letter.contact.place.code == "7b-foot-1"
    assert moved.letter.fields[0].place.code == "7b-foot-1"
    assert (moved.commitments[0].key, moved.commitments[0].place.code) == ("7b-附-1", "7b-1-1")


def test_nothing_but_the_codes_changes():
    assert recoded(recoded(FOUND, "7b"), "7") == FOUND
    assert recoded(FOUND, "7") is FOUND


def test_a_letter_without_a_contact_is_moved_too():
    bare = replace(FOUND, letter=ReplyLetter(number="7"))

    assert recoded(bare, "8").letter.contact.place is None
