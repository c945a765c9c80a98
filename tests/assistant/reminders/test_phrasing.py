"""Phrasing: an entry of the ledger in words."""

from datetime import date
from decimal import Decimal

import pytest

from assistant.glossary import Role
from assistant.reminders import phrasing
from knowledge import Citation, Deadline, Indicator, Place, Span
from tests.assistant.reminders.office import VAGUE, YEAR_END, Office, promise

MARKS = "2022年全区有效注册商标达到14500件。"
NOWHERE = Place("", "", Span(0, 0), Span(0, 0))


def entry(
    office: Office, deadline: Deadline | None = YEAR_END, text: str = MARKS, unit: str = "区市监局"
):
    office.promised = [promise(2, text, deadline, unit, 14500, "件")]
    return office.reminders.ledger.entries()[0]


def test_the_title_is_one_line_and_cut_where_it_is_long(office: Office) -> None:
    assert phrasing.title(entry(office)) == "1. 2022年全区有效注册商标达到14500件"
    long = phrasing.title(entry(office, text="推进 工作" * 40))
    assert long.endswith("…") and len(long) <= phrasing.LONG + 4
    assert " 工作" not in long


@pytest.mark.parametrize(
    ("deadline", "words"),
    [
        (YEAR_END, "2022年12月底（2022-12-31）"),
        (VAGUE, "长期坚持"),
        (None, "未写明时限"),
        (Deadline("2022-12-31", None, date(2022, 12, 31), "day"), "2022-12-31"),
    ],
)
def test_by_when_in_the_letters_words_and_as_a_date(
    office: Office, deadline: Deadline | None, words: str
) -> None:
    assert phrasing.when(entry(office, deadline)) == words


def test_a_moved_deadline_keeps_the_old_one(office: Office) -> None:
    staff = office.join(Role.STAFF, "某甲", "5")
    entry(office)
    office.say(staff, "state", "1 顺延 2023-03-31 资金未到位")

    (moved,) = office.reminders.ledger.entries()

    assert phrasing.when(moved) == "2022年12月底（2022-12-31），顺延至 2023-03-31"


@pytest.mark.parametrize(
    ("deadline", "words"),
    [
        (YEAR_END, "期间：2022-12-21 至 2022-12-31（精确到旬）"),
        (
            Deadline("待资金到位", precision="conditional", condition="待资金到位"),
            "条件：待资金到位",
        ),
        (Deadline("12月31日", date(2022, 12, 31), date(2022, 12, 31), "day"), ""),
        (None, ""),
    ],
)
def test_the_days_that_the_words_leave_open(
    office: Office, deadline: Deadline | None, words: str
) -> None:
    assert phrasing.interval(entry(office, deadline)) == words


@pytest.mark.parametrize(
    ("reported", "said"),
    [
        ("14320 截至9月底", "还差 180件（推算）"),
        ("14500 截至11月底", "已达到目标（推算）"),
        ("14620 截至11月底", "已达到目标（推算）"),
    ],
)
def test_a_reported_figure_stands_against_the_target(
    office: Office, reported: str, said: str
) -> None:
    staff = office.join(Role.STAFF, "某甲", "5")
    entry(office)
    office.say(staff, "report", f"1 {reported}")

    words = phrasing.progress(office.reminders.ledger.entries()[0])

    assert said in words
    assert "责任单位填报，非函中数据" in words


def test_nothing_reported_is_nothing_said(office: Office) -> None:
    assert phrasing.progress(entry(office)) == ""


def test_the_letters_own_figure_stands_against_the_target(office: Office) -> None:
    figure = Indicator("商标", Decimal(14036), "件", NOWHERE, time="截止2022年5月")

    words = phrasing.stated(entry(office), figure)

    assert words.startswith("函中：14036件（截止2022年5月）；目标 14500件")
    assert "完成 96.8%，还差 464件（推算）" in words


def test_a_line_names_state_date_and_unit_unless_the_heading_does(office: Office) -> None:
    one = entry(office)

    assert "区市监局" in phrasing.line(one)
    assert "区市监局" not in phrasing.line(one, under_unit=True)
    assert phrasing.unit(entry(office, unit="")) == "未写明责任单位"


def test_a_quote_is_one_line_with_its_code() -> None:
    citation = Citation("59-附-2", "答复函", "附件", "商标 |\n 14500件", 0, 12)

    assert phrasing.proven(citation) == "“商标 | 14500件”〔59-附-2〕"
    assert phrasing.proof(citation) == "出处：〔59-附-2〕答复函 附件"


@pytest.mark.parametrize(
    ("value", "words"),
    [("14500.0", "14500"), ("3.85", "3.85"), ("3.850", "3.85"), ("1E+3", "1000")],
)
def test_figures_have_no_tail_of_zeros(value: str, words: str) -> None:
    assert phrasing.plain(Decimal(value)) == words


def test_a_day_is_said_without_leading_zeros() -> None:
    assert phrasing.day_words(date(2026, 1, 5)) == "2026年1月5日"
