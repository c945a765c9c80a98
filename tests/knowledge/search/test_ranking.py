"""Ranking: the text whose one sentence answers comes before the one that has the words scattered."""

import pytest

from knowledge.search.query import frequencies_of, understand
from knowledge.search.ranking import Corpus, in_order, longest_run, promising, rank, scale
from knowledge.words import Cutter

TOGETHER = "全区有效注册商标一万余件。其他工作正常。"
SCATTERED = "全区工作正常。商标很多。有效推进。注册了账号。"


def test_words_in_one_sentence_beat_scattered_words(cutter: Cutter) -> None:
    query = understand("有效注册商标有多少", cutter)
    known = frequencies_of(query, lambda layer, terms: dict.fromkeys(terms, 2))

    scaled = scale(query, known, Corpus(100, 20.0))
    ranked = rank(scaled, [(1, SCATTERED), (2, TOGETHER)])

    assert [id for id, _ in ranked] == [2, 1]
    assert ranked[0][1] > ranked[1][1]


@pytest.mark.parametrize(
    ("query", "text", "length"),
    [
        ("注册商标", "有效注册商标", 4),
        ("注册 商标", "注册商标", 2),
        ("东菜", "冬菜", 1),
        ("", "冬菜", 0),
    ],
)
def test_the_longest_run_in_common_is_counted(query: str, text: str, length: int) -> None:
    assert longest_run(query, text) == length


def test_pieces_that_hold_more_of_what_is_rare_are_more_promising(cutter: Cutter) -> None:
    query = understand("石雕商标有多少", cutter)
    known = frequencies_of(query, lambda layer, terms: {t: 1 if "雕" in t else 40 for t in terms})
    pieces = [(1, "商标很多。"), (2, "石雕很多。"), (3, "石雕商标。"), (4, "天气。")]

    found = promising(scale(query, known, Corpus(50, 5.0)), pieces, 3)

    assert [passage for passage, _ in found] == [3, 2, 1]


def test_of_two_pieces_with_the_same_terms_the_shorter_is_more_promising(cutter: Cutter) -> None:
    query = understand("石雕", cutter)
    known = frequencies_of(query, lambda layer, terms: dict.fromkeys(terms, 2))
    pieces = [(1, "石雕" + "很好。" * 50), (2, "石雕很好。")]

    found = promising(scale(query, known, Corpus(50, 20.0)), pieces, 1)

    assert [passage for passage, _ in found] == [2]


def test_equal_scores_are_in_the_order_of_the_ids() -> None:
    assert in_order([(7, 1.0), (3, 1.0), (5, 2.0)]) == [(5, 2.0), (3, 1.0), (7, 1.0)]
