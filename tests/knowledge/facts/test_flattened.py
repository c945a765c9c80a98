"""Flattened tables: one cell a line, put together to rows again."""

import pytest

from knowledge.facts.flattened import Grid, read_flattened
from knowledge.facts.lines import read_lines
from knowledge.reading import read_bytes


def grid_of(*lines: str) -> Grid | None:
    return read_flattened(read_lines(read_bytes("letter.txt", "\n".join(lines).encode())), 0)


def texts(grid: Grid | None) -> list[list[str]]:
    assert grid is not None
    return [[cell.text for cell in row] for row in grid.rows]


HEADER = ("序号", "承诺事项", "完成时限", "责任单位")


def test_rows_begin_with_the_next_number():
    grid = grid_of(
        *HEADER, "1", "新建泵站2座", "2024年底前", "县水务局", "2", "清淤5公里", "6月底", "县城管局"
    )

    assert texts(grid)[1:] == [
        ["1", "新建泵站2座", "2024年底前", "县水务局"],
        ["2", "清淤5公里", "6月底", "县城管局"],
    ]


def test_the_longest_text_may_have_several_lines():
    grid = grid_of(*HEADER, "1", "新建泵站2座，", "并网运行", "2024年底前", "县水务局")

    assert texts(grid)[1] == ["1", "新建泵站2座，并网运行", "2024年底前", "县水务局"]


def test_without_numbers_a_row_has_as_many_lines_as_columns():
    grid = grid_of(
        "承诺事项",
        "完成时限",
        "责任单位",
        "新建泵站2座",
        "年底前",
        "县水务局",
        "清淤5公里",
        "6月底",
        "县城管局",
    )

    assert texts(grid) == [
        ["承诺事项", "完成时限", "责任单位"],
        ["新建泵站2座", "年底前", "县水务局"],
        ["清淤5公里", "6月底", "县城管局"],
    ]


def test_a_remark_in_brackets_belongs_to_the_name_before():
    grid = grid_of(
        "承诺事项", "（分项列出）", "完成时限", "责任单位", "新建泵站2座", "年底前", "县水务局"
    )

    assert texts(grid)[0] == ["承诺事项（分项列出）", "完成时限", "责任单位"]


@pytest.mark.parametrize(
    "lines",
    [
        ("承诺事项", "完成时限"),  # two columns are no table
        ("序号", "责任单位", "责任人", "1", "县水务局", "甄小米"),  # nothing is promised
        ("第一行。", "第二行。", "第三行。"),
        HEADER,  # no row
    ],
)
def test_other_lines_are_no_table(lines):
    assert grid_of(*lines) is None


def test_what_follows_the_table_stays_outside():
    after = ("联系人：甄小米，5550101", "抄送：县人大常委会", "县政府办公室")
    grid = grid_of("承诺事项", "完成时限", "责任单位", "新建泵站2座", "年底前", "县水务局", *after)

    assert grid is not None
    assert (len(grid.rows), grid.first, grid.last) == (2, 0, 6)


def test_each_row_knows_its_place():
    lines = ("承诺事项", "完成时限", "责任单位", "新建泵站2座", "年底前", "县水务局")
    grid = grid_of(*lines)

    assert grid is not None
    assert grid.spans[1].of("\n".join(lines)) == "新建泵站2座\n年底前\n县水务局"
