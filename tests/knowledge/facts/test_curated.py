"""Curated words: patterns made of the lexicon's lists."""

import re

from knowledge.facts.curated import any_of, curated


def test_the_longest_word_of_a_list_comes_first():
    assert re.match(any_of("offices", "sections"), "办公室魏来")[0] == "办公室"


def test_no_label_has_two_meanings():
    labels = curated("labels")
    words = [word for group in labels["fields"].values() for word in group]

    assert sorted(words) == sorted(set(words))
