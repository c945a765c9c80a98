"""What a subscription covers."""

from datetime import date

import pytest

from assistant.reminders.matching import Subject, Wanted, matching, wanted
from tests.assistant.reminders.office import promise, three

SUBJECTS = [
    Subject(number, head, commitment, None, date(2022, 1, 1))
    for number, (head, commitment) in enumerate(
        [*three(), promise(4, "建成绿色食品基地", unit="区农业农村委：科教科")], start=1
    )
]


@pytest.mark.parametrize(
    ("words", "scope", "numbers"),
    [
        ("全部", Wanted("all"), [1, 2, 3, 4]),
        ("所有承诺", Wanted("all"), [1, 2, 3, 4]),
        ("第59号", Wanted("letter", "59"), [1, 2, 3, 4]),
        ("第059号建议", Wanted("letter", "059"), [1, 2, 3, 4]),
        ("第5号", Wanted("letter", "5"), []),
        ("承诺2", Wanted("commitment", "2"), [2]),
        ("#3", Wanted("commitment", "3"), [3]),
        ("2", Wanted("commitment", "2"), [2]),
        # a unit by its name, also without its district, also beside others (…及行业主管部门)
        ("区市场监管局", Wanted("unit", "区市场监管局"), [1, 2, 3]),
        ("农业农村委", Wanted("unit", "农业农村委"), [4]),
        ("科教科", Wanted("unit", "科教科"), [4]),
        # anything else is sought in the words
        ("商标", Wanted("words", "商标"), [2]),
        ("2022年 专利", Wanted("words", "2022年 专利"), [3]),
        ("局", Wanted("words", "局"), [1, 2, 3]),
        ("天气", Wanted("words", "天气"), []),
    ],
)
def test_words_name_a_scope(words: str, scope: Wanted, numbers: list[int]) -> None:
    found = wanted(words, SUBJECTS)

    assert found == scope
    assert [subject.number for subject in matching(found, SUBJECTS)] == numbers
