"""The parts answers are made of."""

from datetime import date
from decimal import Decimal

import pytest

from assistant.dialogue.answering.claims import _is_true
from assistant.dialogue.answering.gaps import _months
from assistant.dialogue.answering.holders import headline_of
from assistant.dialogue.answering.remaining import days_words
from assistant.dialogue.answering.saying import number, short
from assistant.dialogue.question import Number
from knowledge import Evidence, Indicator, Library


def figure(library: Library, value: str) -> Evidence:
    rows = library.facts(library.letters()[0].id)
    return next(
        row for row in rows if isinstance(row.fact, Indicator) and row.fact.value == Decimal(value)
    )


@pytest.mark.parametrize(
    ("value", "plain"), [("3.850", "3.85"), ("1E+3", "1000"), ("14036", "14036"), ("0.20", "0.2")]
)
def test_a_number_has_no_tail_of_zeros(value: str, plain: str) -> None:
    assert number(Decimal(value)) == plain


@pytest.mark.parametrize(
    ("value", "words"),
    [("14036", "14036件"), ("21", "21个"), ("24", "24万余元"), ("400", "预计400万元左右")],
)
def test_a_figure_is_said_as_printed(shipped: Library, value: str, words: str) -> None:
    assert short(figure(shipped, value)) == words


@pytest.mark.parametrize(
    ("text", "claim", "true"),
    [
        ("知名品牌是32个吧", "32", True),
        ("知名品牌是52个吧", "52", False),
        ("知名品牌超过30个了吗", "30", True),
        ("知名品牌不到30个吧", "30", False),
        ("有没有32个", "32", True),
    ],
)
def test_a_claim_is_held_against_the_figure(
    shipped: Library, text: str, claim: str, true: bool
) -> None:
    claimed = Number(Decimal(claim), "个", f"{claim}个")

    assert _is_true(text, claimed, figure(shipped, "32")) is true


@pytest.mark.parametrize(
    ("latest", "words"),
    [
        (date(2022, 12, 31), "还剩91天"),
        (date(2022, 10, 1), "今天到期"),
        (date(2022, 9, 30), "已过1天"),
    ],
)
def test_days_are_counted_from_the_day_of_the_question(latest: date, words: str) -> None:
    assert words in days_words("年底", latest, date(2022, 10, 1))


@pytest.mark.parametrize(
    ("start", "end", "months"),
    [
        (date(2022, 10, 1), date(2022, 12, 31), 3),
        (date(2022, 10, 20), date(2022, 12, 31), 2),
        (date(2022, 12, 30), date(2022, 12, 31), 1),
    ],
)
def test_months_left_are_at_least_one(start: date, end: date, months: int) -> None:
    assert _months(start, end) == months


def test_a_long_list_says_how_many() -> None:
    names = [f"第{n}个很长的名称" for n in range(20)]

    assert headline_of(names).endswith("等20项")
    assert len(headline_of(names)) <= 60
