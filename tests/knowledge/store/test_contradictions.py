"""Contradictions: which letters speak of the same district."""

import pytest

from knowledge.store.contradictions import place_of


@pytest.mark.parametrize(
    ("agency", "place"),
    [
        ("重庆市大足区市场监督管理局", "重庆市大足区"),
        ("重庆市大足区水务局", "重庆市大足区"),
        ("龙山县教育局", "龙山县"),
        # no district: compared with nobody
        ("教育局", ""),
        (None, ""),
    ],
)
def test_an_agency_belongs_to_a_district(agency: str | None, place: str) -> None:
    assert place_of(agency) == place
