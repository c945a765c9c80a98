"""Which present figure a promise is measured against."""

from decimal import Decimal

import pytest

from knowledge import Commitment, Indicator, Place, Span, current_of

NAMES = [("有效注册商标", "14036"), ("发明专利", "322"), ("万人有效发明专利", "3.85")]


@pytest.mark.parametrize(
    ("text", "target", "name"),
    [
        # the plain case: the promise names the figure
        ("2022年全区有效注册商标达到14500件。", "14500", "有效注册商标"),
        # a longer name that holds a shorter one: the nearest counts
        ("2022年全区万人发明专利达到4件。", "4", "万人有效发明专利"),
        # a promise of more is not measured against a total
        ("新增发明专利5件", "5", None),
        # nothing of the kind is known
        ("建成水厂3件", "3", None),
    ],
)
def test_a_target_meets_the_figure_of_its_name(text: str, target: str, name: str | None) -> None:
    promise = Commitment(text, None, at(99), target=Decimal(target), target_unit="件")
    figures = [
        Indicator(name, Decimal(value), "件", at(n), "存量")
        for n, (name, value) in enumerate(NAMES)
    ]

    found = current_of(promise, figures)

    assert (found.name if found else None) == name


def test_a_figure_that_is_a_target_meets_the_standing_one() -> None:
    figures = [
        Indicator("续展率", Decimal(value), "%", at(n), measure=measure)
        for n, (value, measure) in enumerate([("90", "目标"), ("85", "存量")])
    ]

    assert current_of(figures[0], figures) is figures[1]


def at(start: int) -> Place:
    return Place("7-1-1", "一", Span(start, start + 1), Span(0, 100))
