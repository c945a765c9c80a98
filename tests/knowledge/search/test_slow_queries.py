"""No question makes much work: what reaches jieba, rapidfuzz and the vocabulary is bounded."""

import pytest

from knowledge.search import SearchIndex, ranking
from knowledge.search.seeking import LONGEST
from knowledge.words.cutting import Dictionary
from tests.knowledge.search.test_index import ROWS

MOST_LOOKS = 200  # times the vocabulary is asked for terms, for one question
HARD = {
    "one word": "知名品牌" * 25_000,
    "a thousand characters": "".join(chr(0x4E00 + 19 * at) for at in range(1_000)) * 100,
    "slips": "知品名牌注册伤标" * 10_000,
    "digits": "1234567890" * 10_000,
    "marks": "（" * 50_000 + "知名品牌" + "）" * 50_000,
}


@pytest.mark.parametrize("kind", HARD)
def test_a_hard_question_makes_little_work(
    index: SearchIndex, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    index.add(ROWS)
    cut: list[int] = []
    compared: list[int] = []
    looks: list[str] = []
    plain_cut, plain_ratio = Dictionary.cut_for_search, ranking.fuzz.partial_ratio
    plain_look = SearchIndex.frequencies
    monkeypatch.setattr(
        Dictionary,
        "cut_for_search",
        lambda self, run: (cut.append(len(run)), plain_cut(self, run))[1],
    )
    monkeypatch.setattr(
        ranking.fuzz,
        "partial_ratio",
        lambda bare, best: (compared.append(len(bare)), plain_ratio(bare, best))[1],
    )
    monkeypatch.setattr(
        SearchIndex,
        "frequencies",
        lambda self, layer, terms: (looks.append(layer), plain_look(self, layer, terms))[1],
    )

    index.search(HARD[kind], 5)

    assert sum(cut) <= LONGEST
    assert max(compared, default=0) <= LONGEST
    assert len(looks) <= MOST_LOOKS
