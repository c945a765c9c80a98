"""A draft becomes a document whose places are right."""

import pytest

from knowledge.errors import LimitExceeded, UnreadableFile
from knowledge.glossary import Table
from knowledge.reading import Limits
from knowledge.reading.drafting import Box, Draft, in_cell


def draft_of(*rows: list[Box]) -> Draft:
    draft = Draft(Limits())
    draft.table(rows)
    return draft


def test_every_cell_stands_at_its_place() -> None:
    unit = Box("区林业局")
    draft = draft_of([Box("事项"), Box("单位")], [Box("植树"), unit], [Box("修路"), unit])
    draft.paragraph("此复。")

    document = draft.document("a", b"a", "docx")

    cells = [c for b in document.blocks if isinstance(b, Table) for row in b.rows for c in row]
    assert [cell.span.of(document.text) for cell in cells] == [cell.text for cell in cells]
    assert document.text == "事项\t单位\n植树\t区林业局\n修路\t区林业局\n\n此复。"


def test_short_rows_are_filled_up() -> None:
    table = draft_of([Box("事项"), Box("时限"), Box("单位")], [Box("植树"), Box("年底")])

    block = table.document("a", b"a", "docx").blocks[0]

    assert isinstance(block, Table)
    assert [len(row) for row in block.rows] == [3, 3]


def test_a_row_with_its_number_only_stays_in_the_table() -> None:
    document = draft_of([Box("序号"), Box("事项")], [Box("1"), Box("")]).document("a", b"a", "xlsx")

    assert isinstance(document.blocks[-1], Table)
    assert len(document.blocks[-1].rows) == 2


def test_a_remark_is_made_once() -> None:
    draft = draft_of([Box("a"), Box("b")])
    draft.remark("请核对")
    draft.remark("请核对")

    assert draft.document("a", b"a", "docx").remarks == ("请核对",)


def test_limits_hold_while_it_grows() -> None:
    draft = Draft(Limits(characters=5, cells=3))

    with pytest.raises(LimitExceeded, match="超过 5 字"):
        draft.paragraph("六个字的段落")
    with pytest.raises(LimitExceeded, match="超过 3 个"):
        draft.reserve(4)


def test_nothing_written_is_no_document() -> None:
    with pytest.raises(UnreadableFile, match="没有文字"):
        Draft(Limits()).document("a", b"a", "docx")


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["区民政局", "区残联"], "区民政局\n区残联"),
        (["新建服务站7个，", "实现全覆盖"], "新建服务站7个，实现全覆盖"),
        (["承诺事项", "（分项列出）"], "承诺事项（分项列出）"),
        ([" 一 ", ""], "一\n"),
        ([], ""),
    ],
)
def test_lines_of_a_cell_part_where_entries_may_part(lines: list[str], text: str) -> None:
    assert in_cell(lines) == text
