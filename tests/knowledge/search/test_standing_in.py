"""Standing in: for a pair the corpus never holds, likely ones; for a word, its synonyms."""

from collections.abc import Mapping, Sequence

import pytest

from knowledge.search.query import Frequencies, Query, frequencies_of, understand
from knowledge.search.standing_in import STAND_IN, SYNONYM, with_stand_ins
from knowledge.search.terms import PAIRS, WORDS
from knowledge.words import Cutter


def corpus(*terms: str) -> Frequencies:
    """How often terms stand in a corpus that holds these only, each twice, as pairs and as words."""

    def frequencies(layer: str, wanted: Sequence[str]) -> Mapping[str, int]:
        return {term: 2 for term in wanted if term in terms}

    return frequencies


def stood_in(query: Query, held: Frequencies, synonyms: Mapping[str, Sequence[str]]) -> Query:
    return with_stand_ins(query, frequencies_of(query, held), held, synonyms)[0]


@pytest.mark.parametrize(
    ("typed", "stands_in"),
    [
        # one of the same sound
        ("清河东菜", {"冬菜"}),
        # turned round
        ("清河菜冬", {"冬菜"}),
        # spelt well
        ("清河冬菜", set()),
        # nothing sounds like it
        ("清河火箭", set()),
    ],
)
def test_an_unseen_pair_has_stand_ins(cutter: Cutter, typed: str, stands_in: set[str]) -> None:
    query = stood_in(understand(typed, cutter), corpus("冬菜", "清河", "证明"), {})

    assert query.stand_ins[PAIRS] == dict.fromkeys(stands_in, STAND_IN)


def test_two_characters_turned_round_bring_back_the_pairs_on_both_sides(cutter: Cutter) -> None:
    query = stood_in(understand("知品名牌", cutter), corpus("知名", "名品", "品牌"), {})

    assert set(query.stand_ins[PAIRS]) == {"知名", "名品", "品牌"}


def test_a_pair_that_stands_in_stands_for_the_word_it_is(cutter: Cutter) -> None:
    query = stood_in(understand("清河东菜", cutter), corpus("冬菜", "清河"), {})

    assert query.stand_ins[WORDS] == {"冬菜": STAND_IN}


def test_a_word_has_those_synonyms_that_the_corpus_holds(cutter: Cutter) -> None:
    synonyms = {"孩子": ("小孩", "儿童", "宝宝")}

    query = stood_in(understand("孩子上学", cutter), corpus("孩子", "儿童"), synonyms)

    assert query.stand_ins[WORDS] == {"儿童": SYNONYM}


@pytest.mark.parametrize(
    ("asked", "held", "stands_in"),
    [
        ("第五十九号建议", "59", {"59"}),
        ("第59号建议", "五十九", {"五十九"}),
        # not written otherwise anywhere
        ("第59号建议", "六十", set()),
        # digits nobody writes out
        ("电话13000000000", "十三", set()),
    ],
)
def test_a_number_is_found_however_written(
    cutter: Cutter, asked: str, held: str, stands_in: set[str]
) -> None:
    query = stood_in(understand(asked, cutter), corpus(held), {})

    assert set(query.stand_ins[WORDS]) == stands_in


def test_the_frequencies_of_what_stands_in_are_known(cutter: Cutter) -> None:
    query, held = understand("清河东菜", cutter), corpus("冬菜")

    _, known = with_stand_ins(query, frequencies_of(query, held), held, {})

    assert known[PAIRS]["冬菜"] == known[WORDS]["冬菜"] == 2
