"""Vocabulary: the lexicon's words as patterns."""

import re

import pytest

from knowledge.facts.vocabulary import one_of, vocabulary_of
from knowledge.words.lexicon import Lexicon


def test_the_longest_word_comes_first_and_signs_mean_themselves() -> None:
    pattern = re.compile(one_of(["万", "万元", "元（含税）", "万"]))

    assert pattern.findall("3万元、2万、5元（含税）") == ["万元", "万", "元（含税）"]


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        ("个泵站", "个"),
        ("家企业", "家"),
        ("家庭农场", None),  # 家 begins another word
        ("平方公里湿地", "平方公里"),  # the longest unit
        ("年", None),  # a year counts nothing
    ],
)
def test_a_unit_is_one_only_where_no_other_word_begins(
    words: str, unit: str | None, lexicon: Lexicon
) -> None:
    found = vocabulary_of(lexicon).unit.match(words)

    assert (found[0] if found else None) == unit


def test_edges_are_looked_for_where_they_stand(lexicon: Lexicon) -> None:
    vocabulary = vocabulary_of(lexicon)

    assert vocabulary.rising_last.search("比去年增长了")
    assert not vocabulary.rising_last.search("增长了的企业")
    assert vocabulary.bound_before.search("培训约")
    assert not vocabulary.bound_before.search("约谈企业")


def test_a_lexicon_is_compiled_once(lexicon: Lexicon) -> None:
    assert vocabulary_of(lexicon) is vocabulary_of(lexicon)
