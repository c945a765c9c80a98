"""Signing: which agency answered and when, and who approved the letter."""

from datetime import date

import pytest

from knowledge.facts.header import read_header
from knowledge.facts.passages import read_outline
from knowledge.facts.signing import day_in
from knowledge.glossary import ReplyLetter
from knowledge.reading import read_bytes

BODY = "石磊代表：\n您提出的建议收悉，现答复如下：\n一、基本情况\n现有泵站2座。\n"


def letter(foot: str, head: str = "") -> ReplyLetter:
    return read_header(read_outline(read_bytes("letter.txt", (head + BODY + foot).encode())))


def agencies(found: ReplyLetter) -> list[str]:
    return [field.value for field in found.fields if field.name == "agency"]


@pytest.mark.parametrize(
    ("foot", "head", "agency"),
    [
        ("清河县水务局\n2024年9月8日\n", "", "清河县水务局"),
        ("清河县水务局 2024年9月8日\n", "", "清河县水务局"),
        ("清河县水务局（盖章）\n2024年9月8日\n", "", "清河县水务局"),
        # nobody signed: the title, then the head says who
        ("", "清河县水务局关于县二届人大一次会议第7号建议的答复\n", "清河县水务局"),
        # who signed comes before whom the title names
        (
            "清河县水务局\n2024年9月8日\n",
            "清河县财政局关于县二届人大一次会议第7号建议的答复\n",
            "清河县水务局",
        ),
        ("", "", None),
    ],
)
def test_the_agency_is_who_signs_or_whom_the_head_names(foot, head, agency):
    assert letter(foot, head).agency == agency


def test_agencies_side_by_side_are_two():
    assert agencies(letter("清河县水务局      清河县财政局\n2024年9月8日\n")) == [
        "清河县水务局",
        "清河县财政局",
    ]


@pytest.mark.parametrize(
    ("foot", "signer"),
    [
        ("此复函已经我局赵一平局长审签。\n清河县水务局\n2024年9月8日\n", "赵一平"),
        ("签发人：钱二川\n清河县水务局\n2024年9月8日\n", "钱二川"),
        ("清河县水务局\n2024年9月8日\n", None),
    ],
)
def test_who_approved_the_letter_is_read_from_label_or_sentence(foot, signer):
    assert letter(foot).signer == signer


def test_the_same_day_above_and_below_is_no_day_of_publishing():
    found = letter("清河县水务局\n2024年9月8日\n", "发文日期：2024-09-08\n")

    assert (found.date, found.published) == (date(2024, 9, 8), None)


def test_a_date_that_cannot_be_is_no_date():
    assert letter("清河县水务局\n2024年9月38日\n").date is None


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2024年9月8日印发", date(2024, 9, 8)),
        ("二〇二四年九月八日", date(2024, 9, 8)),
        ("2024年2月30日", None),
        ("没有日期", None),
        (None, None),
    ],
)
def test_the_first_day_in_some_words(words, day):
    assert day_in(words) == day
