"""Codes: number, section and ordinal of each passage, the same each time a document is read."""

import pytest

from knowledge.facts.codes import Draft, head_code, levels_of, numbered
from knowledge.facts.headings import Mark
from knowledge.glossary import Document, Span
from knowledge.words.folding import fold

HERE = Span(0, 1)
DOCUMENT = Document("letter.txt", "", (), "ab12cd34")
FIRST, SECOND = Mark("一、", 1, 2), Mark("（一）", 2, 3)


def draft(part: str, *marks: Mark, zone: str = "", row: int | None = None, text: str = "") -> Draft:
    return Draft(part, fold(text), HERE, zone=zone, marks=marks, row=row)


def codes(*drafts: Draft) -> list[tuple[str, str]]:
    return [
        (prose.passage.code, prose.passage.section)
        for prose in numbered(drafts, "87")
    ]  # fmt: skip


def test_a_heading_is_nought_and_its_paragraphs_count_from_one():
    assert codes(draft("heading", FIRST), draft("body", FIRST), draft("body", FIRST, SECOND)) == [
        ("87-1-0", "一"),
        ("87-1-1", "一"),
        ("87-1.2-1", "一（二）"),
    ]


def test_a_second_heading_of_the_same_number_gets_a_code_of_its_own():
    again = codes(draft("heading", FIRST), draft("body", FIRST), draft("heading", FIRST))

    assert [code for code, _ in again] == ["87-1-0", "87-1-1", "87-1-2"]


@pytest.mark.parametrize(
    ("zone", "code"),
    [
        ("抬头", "87-抬-1"),
        ("正文", "87-0-1"),
        ("结尾", "87-结-1"),
        ("落款", "87-落-1"),
        ("附件", "87-附-1"),
        ("附件2", "87-附2-1"),
    ],
)
def test_a_passage_under_no_heading_is_called_by_its_zone(zone, code):
    assert codes(draft("body", zone=zone)) == [(code, zone)]


def test_rows_of_an_attachment_are_counted_in_their_section():
    rows = codes(draft("header", zone="附件"), draft("row", zone="附件", row=1))

    assert rows == [("87-附-0", "附件"), ("87-附-1", "附件1")]


@pytest.mark.parametrize(
    ("mark", "section"),
    [
        (Mark("一、", 10, 2), "十"),
        (Mark("一、", 11, 3), "11"),  # beyond ten in digits
        (Mark("第一", 3, 3), "第三"),
        (Mark("1.", 4, 2), "4."),
        (Mark("（1）", 5, 3), "（5）"),
        (Mark("①", 2, 1), "〔2〕"),
    ],
)
def test_the_section_is_said_as_the_letter_counts(mark, section):
    assert codes(draft("body", mark))[0][1] == section


def test_the_head_is_the_number_of_the_letter_or_some_of_its_digest():
    title = draft("title", text="关于区二届人大三次会议第87号建议的答复")

    assert head_code(DOCUMENT, [title]) == "87"
    assert head_code(DOCUMENT, [draft("body", text="第87号建议已办结。")]) == "函ab12"
    assert head_code(DOCUMENT, []) == "函ab12"


def test_levels_go_by_the_kinds_of_numbers_in_use():
    assert levels_of([Mark("（1）", 1, 3), Mark("1.", 1, 2)]) == {"1.": 1, "（1）": 2}
    assert levels_of([]) == {}
