"""Grids: one table drawn in every way is the same table."""

import pytest

from knowledge.facts.grids import find_grids
from knowledge.facts.lines import read_lines
from knowledge.reading import read_bytes

WANTED = [
    ["序号", "任务", "责任单位", "时限"],
    ["1", "建成站点4个", "区商务局", "6月底"],
    ["2", "修订办法", "区司法局", "年内"],
]

DRAWN = {
    "tabs": "\n".join("\t".join(row) for row in WANTED),
    "pipes": "| 序号 | 任务 | 责任单位 | 时限 |\n|---|---|---|---|\n| 1 | 建成站点4个 | 区商务局 | 6月底 |\n"
    "| 2 | 修订办法 | 区司法局 | 年内 |",
    "blanks": "序号  任务           责任单位   时限\n1     建成站点4个    区商务局   6月底\n"
    "2     修订办法       区司法局   年内",
    "one cell a line": "\n".join(cell for row in WANTED for cell in row),
    "one cell a line, empty lines between": "\n\n".join(cell for row in WANTED for cell in row),
}


@pytest.mark.parametrize("drawn", DRAWN.values(), ids=DRAWN.keys())
def test_a_table_is_found_however_it_is_drawn(drawn):
    document = read_bytes("table.txt", ("附件：\n" + drawn + "\n").encode())

    grids = find_grids(read_lines(document))

    assert [[cell.text for cell in row] for row in grids[0].rows] == WANTED


def test_a_wrapped_cell_belongs_to_its_row():
    text = "时限      责任单位        事项\n9月底     市交通局、      新建候车亭40座\n          市财政局\n"
    document = read_bytes("table.txt", text.encode())

    rows = find_grids(read_lines(document))[0].rows

    assert rows[1][1].text == "市交通局、市财政局"


@pytest.mark.parametrize(
    "text",
    [
        # label lines of a form are no header
        "承办单位：市政局\n交办日期：2022年3月1日\n办理时限：2022年6月1日\n",
        "一是摸清家底。\n二是挖潜增量。\n三是规范秩序。\n",
    ],
)
def test_other_lines_are_no_table(text):
    assert find_grids(read_lines(read_bytes("letter.txt", text.encode()))) == []


def test_a_table_on_its_side_is_set_up():
    drawn = "事项\t建成站点4个\t修订办法\n时限\t6月底\t年内\n牵头\t区商务局\t区司法局\n"

    (grid,) = find_grids(read_lines(read_bytes("table.txt", drawn.encode())))

    assert [[cell.text for cell in row] for row in grid.rows] == [
        ["事项", "时限", "牵头"],
        ["建成站点4个", "6月底", "区商务局"],
        ["修订办法", "年内", "区司法局"],
    ]


def test_a_table_on_its_side_may_have_a_row_of_another_kind():
    drawn = "事项\t扩建厨房\t新增食堂\n时限\t6月底\t年内\n牵头\t区民政局\t区商务局\n资金\t4万元\t6万元\n"

    (grid,) = find_grids(read_lines(read_bytes("table.txt", drawn.encode())))

    assert [cell.text for cell in grid.rows[1]] == ["扩建厨房", "6月底", "区民政局", "4万元"]
