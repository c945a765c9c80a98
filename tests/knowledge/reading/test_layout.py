"""Lines of a page become paragraphs; what is not the letter's is left out."""

import pytest

from knowledge.reading.layout import (
    Letters,
    Line,
    glued,
    is_page_number,
    joined,
    lines_of,
    without_running,
)

WIDTH = 20  # ems of a full line


def line(text: str, row: float, left: float = 0, page: int = 1) -> Line:
    return Line(text, left * 10, (left + len(text)) * 10, row * 20, 10, page)


def texts(groups: list[list[Line]]) -> list[str]:
    return ["".join(line.text for line in group) for group in groups]


def test_a_full_line_goes_on_in_the_next() -> None:
    lines = [
        line("首" * (WIDTH - 2), 0, left=2),
        line("中" * WIDTH, 1),
        line("尾。", 2),
        line("新" * (WIDTH - 2), 3, left=2),
        line("末。", 4),
    ]

    assert texts(joined(lines)) == ["首" * 18 + "中" * 20 + "尾。", "新" * 18 + "末。"]


@pytest.mark.parametrize(
    "after",
    [
        # indented
        line("乙" * 10, 1, left=2),
        # at a distance
        line("乙" * 10, 4),
        # a heading without indentation
        line("一、概况", 1),
        line("（二）商标", 1),
        # another size
        Line("乙" * 10, 0, 100, 20, 16, 1),
    ],
)
def test_what_begins_anew_is_a_paragraph_of_its_own(after: Line) -> None:
    body = [line("甲" * WIDTH, row) for row in range(-6, 0)]

    assert len(joined([line("甲" * WIDTH, 0), after], [*body, line("甲" * WIDTH, 0), after])) == 2


def test_a_sentence_goes_on_over_a_page_border() -> None:
    lines = [line("甲" * WIDTH, 30, page=1), line("乙。", 1, page=2)]

    assert texts(joined(lines)) == ["甲" * WIDTH + "乙。"]


@pytest.mark.parametrize(
    "text", ["- 1 -", "—２—", "第 1 页 共 4 页", "2/5", "第3页", "－１－", "12", "Page 3 of 9"[5:]]
)
def test_page_numbers_are_known(text: str) -> None:
    assert is_page_number(text)


@pytest.mark.parametrize("text", ["", "一、概况", "2022年6月6日", "第59号", "32个", "共有4页附件"])
def test_other_lines_are_no_page_numbers(text: str) -> None:
    assert not is_page_number(text)


def test_page_numbers_are_left_out_and_running_titles_stand_once() -> None:
    pages = [
        [line("区市场监管局文件", 0), line(f"正文{sign}", 1), line("32", 2), line(f"- {at} -", 3)]
        for at, sign in enumerate("甲乙丙", 1)
    ]

    kept = [[line.text for line in page] for page in without_running(pages)]

    assert [page[0] for page in kept] == ["区市场监管局文件", "正文乙", "正文丙"]
    assert kept[0][1] == "正文甲"
    assert not any("- " in text for page in kept for text in page)


def test_letters_are_put_in_lines_and_gaps_become_blanks() -> None:
    def letters(text: str, left: float, top: float) -> Letters:
        return Letters(text, left, left + 10 * len(text), top, top + 10, 10)

    found = lines_of(
        [
            letters("电话：", 60, 21),
            letters("联系人：张三", -30, 20),
            letters("3", 13, 0.5),
            letters("第", 0, 0),
            letters("号", 24, 0),
        ]
    )

    assert [line.text for line in found] == ["第3号", "联系人：张三  电话："]


@pytest.mark.parametrize(
    ("pieces", "text"),
    [
        (["有效期至", "2022年"], "有效期至2022年"),
        (["违停率27.", "3%。"], "违停率27.3%。"),
        (["PCT", "patent"], "PCT patent"),
        (["泊位1,360", "个"], "泊位1,360个"),
    ],
)
def test_wrapped_text_is_glued_without_blanks(pieces: list[str], text: str) -> None:
    assert glued(pieces) == text
