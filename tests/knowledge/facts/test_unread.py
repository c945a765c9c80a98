"""Columns nobody read: told of tables, not of letters."""

import pytest

from knowledge.facts import extract
from knowledge.reading import read_bytes
from knowledge.words import Lexicon


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        # figures, their names, units, numbers and notes are read
        ("a.csv", "序号,指标,单位,2021年,备注\n1,商标,件,5,无\n2,专利,件,7,无\n", ""),
        # one column more
        ("a.csv", "指标,2021年,填表人\n商标,5,章三\n专利,7,章三\n", "填表人"),
        # a table that is neither of figures nor of promises
        ("a.csv", "姓名,爱好\n章三,下棋\n李四,钓鱼\n", "姓名、爱好"),
        # a letter may hold any table
        (
            "a.txt",
            "关于第7号建议的答复\n甲代表：\n情况如下。\n姓名\t爱好\t住处\n章三\t下棋\t东街\n",
            "",
        ),
    ],
    ids=["all read", "one more", "neither", "letter"],
)
def test_unread_columns_are_told(name: str, text: str, told: str, lexicon: Lexicon) -> None:
    said = [
        w for w in extract(read_bytes(name, text.encode()), lexicon).warnings if "没有认出" in w
    ]

    assert bool(said) == bool(told)
    assert told in "".join(said)
