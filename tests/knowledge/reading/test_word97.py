"""Old Word text: paragraphs, cells and rows by Word's own marks."""

from knowledge.reading.drafting import Draft
from knowledge.reading.limits import Limits
from knowledge.reading.word97 import parts_of, rows_of, write


def test_lines_between_two_tables_part_them() -> None:
    body = "抬头\r甲\x07乙\x07\x07一\x07二\x07\x07中间\r丙\x07丁\x07\x07结尾\r"

    parts = [(lines, rows_of(cells) if cells else []) for lines, cells in parts_of(body)]

    assert parts == [
        (["抬头"], [["甲", "乙"], ["一", "二"]]),
        (["中间"], [["丙", "丁"]]),
        (["结尾", ""], []),
    ]


def test_a_cell_may_hold_lines_and_be_empty() -> None:
    assert rows_of(["事项\r和措施", "时限", "", "植树", "", ""]) == [
        ["事项\r和措施".replace("\r", ""), "时限"],
        ["植树", ""],
    ]


def test_codes_of_fields_are_left_out_and_headers_come_first() -> None:
    draft = Draft(Limits())

    write(
        '第\x13 PAGE \x145\x15页\r正文\x13HYPERLINK "x"\x14网址\x15。\r', "某市某局\r- 1 -\r", draft
    )

    assert draft.document("a.doc", b"", "doc").text.split("\n\n")[0] == "某市某局"
    assert "HYPERLINK" not in draft.document("a.doc", b"", "doc").text
