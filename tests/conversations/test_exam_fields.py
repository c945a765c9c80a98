"""The field by field comparison of letters can fail."""

import pytest

from tests.conversations.exam_fields import Point, Reading, compare, misread, table

TRUTH = {
    "agency": "临江市水务局",
    "addressees": ["白羽", "许清欢"],
    "contact": {"names": ["时雨"], "phones": ["0571-81230000"], "postcode": "311203"},
    "headings": [{"level": 1, "text": "一、工作进展"}],
    "commitments": [
        {"text": "改造老旧管网65公里", "deadline_iso": "2025-06-30", "unit": "市水务局、市财政局"}
    ],
    "indicators": [{"name": "普及率", "value": "91.3"}],
}
READ_RIGHT = {
    "agency": "临江市 水务局",
    "addressees": ["许清欢", "白羽"],
    "contact": {"names": ["时雨"], "phones": ["（0571）8123 0000"], "postcode": "311203"},
    "headings": [{"level": 1, "text": "一、工作进展情况"}],
    "commitments": [
        {
            "text": "管网改造：改造老旧管网65公里",
            "deadline_to": "2025-06-30",
            "unit": "市水务局和市财政局",
        }
    ],
    "indicators": [{"scope": "农村", "name": "自来水普及率", "value": 91.3}],
}


def test_what_is_read_right_in_other_words_is_right() -> None:
    assert [point.name for point in compare(TRUTH, READ_RIGHT) if not point.right] == []


def test_of_a_letter_that_was_not_read_nothing_is_right() -> None:
    points = list(compare(TRUTH, {}))

    assert len(points) == 10
    assert not any(point.right for point in points)


@pytest.mark.parametrize(
    ("name", "value", "wrong"),
    [
        ("agency", "临江市水利局", "agency"),
        ("addressees", ["白羽"], "addressees"),
        ("contact", {**READ_RIGHT["contact"], "phones": ["0571-81230001"]}, "contact.phones"),
        ("headings", [{"level": 2, "text": "一、工作进展"}], "headings"),
        ("headings", [], "headings"),
        ("indicators", [{"name": "普及率", "value": "95"}], "indicator"),
        ("indicators", [{"name": "水厂", "value": "91.3"}], "indicator"),
    ],
)
def test_a_wrong_field_is_noticed(name: str, value: object, wrong: str) -> None:
    points = compare(TRUTH, {**READ_RIGHT, name: value})

    assert [point.name for point in points if not point.right] == [wrong]


def test_a_promise_is_judged_in_three_points() -> None:
    other = {"text": "改造老旧管网65公里", "deadline_to": "2025-12-31", "unit": "市水务局"}
    points = compare(TRUTH, {**READ_RIGHT, "commitments": [other]})

    assert [point.name for point in points if not point.right] == [
        "commitment.deadline",
        "commitment.unit",
    ]


def test_the_table_counts_both_halves_and_lists_the_half_to_mend() -> None:
    wrong = (Point("agency", False, "甲局", "乙局"),)
    found = [Reading("a", "develop", wrong), Reading("b", "measure", wrong)]
    lines = "\n".join(table(found))

    assert lines.count("fields 0.0% (0/1)") == 2
    assert list(misread(found)) == ["a  agency: want 甲局, got 乙局"]
