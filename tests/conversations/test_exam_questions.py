"""The question sets are sound: enough of them, none contradicts itself, no measured one comes
unasked.
"""

import re
from collections import Counter

import pytest

from tests.conversations.exam_judging import Judge
from tests.conversations.exam_matching import Wordings
from tests.conversations.exam_questions import (
    HALVES,
    Paper,
    Turn,
    letter_papers,
    made_up_papers,
    shipped_paper,
)

PAPERS = [shipped_paper(HALVES), *letter_papers(None, HALVES), *made_up_papers(HALVES)]
EXPECTATIONS = {"answer", "list", "unknown", "clarify", "smalltalk"}


def test_there_are_enough_questions_and_no_id_is_used_twice() -> None:
    ids = Counter(item.id for paper in PAPERS for item in paper.items)

    assert len(PAPERS[0].items) >= 400
    assert sum(len(paper.items) for paper in letter_papers(None, HALVES)) >= 150
    assert ids.most_common(1)[0][1] == 1


def test_the_measured_half_is_large_enough_to_tell_a_point_of_a_hundred() -> None:
    measured = shipped_paper(["measure"]).items
    kinds = {item.kind for item in shipped_paper().items}
    others = [*letter_papers(None, ["measure"]), *made_up_papers(["measure"])]
    silent = sum(item.turns[-1].expect == "unknown" for item in measured)

    assert len(measured) >= 320
    assert sum(len(paper.items) for paper in others) >= 170
    assert {item.kind for item in measured} >= kinds
    assert 0.1 < silent / len(measured) < 0.2


@pytest.mark.parametrize("half", HALVES)
def test_who_asks_for_one_half_gets_nothing_of_the_other(half: str) -> None:
    papers = [shipped_paper([half]), *letter_papers(None, [half]), *made_up_papers([half])]

    assert {item.half for paper in papers for item in paper.items} <= {half}


def test_the_measured_half_does_not_come_unasked() -> None:
    papers = [shipped_paper(), *letter_papers(None), *made_up_papers()]

    assert {item.half for paper in papers for item in paper.items} == {"develop"}


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.letter)
def test_every_expectation_can_be_met(paper: Paper) -> None:
    judge = Judge(Wordings(paper.macros), {}, "")

    unmet = [
        turn.question
        for item in paper.items
        for turn in item.turns
        if turn.answerable and not judge.judge(turn, _ideal(turn, judge.wordings)).right
    ]

    assert unmet == []


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.letter)
def test_every_row_is_well_formed(paper: Paper) -> None:
    turns = [turn for item in paper.items for turn in item.turns]
    wordings = Wordings(paper.macros)

    patterns = [
        wording[3:]
        for turn in turns
        for group in (*turn.must, turn.must_not)
        for wording in wordings.spell_out(group)
        if wording.startswith("re:")
    ]

    assert all(re.compile(pattern) for pattern in patterns)
    assert {turn.expect for turn in turns} <= EXPECTATIONS
    assert {outcome for turn in turns for outcome in turn.also_ok} <= EXPECTATIONS


def _ideal(turn: Turn, wordings: Wordings) -> dict[str, str]:
    """A reply of nothing but the first plain wording of each group."""
    groups = [wordings.spell_out(group) for group in turn.must]
    plain = [[word for word in group if not word.startswith("re:")] for group in groups]
    return {
        "kind": "answer",
        "text": " ".join(group[0] if group else PLAIN_FOR_PATTERN for group in plain),
    }


# what the few groups of nothing but patterns ask for
PLAIN_FOR_PATTERN = (
    "没有，不是。商标、专利、公用品牌，牵头，公共资源品牌，一站式；尚未到期，已经超期"
)
