"""Numbers of suggestions, document numbers, class marks."""

import pytest

from knowledge.facts.numbers import find_category, find_doc_no, find_number


@pytest.mark.parametrize(
    ("text", "number", "code"),
    [
        ("关于区三届人大一次会议第59号建议", "59", "59"),
        ("五次会议DH370号建议办理情况", "DH370", "DH370"),
        ("第0076号提案", "0076", "0076"),
        ("第20250079号建议", "20250079", "20250079"),
        ("第二十七号建议的答复", "二十七", "27"),
        ("建议号：201号", "201", "201"),
        ("代表建议编号2023-P17", "2023-P17", "2023-P17"),
        ("关于夜市的建议（NO.0088）的答复", "0088", "0088"),
        ("县人大代表建议0051号的答复", "0051", "0051"),
        ("第21、35、78号建议（并案）", "21", "21"),
    ],
)
def test_a_number_is_kept_as_printed(text, number, code):
    found = find_number(text)

    assert found is not None
    assert (found.text, found.code) == (number, code)


@pytest.mark.parametrize("text", ["永城管〔2024〕69号", "2022年6月6日", "解放路18号", "见附件12号"])
def test_other_numbers_are_none(text):
    assert find_number(text) is None


def test_a_document_number_has_its_place():
    text = "发文字号：江阳市监函〔2023〕41号 签发人：郑宏远"
    at = find_doc_no(text)

    assert at is not None
    assert text[slice(*at)].endswith("江阳市监函〔2023〕41号")


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("A类", "A"),
        ("类别：B", "B"),
        ("沧民函〔2024〕33号A", "A"),
        ("的答复（B类）", "B"),
        ("【办理类别：B】", "B"),
        ("办理结果：A类", "A"),
        ("A    是否公开：是", "A"),
        ("办理结果A", "A"),
        ("建议的答复【C】", "C"),
        ("A类企业12家", None),
        ("AA级企业", None),
    ],
)
def test_class_marks_are_found_in_all_their_places(text, mark):
    found = find_category(text)

    assert (found[0] if found else None) == mark
