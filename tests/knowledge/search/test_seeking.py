"""Seeking: the same steps over every engine; what an index depends on; a progress that is heard."""

from importlib.metadata import version

import pytest

from knowledge.search import SearchIndex
from knowledge.search.query import understand
from knowledge.search.seeking import STEP, counted, version_of, wanted
from knowledge.search.terms import WORDS
from knowledge.words import Cutter
from tests.knowledge.search.test_index import ROWS


def test_the_progress_hears_of_every_step_and_of_the_last() -> None:
    heard: list[int] = []

    rows = list(counted(((n, "", 0) for n in range(2 * STEP + 1)), heard.append))

    assert len(rows) == 2 * STEP + 1
    assert heard == [STEP, 2 * STEP, 2 * STEP + 1]


def test_nothing_at_all_is_heard_of_too() -> None:
    heard: list[int] = []

    list(counted([], heard.append))

    assert heard == [0]


def test_the_version_names_the_tokenizer_and_the_dictionary(cutter: Cutter) -> None:
    assert version_of(cutter).startswith(f"jieba-{version('jieba')}/")
    assert cutter.lexicon.version in version_of(cutter)


@pytest.mark.parametrize(
    ("question", "word", "sought"),
    [
        ("知名品牌有多少个", "知名品牌", True),
        ("知名品牌有多少个", "多少", False),
        # there is nothing else to look for
        ("多少", "多少", True),
    ],
)
def test_soft_words_are_sought_only_alone(
    cutter: Cutter, question: str, word: str, sought: bool
) -> None:
    assert (word in wanted(understand(question, cutter))[WORDS]) is sought


def test_of_a_passage_in_pieces_only_the_best_counts(index: SearchIndex) -> None:
    index.add([(1, "石雕馆免费开放。" * 200, 1), *ROWS])

    found = [id for id, _ in index.search("石雕馆免费开放", 10)]

    assert found.count(1) == 1
