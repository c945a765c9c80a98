"""The benchmark: its corpus is the same every time, and its figures are counted right."""

import pytest

from tests.bench.bench import Found, ask
from tests.bench.corpus import Asked, Corpus
from tests.bench.engines import ENGINES
from tests.bench.paraphrases import HALVES, entries, misspelt_all


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return Corpus(60)


def test_a_corpus_of_one_size_is_always_the_same(corpus: Corpus) -> None:
    assert Corpus(60).passages == corpus.passages


def test_a_question_is_made_from_its_passage(corpus: Corpus) -> None:
    for asked in corpus.questions(5):
        assert set(asked.text) <= set(corpus.passages[asked.right])


@pytest.mark.parametrize("half", HALVES)
def test_a_question_in_other_words_is_none_of_the_entries(half: str) -> None:
    passages, asked = entries(half)

    assert len(passages) == len(set(passages))
    assert {one.text for one in asked}.isdisjoint(passages)
    assert len({one.right for one in asked}) == len(asked)


def test_misspelt_questions_differ_by_one_character_at_most() -> None:
    _, asked = entries("measure")

    slips = misspelt_all(asked)

    changed = [
        sum(a != b for a, b in zip(s.text, q.text, strict=True))
        for s, q in zip(slips, [q for q in asked for _ in range(3)], strict=True)
    ]
    assert max(changed) == 1
    assert sum(changed) > len(slips) / 2


def test_recall_and_rank_are_counted() -> None:
    asked = [Asked("甲", 1), Asked("乙", 2), Asked("丙", 3), Asked("丁", 4)]
    answers = {"甲": [1, 9], "乙": [9, 2], "丙": [9], "丁": [4]}

    found = ask(lambda query, k: answers[query], asked)

    assert (found.recall_1, found.recall_5, found.mrr_10) == (0.5, 0.75, 0.625)
    assert isinstance(found, Found)


@pytest.mark.slow
@pytest.mark.parametrize("engine", ENGINES)
def test_every_engine_finds_a_passage_by_its_words(
    corpus: Corpus, engine: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("engine")
    search = ENGINES[engine](corpus.passages, str(folder))

    assert search(corpus.passages[7], 10)[0] == 7
