"""Blocks: small questions on lines that stand together."""

import pytest

from knowledge.facts.blocks import (
    around,
    begins_item,
    begins_with,
    distinct,
    ends_attachment,
    ends_list,
    leave_nothing,
    stacked,
)
from knowledge.facts.codes import Draft
from knowledge.facts.headings import mark_of
from knowledge.facts.lines import read_lines
from knowledge.glossary import Span
from knowledge.reading import read_bytes
from knowledge.words.folding import fold


def lines_of(text: str):
    return read_lines(read_bytes("letter.txt", text.encode()))


def draft(start: int, end: int) -> Draft:
    return Draft("body", fold(""), Span(start, end))


@pytest.mark.parametrize(
    ("item", "following", "ends"),
    [
        # nothing or the closing words follow
        ("（二）每月巡查一次。", "", True),
        ("（二）每月巡查一次。", "感谢您对我局工作的关心和支持！", True),
        # the next item, or a heading above it
        ("（二）每月巡查一次。", "（三）每季度通报一次。", True),
        ("（二）每月巡查一次。", "三、下一步打算", True),
        # something below it: then it is a heading
        ("（二）每月巡查一次。", "1.建立台账。", False),
        ("（二）每月巡查一次。", "今年以来已巡查三次。", False),
    ],
)
def test_a_numbered_sentence_is_an_item_where_nothing_of_its_own_follows(item, following, ends):
    mark = mark_of(item)

    assert mark is not None
    assert ends_list(mark, following) is ends


@pytest.mark.parametrize(
    ("line", "ends"),
    [
        ("联系人：甄小米，5550101", True),
        ("（联系人：甄小米）", True),
        ("抄送：县人大常委会办公室", True),
        ("新建泵站2座", False),
        ("县水务局联系人", False),
    ],
)
def test_contacts_and_copies_below_a_table_belong_to_the_letter(line, ends):
    assert ends_attachment(line) is ends


def test_what_stands_between_passages_goes_to_the_one_before():
    text = "第1页 开头。 - 2 - 结尾。尾注"
    drafts = [draft(4, 7), draft(14, 17)]

    leave_nothing(text, drafts)

    assert [one.span.of(text) for one in drafts] == ["第1页 开头。 - 2 -", "结尾。尾注"]


def test_merged_and_empty_cells_count_once():
    whole = fold("甲乙丙")
    merged, empty, same_words = fold("局", 10), fold("", 20), fold("局", 30)

    assert distinct([whole, merged, merged, empty, same_words]) == [whole, merged, same_words]


def test_lines_below_one_another_keep_their_ends_and_places():
    lines = lines_of("县水务局\n2024年9月8日\n")

    folded = stacked(lines)

    assert folded.text == "县水务局\n2024年9月8日"
    assert folded.span(5, 9) == Span(5, 9)
    assert around(lines) == Span(0, 14)


@pytest.mark.parametrize(
    ("line", "item"),
    [
        ("1.建站7个", True),
        ("落实事项：建站7个", True),
        ("承诺事项台账", False),
        ("县公路中心", False),
    ],
)
def test_an_item_of_an_attachment_begins_with_a_number_or_a_label(line, item):
    assert begins_item(line) is item


def test_the_words_that_follow_are_those_of_the_first_line():
    assert begins_with([]) == ""
    assert begins_with([lines_of("感谢支持。\n联系人：甄小米")]) == "感谢支持。"
