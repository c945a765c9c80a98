"""Whose area a question means."""

import pytest

from assistant.dialogue.matching.areas import _is_own_area, _named_above


@pytest.mark.parametrize(
    ("place", "own"),
    [("江阳区", True), ("云州市", False), ("全区", True), ("全市", False), ("江津区", False)],
)
def test_the_letter_speaks_of_its_own_district(place: str, own: bool) -> None:
    assert _is_own_area(place, "云州市江阳区市场监督管理局") is own


@pytest.mark.parametrize(
    ("asking", "named"),
    [
        ("东平市有多少件商标", (("东平市", "东平市"),)),
        ("东平有多少件商标", (("东平市", "东平"),)),
        # the city in the name of its district
        ("东平市江阳区有多少件商标", ()),
        ("江阳区有多少件商标", ()),
    ],
)
def test_the_city_above_is_told_from_the_district(asking: str, named: object) -> None:
    assert _named_above(asking, "东平市江阳区市场监督管理局") == named
