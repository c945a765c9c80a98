"""The index of large bases gives the same answers as the one inside SQLite."""

from pathlib import Path

import pytest

from knowledge.search import SearchIndex
from knowledge.search.large import LargeIndex
from knowledge.words import Cutter
from tests.knowledge.search.test_index import ROWS


@pytest.fixture
def large(tmp_path: Path, cutter: Cutter) -> LargeIndex:
    index = LargeIndex(tmp_path / "large", cutter)
    index.add(ROWS)
    return index


@pytest.mark.parametrize(
    "question", ["知名品牌有多少个", "清河东菜", "停车收费标准", "养老床位", "", "天气"]
)
def test_both_engines_give_the_same_order(
    large: LargeIndex, index: SearchIndex, question: str
) -> None:
    index.add(ROWS)

    assert [id for id, _ in large.search(question, 3)] == [
        id for id, _ in index.search(question, 3)
    ]


def test_only_passages_of_the_letters_asked_for_are_found(large: LargeIndex) -> None:
    assert {id for id, _ in large.search("全区全市的品牌和停车位", 5, letters=[2])} == {21}


def test_a_removed_letter_is_not_found(large: LargeIndex) -> None:
    large.remove(1)

    assert 11 not in {id for id, _ in large.search("知名品牌", 5)}


def test_an_index_opened_again_finds_the_same(
    large: LargeIndex, tmp_path: Path, cutter: Cutter
) -> None:
    again = LargeIndex(tmp_path / "large", cutter)

    assert again.is_current
    assert again.search("知名品牌有多少个", 2) == large.search("知名品牌有多少个", 2)


def test_a_rebuilt_index_takes_the_place_of_the_old(large: LargeIndex) -> None:
    seen: list[int] = []

    large.rebuild(ROWS[3:], lambda done, total: seen.append(large.search("知名品牌", 1)[0][0]))

    assert seen == [11]
    assert 11 not in {id for id, _ in large.search("知名品牌", 5)}
    assert large.search("停车位", 1)[0][0] == 21
