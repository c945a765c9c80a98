"""Separated values: the sign and the encoding are found, not asked for."""

import pytest

from knowledge.glossary import Table
from knowledge.reading import read_bytes
from knowledge.reading.separated import looks_separated

ROWS = [["编号", "事项", "时限"], ["1", "植树，种草", "6月底"], ["2", "修路", "年底"]]


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030"])
def test_any_separator_and_encoding_is_read(sign: str, encoding: str) -> None:
    text = "\r\n".join(sign.join(row) for row in ROWS)

    document = read_bytes("台账.csv", text.encode(encoding))

    table = document.blocks[0]
    assert isinstance(table, Table)
    assert [[cell.text for cell in row] for row in table.rows] == ROWS


def test_quoted_cells_keep_commas_and_line_ends() -> None:
    document = read_bytes("a.csv", '编号,事项\n1,"植树, 种草\n修路"\n'.encode())

    assert document.text == "编号\t事项\n1\t植树, 种草\n修路"
    assert document.origin == "csv"


@pytest.mark.parametrize(
    ("name", "text", "separated"),
    [
        ("a.csv", "编号,事项\n1,植树\n", True),
        ("a.txt", "编号,事项,时限\n1,植树,年底\n2,修路,年底\n", True),
        # a letter with commas of its own
        ("a.txt", "谢某代表:\n您的建议,收悉,谢谢.\n现答复如下:\n", False),
        ("a.csv", "没有分隔\n", False),
    ],
)
def test_a_table_is_told_from_a_letter(name: str, text: str, separated: bool) -> None:
    assert looks_separated(name, text) is separated
