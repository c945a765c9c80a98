"""Confidence: a high first score with a lead is sure, low scores close together are not."""

import pytest

from knowledge.search.confidence import Band, band, probability


@pytest.mark.parametrize(
    ("scores", "expected"),
    [
        ([22.0, 9.0, 8.0, 7.0, 6.0], Band.ANSWER),
        ([12.0, 9.0, 8.0, 7.0, 6.0], Band.CLOSEST),
        ([4.0, 3.9, 3.8, 3.7, 3.6], Band.NOT_FOUND),
        ([], Band.NOT_FOUND),
    ],
)
def test_scores_fall_into_bands(scores: list[float], expected: Band) -> None:
    assert band(scores) is expected


def test_a_lead_makes_surer() -> None:
    assert probability([15.0, 5.0]) > probability([15.0, 14.0])
