"""Curated files: shapes and circles."""

import pytest

from knowledge.words.curated import Faults, check_circles, check_once, groups_of


def test_a_list_where_a_mapping_belongs_is_a_fault() -> None:
    faults = Faults()

    assert groups_of(["甲"], "terms", faults) == {}
    assert faults == ["terms.yaml: must be a mapping of names to lists of words"]


@pytest.mark.parametrize(
    ("steps", "circles"),
    [
        ({"甲": "乙", "乙": "丙"}, 0),
        ({"甲": "乙", "乙": "甲"}, 1),
        ({"甲": "甲"}, 1),
        # a way into a circle is not reported again
        ({"甲": "乙", "乙": "丙", "丙": "乙"}, 1),
    ],
)
def test_a_circle_is_told_once(steps: dict[str, str], circles: int) -> None:
    faults = Faults()

    check_circles(steps, "aliases", faults)

    assert len(faults) == circles


def test_a_repeated_word_is_told_with_both_owners() -> None:
    faults = Faults()

    check_once([("件", "个"), ("件", "项")], "units", faults)

    assert faults == ["units.yaml: 件 stands twice (under 个 and 项)"]
