"""The index: finding, removing, restricting to letters, and rebuilding for a new dictionary."""

import sqlite3
from pathlib import Path

import pytest

from knowledge.search import SearchIndex, create
from knowledge.search.index import affordable
from knowledge.search.query import understand
from knowledge.search.terms import PAIRS, WORDS
from knowledge.words import Cutter, Lexicon

ROWS = [
    (11, "全区知名品牌32个，其中农产品品牌21个。", 1),
    (12, "全区有效注册商标14036件，新增马德里商标1件。", 1),
    (13, "以“清河石雕”“清河冬菜”等证明商标为引领。", 1),
    (21, "全市公共停车位2732个，收费標準由物价部门核定。", 2),
    (22, "养老床位１２００张，护理型床位占比５５﹪。", 2),
]


@pytest.fixture
def filled(index: SearchIndex) -> SearchIndex:
    index.add(ROWS)
    return index


@pytest.mark.parametrize(
    ("question", "id"),
    [
        ("知名品牌有多少个", 11),
        ("注册商标多少件？", 12),
        # a slip in the only telling word
        ("清河东菜", 13),
        # traditional in the text, simplified in the question, and the other way round
        ("停车收费标准", 21),
        ("養老床位", 22),
        # full-width figures
        ("55%", 22),
    ],
)
def test_the_passage_that_answers_is_found_first(
    filled: SearchIndex, question: str, id: int
) -> None:
    assert filled.search(question, 3)[0][0] == id


@pytest.mark.parametrize(
    "question", ["", "？", "😀", 'x" OR "y', "w : (", "NEAR(", "zzz" * 400, "\x00"]
)
def test_odd_questions_find_nothing_and_break_nothing(filled: SearchIndex, question: str) -> None:
    assert filled.search(question, 3) == []


def test_only_passages_of_the_letters_asked_for_are_found(filled: SearchIndex) -> None:
    found = filled.search("全区全市的品牌和停车位", 5, letters=[2])

    assert {id for id, _ in found} == {21}


def test_a_removed_letter_leaves_no_trace(
    filled: SearchIndex, connection: sqlite3.Connection
) -> None:
    filled.remove(1)

    assert filled.search("知名品牌", 3) == []
    left = "SELECT count(*) FROM search_terms WHERE frequency <> 0 AND term = '知名'"
    assert connection.execute(left).fetchone() == (0,)


def test_frequencies_count_passages(filled: SearchIndex, connection: sqlite3.Connection) -> None:
    counted = connection.execute(
        "SELECT frequency FROM search_terms WHERE layer = ? AND term = '商标'", (PAIRS,)
    ).fetchone()

    assert counted == (2,)


def test_a_long_passage_is_found_by_its_middle_and_counts_once(index: SearchIndex) -> None:
    index.add([(1, "关于停车的办法。" + "日常管理要求。" * 80 + "违停罚款五十元。", 1), *ROWS])

    found = index.search("违停罚款多少", 5)

    assert found[0][0] == 1
    assert len({id for id, _ in found}) == len(found)


def test_a_search_inside_a_transaction_sees_what_was_added(
    connection: sqlite3.Connection, cutter: Cutter
) -> None:
    connection.execute("BEGIN IMMEDIATE")
    index = SearchIndex(connection, cutter)
    index.add(ROWS)

    assert index.search("知名品牌", 1)

    connection.execute("ROLLBACK")
    assert index.search("知名品牌", 1) == []


def test_another_dictionary_asks_for_a_rebuild(
    filled: SearchIndex, connection: sqlite3.Connection, cutter: Cutter
) -> None:
    assert filled.is_current
    connection.execute("UPDATE search_state SET value = 'older' WHERE name = 'version'")
    assert not filled.is_current
    steps: list[int] = []

    filled.rebuild(ROWS, steps.append)

    assert filled.is_current
    assert steps == [5]
    assert filled.search("知名品牌", 1)[0][0] == 11


def test_the_old_index_serves_while_a_new_one_is_built(tmp_path: Path) -> None:
    cutter = Cutter(Lexicon.load())
    writer, reader = (sqlite3.connect(tmp_path / "k.db", isolation_level=None) for _ in range(2))
    writer.execute("PRAGMA journal_mode = WAL")
    create(writer)
    SearchIndex(writer, cutter).add(ROWS)
    seen: list[int] = []

    def look(done: int) -> None:
        seen.extend(id for id, _ in SearchIndex(reader, cutter).search("知名品牌", 1))

    writer.execute("BEGIN IMMEDIATE")
    SearchIndex(writer, cutter).rebuild(ROWS[3:], look)
    writer.execute("COMMIT")

    assert seen == [11]
    assert SearchIndex(reader, cutter).search("知名品牌", 1) == []
    writer.close()
    reader.close()


def test_the_rarest_terms_are_looked_for_within_the_budget(cutter: Cutter) -> None:
    query = understand("知名品牌冬菜石雕", cutter)
    known = {
        WORDS: {"知名": 900, "品牌": 950, "知名品牌": 800, "石雕": 5},
        PAIRS: {"知名": 900, "名品": 800, "品牌": 950, "冬菜": 3, "石雕": 5},
    }

    terms = affordable(query, known, passages=1000, budget=100)

    assert [(layer, term) for layer, term, _ in terms] == [
        (PAIRS, "冬菜"),
        (PAIRS, "石雕"),
        (WORDS, "石雕"),
    ]
