"""Suggesting: what to ask next, from the facts beside the answer; that all can be answered shows
test_suggestions.py.
"""

import pytest

from assistant.dialogue.answer import Answer
from assistant.dialogue.phrasing.suggesting import BUTTONS, next_questions
from knowledge import Commitment, Evidence, Indicator, Library, Listing


def first(library: Library, kind: type, **values: object) -> Evidence:
    return next(
        row
        for row in library.facts(library.letters()[0].id)
        if isinstance(row.fact, kind)
        and all(getattr(row.fact, name) == value for name, value in values.items())
    )


@pytest.mark.parametrize(
    ("kind", "values", "asked"),
    [
        (Indicator, {"name": "知名品牌", "measure": "存量"}, "其中农产品品牌有多少个？"),
        (Indicator, {"name": "有效注册商标"}, "有效注册商标的目标是多少？"),
        (Commitment, {}, "谁负责？"),
        (Listing, {"name": "证明商标", "count": 4}, "是什么？"),
    ],
)
def test_parts_targets_deadlines_and_members_are_offered(
    shipped: Library, kind: type, values: dict[str, object], asked: str
) -> None:
    row = first(shipped, kind, **values)

    offered = next_questions(Answer("answer", "", focus=(row,)), shipped)

    assert any(asked in words for words in offered)
    assert len(offered) <= BUTTONS


def test_an_answers_own_suggestions_come_first(shipped: Library) -> None:
    row = first(shipped, Commitment)
    own = Answer("answer", "", suggestions=("甲？", "乙？", "丙？", "丁？"), focus=(row,))

    assert next_questions(own, shipped) == ("甲？", "乙？", "丙？")


@pytest.mark.parametrize("kind", ["smalltalk", "refused", "error"])
def test_nothing_is_offered_beside_talk(shipped: Library, kind: str) -> None:
    row = first(shipped, Commitment)

    assert next_questions(Answer(kind, "", focus=(row,)), shipped) == ()
