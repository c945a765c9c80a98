"""Plain text stays as it is; tables between tabs and pipes are found where they are certain."""

import pytest

from knowledge.errors import LimitExceeded, UnreadableFile
from knowledge.glossary import Document, Paragraph, Table
from knowledge.reading import Limits, read_bytes


def document_of(text: str, limits: Limits | None = None) -> Document:
    return read_bytes("letter.txt", text.encode(), limits)


def tables_of(document: Document) -> list[list[list[str]]]:
    tables = [block for block in document.blocks if isinstance(block, Table)]
    return [[[cell.text for cell in row] for row in table.rows] for table in tables]


def test_the_text_is_stored_character_for_character() -> None:
    text = "　　一、概况\n\n  全区  32个 。 \n"

    document = document_of(text)

    assert document.text == text
    assert [block.span.of(text) for block in document.blocks] == [
        "　　一、概况",
        "  全区  32个 。 ",
    ]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("序号\t事项\n1\t植树\n", [["序号", "事项"], ["1", "植树"]]),
        # outer pipes and a rule as in Markdown
        ("| 事项 | 时限 |\n|---|:---:|\n| 植树 | |\n", [["事项", "时限"], ["植树", ""]]),
        ("| 事项 | 时限 |\n| :-- | :-: |\n| 植树 | |\n", [["事项", "时限"], ["植树", ""]]),
        # metadata of a web page: pipes at the end only, the rule below the first row
        (
            "索引号: | 12 |\n---|---|\n机构: | 区教育局 |\n",
            [["索引号:", "12"], ["机构:", "区教育局"]],
        ),
        # empty cells keep their columns
        (
            "1\t植树\t\t区林业局\n2\t\t年底\t\n",
            [["1", "植树", "", "区林业局"], ["2", "", "年底", ""]],
        ),
        # a blank line between rows
        ("1\t植树\n\n2\t修路\n", [["1", "植树"], ["2", "修路"]]),
    ],
)
def test_rows_of_equal_length_are_a_table(text: str, rows: list[list[str]]) -> None:
    document = document_of("承诺事项：\n" + text + "此复。\n")

    assert tables_of(document) == [rows]


@pytest.mark.parametrize(
    "text",
    [
        "登录 | 注册\n关于植树的答复\n",
        "联系人：张三\t电话：0\n此复。\n",
        "1\t植树\n2\t修路\t年底\n",
        # the flattened table of a letter: one cell a line, each after a tab
        "\t序号\n\t承诺事项\n\n\t1\n\t植树\n",
        "----\n----\n",
    ],
)
def test_what_is_not_certainly_a_table_stays_paragraphs(text: str) -> None:
    assert all(
        isinstance(block, Paragraph) for block in document_of(text).blocks if text[0] != "\t"
    )


def test_the_text_of_a_cell_stands_at_its_place() -> None:
    document = document_of("事项 \t 时限\n植树\t 年底 \n")

    cells = [c for b in document.blocks if isinstance(b, Table) for row in b.rows for c in row]

    assert [cell.span.of(document.text) for cell in cells] == [cell.text for cell in cells]


def test_too_many_characters_are_refused() -> None:
    with pytest.raises(LimitExceeded, match="超过 10 字"):
        document_of("您提出的建议收悉，现答复如下。", Limits(characters=10))


def test_too_many_lines_are_refused() -> None:
    with pytest.raises(LimitExceeded, match="超过 3 行"):
        document_of("一\n" * 9, Limits(paragraphs=3))


def test_a_line_of_a_million_dashes_is_read_at_once() -> None:
    assert len(document_of("-" * 1_000_000 + "x").blocks) == 1


def test_too_many_cells_are_refused() -> None:
    with pytest.raises(LimitExceeded, match="单元格"):
        document_of("1\t2\n" * 20, Limits(cells=10))


def test_blanks_only_are_refused() -> None:
    with pytest.raises(UnreadableFile, match="没有文字"):
        document_of(" \n\n\t\n")
