"""Numerals: values of written numbers, and which characters of a sentence are numbers at all."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.words.numerals import find_numbers, parse_number, to_chinese


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("14036", "14036"),
        ("14,036", "14036"),
        ("１４０３６", "14036"),
        ("3.85", "3.85"),
        ("1.85万", "18500"),
        ("20余万", "200000"),
        ("2亿", "200000000"),
        ("90%", "90"),
        ("-5", "-5"),
        ("两", "2"),
        ("十", "10"),
        ("十二", "12"),
        ("一百零五", "105"),
        # a last digit without its power counts the next lower one
        ("一百五", "150"),
        ("两万三", "23000"),
        ("一万零三十六", "10036"),
        ("一万四千零三十六", "14036"),
        ("一亿五千万", "150000000"),
        ("二〇二二", "2022"),
        ("三点八五", "3.85"),
        ("百分之九十", "90"),
        ("千分之五", "0.5"),
        ("四分之一", "0.25"),
        ("半", "0.5"),
        ("壹万贰仟", "12000"),
    ],
)
def test_a_written_number_has_a_value(words: str, value: str) -> None:
    assert parse_number(words) == Decimal(value)


@pytest.mark.parametrize(
    "words", ["", "万", "万人", "十四五", "五金", "三四", "abc", "一二三", "第"]
)
def test_what_is_no_number_has_no_value(words: str) -> None:
    assert parse_number(words) is None


@pytest.mark.parametrize(
    ("sentence", "numbers"),
    [
        # enumerators and ordinals
        ("一是新增两件，共1.85万件", ["两", "1.85万"]),
        ("第一，一对全区专利摸底", []),
        ("（二）第59号建议的三个方面", ["三"]),
        ("1.加强2家", ["2"]),
        # names that hold a numeral
        ("万人有效发明专利3.85件", ["3.85"]),
        ("五金、三农、十四五、一站式、进一步、十分", []),
        ("3A景区和PCT2022", []),
        # counted with a measure word
        ("四大证明商标、五大产业、十家企业", ["四", "五", "十"]),
        ("24万余元，32余个", ["24万", "32"]),
        ("百分之九十以上，90%", ["百分之九十", "90"]),
        ("二〇二二年底达到一万四千零三十六件", ["二〇二二", "一万四千零三十六"]),
        ("全长5km", ["5"]),
        ("半年", ["半"]),
    ],
)
def test_only_cardinal_numbers_are_found(sentence: str, numbers: list[str]) -> None:
    found = find_numbers(sentence)

    assert [sentence[start:end] for start, end, _ in found] == numbers


def test_a_found_number_has_the_value_of_its_words() -> None:
    assert find_numbers("融资2亿元")[0] == (2, 4, Decimal(200_000_000))


@given(st.integers(min_value=0, max_value=10**11))
def test_chinese_numerals_read_back_as_the_same_number(number: int) -> None:
    assert parse_number(to_chinese(number)) == number
