"""Figures beside another they are held against."""

import pytest

from knowledge.facts.compared import former, versus, year_compared


@pytest.mark.parametrize(
    ("text", "figure", "said"),
    [
        ("占比由52%提高到71%", "52%", "提高前"),
        ("占比由52%提高到71%", "71%", ""),
        ("月工资从800元增加至1200元", "800元", "增加前"),
        ("占比52%", "52%", ""),
    ],
)
def test_the_former_of_two_is_what_it_was(text: str, figure: str, said: str) -> None:
    at = text.index(figure)

    assert former(text, at, at + len(figure)) == said


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("月工资3900元，比沿海低2100元", "低于沿海"),
        ("月工资3900元，比去年低2100元", ""),  # its own of a year before
        ("月工资3900元，低2100元", ""),
    ],
)
def test_by_how_much_is_no_figure_of_the_thing(text: str, name: str) -> None:
    assert versus(text, text.index("，") + 1, text.index("2100")) == name


def test_a_figure_compared_with_tells_its_year() -> None:
    assert year_compared("比2022年的1860万元", 7) == "2022"
    assert year_compared("2022年1860万元", 5) == ""
