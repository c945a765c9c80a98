"""The adapter for measuring: plain passages in, places and scores out, whatever the passages are."""

from pathlib import Path

import pytest

from tests.bench.passages import Search, build

PASSAGES = [
    "全区知名品牌32个，其中农产品品牌21个。",
    "公共停车位2732个，收費標準由物价部门核定。",
    "",
    "养老床位1200张，护理型床位占比55%。",
    "公共停车位2732个，收費標準由物价部门核定。",
    "😀👍。。。？！",
    "第一季度新增就业3000人。",
]


@pytest.fixture(scope="module")
def search(tmp_path_factory: pytest.TempPathFactory) -> Search:
    return build(PASSAGES, str(tmp_path_factory.mktemp("adapter")))


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ("停车位有多少", 1),
        # simplified for traditional, and the other way round
        ("停车收费标准", 1),
        ("養老床位", 3),
        # full-width figures, an emoji beside the words, a slip
        ("护理型床位５５％", 3),
        ("新增就业多少人😀", 6),
        ("知名品排有几个", 0),
    ],
)
def test_the_place_of_the_right_passage_comes_first(search: Search, query: str, place: int) -> None:
    found = search(query, 5)

    assert found[0][0] == place
    assert found[0][1] > 0


@pytest.mark.parametrize("query", ["", "   ", "。？！", "😀", "xyzzy", "\x00"])
def test_a_query_without_a_word_that_is_there_finds_nothing(search: Search, query: str) -> None:
    assert search(query, 5) == []


@pytest.mark.parametrize(("k", "count"), [(0, 0), (1, 1), (2, 2), (1000, 2)])
def test_no_more_are_found_than_asked_for_nor_than_there_are(
    search: Search, k: int, count: int
) -> None:
    assert len(search("公共停车位", k)) == count


def test_identical_passages_score_the_same_and_keep_their_order(search: Search) -> None:
    (first, score), (second, other) = search("公共停车位收费标准", 2)

    assert (first, second) == (1, 4)
    assert score == other


def test_the_same_query_gives_the_same_answer_in_another_folder(
    search: Search, tmp_path: Path
) -> None:
    again = build(PASSAGES, str(tmp_path))

    assert again("床位和停车位的品牌", 7) == search("床位和停车位的品牌", 7)


@pytest.mark.parametrize(
    ("passages", "found"),
    [
        ([], []),
        ([""], []),
        (["", "。", "😀"], []),
        # a single passage is found by any of its words, though none of them is rare
        (["全区知名品牌32个。"], [0]),
    ],
)
def test_a_corpus_of_next_to_nothing_breaks_nothing(
    tmp_path: Path, passages: list[str], found: list[int]
) -> None:
    search = build(passages, str(tmp_path))

    assert [place for place, _ in search("知名品牌", 5)] == found


def test_a_passage_of_50000_characters_is_found_by_any_part_and_counts_once(tmp_path: Path) -> None:
    filler = "其他各项工作按照计划有序推进，取得了较好的成效。" * 1_040
    passages = ["另一段文字。", f"{filler}石雕馆每周一闭馆。{filler}", "博物馆免费开放。"]
    search = build(passages, str(tmp_path))

    found = search("石雕馆星期几闭馆", 5)

    assert [place for place, _ in found][0] == 1
    assert [place for place, _ in found].count(1) == 1


def test_of_an_endless_query_only_the_beginning_is_looked_at(search: Search) -> None:
    assert search("停" * 1_000 + "知名品牌", 5) == search("停" * 1_000, 5)


def test_building_again_in_the_same_folder_starts_anew(tmp_path: Path) -> None:
    build(["全区知名品牌32个。"], str(tmp_path))
    search = build(["公共停车位2732个。"], str(tmp_path))

    assert search("知名品牌", 5) == []
