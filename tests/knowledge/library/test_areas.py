"""The districts the letters speak of by themselves."""

import pytest

from knowledge.library.areas import own_areas


@pytest.mark.parametrize(
    ("agency", "areas"),
    [
        ("云州市江阳区市场监督管理局", {"江阳区": "江阳区", "江阳": "江阳区"}),
        ("清河县水务局", {"清河县": "清河县", "清河": "清河县"}),
        # no division, and one that is not called without its kind
        ("水务局", {}),
        ("江县水务局", {"江县": "江县"}),
    ],
)
def test_a_district_is_called_in_full_or_in_short(agency: str, areas: dict[str, str]) -> None:
    assert own_areas([agency]) == areas
