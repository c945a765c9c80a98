"""Words by what a damaged one still shares with them."""

from knowledge.words import Doubts, Lexicon
from knowledge.words.word_table import WordTable, heard, less_one

FIRST = ["清河冬菜", "知名品牌", "专利维持费"]
LATER = ["知名品牌", "专利维持费", "古戏台", "戏台"]


def test_a_word_is_found_by_its_sound_and_without_a_character() -> None:
    assert "冬菜" in WordTable(heard, ["冬菜", "品牌"]).get(heard("东菜")[0])
    assert WordTable(less_one, ["冬菜", "古戏台"]).get("古台") == ["古戏台"]


def test_a_changed_table_is_that_of_the_other_words() -> None:
    table = WordTable(less_one, FIRST)

    changed = table.changed(added=["古戏台", "戏台"], removed=["清河冬菜"])

    fresh = WordTable(less_one, LATER)
    keys = {key for word in (*FIRST, *LATER) for key in less_one(word)}
    assert {key: list(changed.get(key)) for key in keys} == {
        key: list(fresh.get(key)) for key in keys
    }
    assert table.get("河冬菜") == ["清河冬菜"]


def test_changed_doubts_are_those_of_the_other_words() -> None:
    lexicon = Lexicon.load()
    doubts = Doubts(lexicon, FIRST)
    asked = ["古戏抬有几座", "清河东菜有几家", "知名品牌几有家", "专利维费多少"]
    for text in asked:
        doubts.of(text, text)

    changed = doubts.changed(added=["古戏台", "戏台"], removed=["清河冬菜", "知名"])

    fresh = Doubts(lexicon, LATER)
    assert [changed.of(text, text) for text in asked] == [fresh.of(text, text) for text in asked]
    assert fresh.of(asked[0], asked[0]) != doubts.of(asked[0], asked[0])
