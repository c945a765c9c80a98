"""Tables: rows of commitments, in whatever order the columns stand."""

from datetime import date

import pytest

from knowledge.facts.passages import read_outline
from knowledge.facts.tables import is_commitment_table, read_tables
from knowledge.reading import read_bytes

LETTER_DATE = date(2024, 5, 21)


def _rows(text: str):
    return read_tables(read_outline(read_bytes("letter.txt", text.encode())), LETTER_DATE)


def test_columns_may_stand_in_any_order():
    rows = _rows(
        "完成时间\t责任单位\t事项\n2024年9月底\t市公交公司\t开通公交2条\n适时\t市交通局\t延长夜班\n"
    )

    assert [(row.text, row.unit_words) for row in rows] == [
        ("开通公交2条", "市公交公司"),
        ("延长夜班", "市交通局"),
    ]
    assert rows[0].deadline is not None and rows[0].deadline.latest == date(2024, 9, 30)


def test_a_merged_unit_is_the_one_above():
    rows = _rows(
        "序号\t任务\t时限\t责任单位\n1\t新建站点7个\t年内\t区民政局\n2\t占比达到68%\t年内\t\n"
    )

    assert [row.unit_words for row in rows] == ["区民政局", "区民政局"]


def test_a_ledger_keeps_its_progress_and_target():
    rows = _rows(
        "编号\t事项\t目标值\t完成时限\t责任单位\t进展情况\nA1\t新增便利店\t30家\t年底前\t区商务局\t已建12家\n"
    )

    assert (rows[0].text, rows[0].progress) == ("新增便利店（30家）", "已建12家")
    assert (rows[0].target, rows[0].target_unit) == (30, "家")


@pytest.mark.parametrize(
    ("header", "is_table"),
    [
        (("序号", "承诺事项", "时限", "责任单位"), True),
        (("任务", "责任人"), True),
        (("指标", "单位", "2022年目标", "2022年完成"), False),
        (("区县", "有效注册商标（件）"), False),
    ],
)
def test_a_table_of_promises_is_told_from_one_of_figures(header, is_table):
    assert is_commitment_table(header) is is_table
