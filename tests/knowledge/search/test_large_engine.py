"""One look into a tantivy index: sizes, frequencies and candidates as they stood when it was
opened.
"""

import sys
from pathlib import Path

import pytest

from knowledge.errors import MissingComponent
from knowledge.search.large import LargeIndex
from knowledge.search.large_engine import LargeEngine
from knowledge.search.terms import PAIRS, WORDS
from knowledge.words import Cutter
from tests.knowledge.search.test_index import ROWS


@pytest.fixture
def engine(tmp_path: Path, cutter: Cutter) -> LargeEngine:
    index = LargeIndex(tmp_path, cutter)
    index.add(ROWS)
    standing = index.standing
    return LargeEngine(tmp_path / standing.folder, standing.sizes)


def test_the_corpus_is_measured(engine: LargeEngine) -> None:
    corpus, asking = engine.corpus()

    assert (corpus.passages, asking) == (len(ROWS), 0)
    assert corpus.average == pytest.approx(sum(len(text) for _, text, _ in ROWS) / len(ROWS))


def test_frequencies_count_passages(engine: LargeEngine) -> None:
    assert engine.frequencies(PAIRS, ["商标", "没有"]) == {"商标": 2, "没有": 0}


def test_what_opened_it_does_not_see_what_came_later(
    engine: LargeEngine, tmp_path: Path, cutter: Cutter
) -> None:
    LargeIndex(tmp_path, cutter).add([(31, "一条新的商标。", 3)])

    assert engine.frequencies(WORDS, ["商标"])["商标"] == 2


def test_without_tantivy_it_is_said_how_to_install_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "tantivy", None)

    with pytest.raises(MissingComponent, match="pip install"):
        LargeEngine(tmp_path, {})
