"""Series: names in a row, and what closes the row."""

import pytest

from knowledge.facts.clauses import enclosed
from knowledge.facts.figures import find_figures
from knowledge.facts.series import Series, read_series, series_in
from knowledge.facts.vocabulary import vocabulary_of
from knowledge.words.lexicon import Lexicon


def read(text: str, lexicon: Lexicon) -> list[Series]:
    vocabulary = vocabulary_of(lexicon)
    return list(read_series(text, enclosed(text), find_figures(text, vocabulary), vocabulary))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("甲厂、乙厂和丙厂", ["甲厂", "乙厂和丙厂"]),  # may be one name: 住房和城乡建设局
        ("“甲”“乙”和“丙”", ["甲", "乙", "丙"]),
        ("甲厂、乙厂等", ["甲厂", "乙厂"]),
        # a remark in brackets is none of the names, nor are the marks in it
        ("民生超市（东街、西街）、大众超市", ["民生超市", "大众超市"]),
        ("甲厂", ["甲厂"]),
        ("", []),
        # a sentence is no name
        ("甲厂、" + "很长的一句话" * 5, ["甲厂"]),
    ],
)
def test_the_names_between_two_places(text: str, names: list[str]) -> None:
    assert [one.name for one in series_in(text, 0, len(text))] == names


@pytest.mark.parametrize(
    ("text", "count", "names"),
    [
        ("甲厂、乙厂和丙厂", 3, ["甲厂", "乙厂", "丙厂"]),
        ("甲厂和乙厂", 2, ["甲厂", "乙厂"]),
        ("县财政局、县住房和城乡建设局", 2, ["县财政局", "县住房和城乡建设局"]),
    ],
)
def test_a_number_of_names_tells_whether_the_last_is_two(
    text: str, count: int, names: list[str]
) -> None:
    assert [one.name for one in series_in(text, 0, len(text), count)] == names


def test_each_name_knows_its_place() -> None:
    text = "其中：“甲石”、“乙菜”。"

    assert [text[one.start : one.end] for one in series_in(text, 3, 12)] == ["甲石", "乙菜"]


@pytest.mark.parametrize(
    ("text", "label", "names", "count", "complete"),
    [
        ("对标五金、汽摩、静脉五大产业", "产业", "五金 汽摩 静脉", 5, True),
        ("推广“甲石”“乙菜”等3个品牌", "品牌", "甲石 乙菜", 3, False),
        ("甲园、乙园和丙园等场所，", "场所", "甲园 乙园 丙园", None, False),
    ],
)
def test_what_closes_the_row_says_what_the_names_are(
    text: str, label: str, names: str, count: int, complete: bool, lexicon: Lexicon
) -> None:
    found = read(text, lexicon)[0]

    assert [one.name for one in found.items] == names.split()
    assert (found.label, found.count, found.complete) == (label, count, complete)


def test_the_stage_in_front_is_kept(lexicon: Lexicon) -> None:
    assert read("加快培育“甲石”“乙菜”等品牌", lexicon)[0].status == "加快培育"


@pytest.mark.parametrize(
    "text",
    [
        "建立台账、重点培育、分类指导",  # work, not names: nothing closes the row
        "国家级9项、市级2项、区级3项",  # figures in a row
        "全区知名品牌32个",
        "“甲石”品牌",  # one is no series
        "",
    ],
)
def test_other_rows_are_no_series(text: str, lexicon: Lexicon) -> None:
    assert read(text, lexicon) == []
