"""Asking: many ways of asking the same are read as one, and different questions stay apart."""

from collections import Counter

import pytest

from knowledge.search.asking import plainly
from knowledge.words import Lexicon


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon.load()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("如何办护照", "请问怎样办护照"),
        ("为何要续展", "续展是什么原因"),
        ("感冒可以吃鸡蛋吗", "感冒能不能吃鸡蛋么？"),
        ("学车费用是多少", "学车多少钱"),
        ("手机进水如何处理", "手机进水怎么办"),
        ("多长时间能办好", "几天能办好"),
    ],
)
def test_the_same_is_asked(lexicon: Lexicon, one: str, other: str) -> None:
    shared = Counter(plainly(one, lexicon)) & Counter(plainly(other, lexicon))

    assert shared.total() >= len(plainly(one, lexicon)) - 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("怎么要续展", "为什么要续展"),
        ("这家店怎样", "怎样开店"),
        ("多少钱", "多久"),
        ("哪里办", "谁办"),
    ],
)
def test_another_thing_is_asked(lexicon: Lexicon, one: str, other: str) -> None:
    assert plainly(one, lexicon) != plainly(other, lexicon)


def test_at_the_end_a_word_asks_something_else(lexicon: Lexicon) -> None:
    assert plainly("这家店怎样？", lexicon) == "这家店怎么样？"
    assert plainly("怎样开店", lexicon) == "怎么开店"


def test_each_way_of_asking_is_read_one_way(lexicon: Lexicon) -> None:
    asking = lexicon.raw("asking")
    ways = [way for group in asking["anywhere"].values() for way in group] + asking["nothing"]

    assert [way for way, count in Counter(ways).items() if count > 1] == []
