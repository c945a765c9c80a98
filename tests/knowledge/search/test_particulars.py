"""Particulars: another place or number counts against a text, none does not."""

import pytest

from knowledge.search import SearchIndex
from knowledge.search.particulars import particulars
from knowledge.words import Lexicon


@pytest.mark.parametrize(
    ("question", "text", "conflicts"),
    [
        ("深圳市的人才补贴", "广州市人才补贴办法。", 1),
        ("深圳市的人才补贴", "深圳市人才补贴办法。", 0),
        ("深圳市的人才补贴", "人才补贴办法。", 0),
        # both places are named
        ("深圳的人才补贴", "广州、深圳人才补贴办法。", 0),
        ("第59号建议怎么答复的", "关于第60号建议的答复函", 1),
        ("第59号建议怎么答复的", "关于第59号建议的答复函", 0),
        ("人才补贴多少", "广州市第60号", 0),
    ],
)
def test_another_place_or_number_is_a_conflict(question: str, text: str, conflicts: int) -> None:
    assert particulars(question, Lexicon.load()).conflicts(text) == conflicts


def test_the_text_of_the_right_place_comes_first(index: SearchIndex) -> None:
    index.add([(1, "广州市博士人才补贴标准十万元。", 1), (2, "深圳市博士人才补贴十万元。", 2)])

    assert index.search("深圳博士人才补贴标准", 2)[0][0] == 2


@pytest.mark.parametrize(
    "question",
    ["绿函〔2024〕15号", "绿函(2024)15号", "绿函[2024]15号", "第55号建议", "第五十五号建议"],
)
def test_a_document_is_found_by_its_number_however_written(
    index: SearchIndex, question: str
) -> None:
    index.add((n, f"绿函〔2024〕{n}号 关于第{n + 40}号建议的答复", n) for n in range(10, 30))

    assert index.search(question, 1)[0][0] == 15
