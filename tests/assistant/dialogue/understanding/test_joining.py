"""Joining: words cut apart that are one."""

import pytest

from assistant.dialogue.understanding.joining import counted, longest
from knowledge import Library


@pytest.mark.parametrize(
    ("tokens", "joined"),
    [
        (["万人", "专利"], ["万人专利"]),
        (["农业", "的", "品牌"], ["农业品牌"]),
        # no other name of anything
        (["企业", "的", "品牌"], ["企业", "的", "品牌"]),
    ],
)
def test_neighbours_that_are_another_name_are_one(
    shipped: Library, tokens: list[str], joined: list[str]
) -> None:
    assert longest(tokens, shipped) == joined


def test_a_number_of_kinds_belongs_to_them() -> None:
    assert counted(["四大", "产业园区"]) == ["四大产业园区"]
