"""Confidence: from the scores of a search to how likely the first passage answers.

A logistic of the first score and its lead over the second and the fifth, fitted on public reading
sets. It tells absent topics, not absent facts of a topic that is there; that is the dialogue's
work.
"""

import math
from collections.abc import Sequence
from enum import StrEnum

_ABSENT = 0.0  # score of a result that is missing
_SURE, _POSSIBLE = 0.5, 0.15


class Band(StrEnum):
    """把握: what may be done with a search: answer from it, show what is closest, say it is not
    there.
    """

    ANSWER = "answer"
    CLOSEST = "closest"
    NOT_FOUND = "not found"


def probability(scores: Sequence[float]) -> float:
    """How likely the first of some passages answers, by their scores, best first; 0 for none."""
    if not scores:
        return 0.0
    first = scores[0]
    lead = first - (scores[1] if len(scores) > 1 else _ABSENT)
    lead_over_fifth = first - (scores[4] if len(scores) > 4 else _ABSENT)
    position = (
        0.857
        + 1.990 * (first - 14.59) / 6.77
        + 1.479 * (lead - 6.66) / 6.45
        + 1.052 * (lead_over_fifth - 8.54) / 6.70
    )
    return 1 / (1 + math.exp(-max(-50.0, min(50.0, position))))


def band(scores: Sequence[float]) -> Band:
    """The band of a search by its scores, best first."""
    likely = probability(scores)
    if likely >= _SURE:
        return Band.ANSWER
    return Band.CLOSEST if likely >= _POSSIBLE else Band.NOT_FOUND
