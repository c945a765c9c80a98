"""Synonyms: a word's group without itself, over all the groups it stands in."""

from knowledge.search.synonyms import synonyms
from knowledge.words import Lexicon


def test_a_word_has_the_others_of_all_its_groups() -> None:
    found = synonyms(Lexicon.load())

    assert {"小孩", "儿童", "未成年人"} <= set(found["孩子"])
    assert "孩子" not in found["孩子"]


def test_what_is_a_synonym_of_another_has_it_for_one_too() -> None:
    found = synonyms(Lexicon.load())

    assert all(word in found[other] for word, others in found.items() for other in others)
