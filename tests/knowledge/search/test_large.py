"""The index of large bases gives the same answers as the one inside SQLite, also while it is
rebuilt.
"""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from knowledge.errors import IndexBusy
from knowledge.search import SearchIndex
from knowledge.search.large import LargeIndex
from knowledge.words import Cutter
from tests.knowledge.search.conftest import lexicon_with_a_new_word
from tests.knowledge.search.test_index import ROWS


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "large"


@pytest.fixture
def large(folder: Path, cutter: Cutter) -> LargeIndex:
    index = LargeIndex(folder, cutter)
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


def test_letters_are_replaced_in_one_step_that_notes_the_change(large: LargeIndex) -> None:
    large.replace([1], [(14, "全区知名品牌40个。", 1)], change=7)

    assert [id for id, _ in large.search("知名品牌", 5)] == [14]
    assert large.standing.change == 7


def test_an_index_that_was_never_filled_finds_nothing(folder: Path, cutter: Cutter) -> None:
    index = LargeIndex(folder, cutter)

    assert index.search("知名品牌", 5) == []
    assert index.is_current


def test_an_index_opened_again_finds_the_same(
    large: LargeIndex, folder: Path, cutter: Cutter
) -> None:
    again = LargeIndex(folder, cutter)

    assert again.is_current
    assert again.search("知名品牌有多少个", 2) == large.search("知名品牌有多少个", 2)


def test_the_old_index_serves_until_the_new_one_takes_its_place(
    large: LargeIndex, folder: Path, cutter: Cutter
) -> None:
    other = LargeIndex(folder, cutter)  # as in another process
    seen: list[int] = []

    def look(done: int) -> None:
        seen.extend(index.search("知名品牌", 1)[0][0] for index in (large, other))

    large.rebuild(ROWS[3:], progress=look)

    assert seen == [11, 11]
    for index in (large, other):
        assert 11 not in {id for id, _ in index.search("知名品牌", 5)}
        assert index.search("停车位", 1)[0][0] == 21


def test_another_dictionary_asks_for_a_rebuild(
    large: LargeIndex, folder: Path, tmp_path: Path
) -> None:
    other = LargeIndex(folder, Cutter(lexicon_with_a_new_word(tmp_path / "lexicon")))
    asked_before = other.is_current

    other.rebuild(ROWS)

    assert not asked_before
    assert other.is_current
    assert not large.is_current


def test_a_rebuild_killed_half_way_leaves_the_old_index(
    large: LargeIndex, folder: Path, cutter: Cutter
) -> None:
    killed = subprocess.run([sys.executable, "-c", _KILLED, str(folder)], check=False)

    left = LargeIndex(folder, cutter)
    assert killed.returncode == -signal.SIGKILL
    assert left.search("知名品牌", 1)[0][0] == 11
    assert len(_folders(folder)) == 2
    left.rebuild(ROWS[3:])
    assert left.search("知名品牌", 1) == []
    assert len(_folders(folder)) == 1


def test_two_processes_do_not_write_at_once(
    large: LargeIndex, folder: Path, cutter: Cutter
) -> None:
    def write_too(done: int) -> None:
        LargeIndex(folder, cutter).remove(1)

    with pytest.raises(IndexBusy):
        large.rebuild(ROWS, progress=write_too)

    large.remove(1)
    assert large.search("知名品牌", 1) == []


_KILLED = """
import os, signal, sys
from pathlib import Path
from knowledge.search.large import LargeIndex
from knowledge.words import Cutter, Lexicon

index = LargeIndex(Path(sys.argv[1]), Cutter(Lexicon.load()))
index.rebuild([(1, "新的一段。", 1)], progress=lambda done: os.kill(os.getpid(), signal.SIGKILL))
"""


def _folders(folder: Path) -> list[str]:
    return [name for name in os.listdir(folder) if name.isdecimal()]
