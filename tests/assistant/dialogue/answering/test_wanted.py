"""Wanted: what a 多少 asks for, and which figures are that."""

from decimal import Decimal

import pytest

from assistant.dialogue.answering.saying import value_of
from assistant.dialogue.answering.wanted import (
    comes_in,
    counts_doers,
    fits_kind,
    fits_unit,
    measure_of,
    of_size_told,
    suits_doers,
)
from knowledge import Commitment, Evidence, Indicator
from tests.assistant.dialogue.answering.conftest import Inquire

ROWS = {
    "money": {"value": Decimal(360)},
    "rate": {"name": "家庭医生签约率", "measure": "占比"},
    "doctors": {"name": "乡村医生", "measure": "存量"},
    "more doctors": {"name": "乡村医生", "measure": "增量"},
    "rooms": {"name": "村卫生室", "measure": "存量"},
    "applicants": {"value": Decimal(9)},
    "machines": {"value": Decimal(96)},
}


@pytest.fixture
def row(fact):
    return lambda name: fact(Indicator, **ROWS[name])


@pytest.mark.parametrize(
    ("asked", "name", "fits"),
    [
        ("投入了多少钱", "money", True),
        ("投入了多少台", "money", False),
        ("签约率是百分之多少", "rate", True),
        ("乡村医生占百分之几", "doctors", False),
        # people are counted in several ways
        ("乡村医生有多少人", "doctors", True),
        ("乡村医生有几位", "doctors", True),
        ("村卫生室有多少人员", "rooms", False),
        # 个 counts anything, 台 machines
        ("村卫生室有几个", "rooms", True),
        ("设备有多少台", "machines", True),
        ("设备有多长", "machines", False),
    ],
)
def test_a_figure_comes_in_the_unit_asked_for(
    inquire: Inquire, row, asked: str, name: str, fits: bool
) -> None:
    assert fits_unit(inquire(asked), row(name)) is fits


@pytest.mark.parametrize(
    ("asked", "name", "fits"),
    [
        ("乡村医生增加了多少名", "more doctors", True),
        ("乡村医生增加了多少名", "doctors", False),
        ("每万人乡村医生多少名", "doctors", False),
        ("乡村医生有多少名", "doctors", True),
        ("设备有多重", "machines", False),
    ],
)
def test_an_increase_and_a_figure_per_head_are_kinds_of_their_own(
    inquire: Inquire, row, asked: str, name: str, fits: bool
) -> None:
    assert fits_kind(inquire(asked).question, row(name)) is fits


@pytest.mark.parametrize(
    ("unit", "name", "tells"),
    [("万元", "money", True), ("钱", "money", True), ("个", "rooms", False), ("", "money", False)],
)
def test_money_tells_the_figure_as_a_mere_counter_does_not(
    row, unit: str, name: str, tells: bool
) -> None:
    assert comes_in(unit, row(name)) is tells


@pytest.mark.parametrize(
    ("name", "doers"), [("applicants", True), ("doctors", True), ("machines", False)]
)
def test_firms_and_persons_are_doers(row, name: str, doers: bool) -> None:
    assert counts_doers(row(name)) is doers


def test_who_asks_for_no_doers_prefers_none(inquire: Inquire, row) -> None:
    assert suits_doers(inquire("设备有多少台").question, row("machines")) == 0.0


def test_a_promise_is_a_target(fact) -> None:
    promised: Evidence = fact(Commitment, key="87-附-1")

    assert measure_of(promised) == "目标"
    assert measure_of(fact(Indicator, name="村卫生室")) == "存量"


def test_a_number_told_says_of_what_size_the_figure_is(inquire: Inquire) -> None:
    inquiry = inquire("村卫生室都有三百个了，到底有多少")
    rows = [f for f in inquiry.candidates.of(Indicator) if "村卫生室" in f.row.zones.label]

    near = of_size_told(inquiry.question, rows)

    assert [value_of(f.evidence) for f in near] == [Decimal(222)]


def test_persons_are_no_firms(of_schools: Inquire) -> None:
    inquiry = of_schools("引进专家的企业有多少")
    experts = next(
        f.evidence
        for f in inquiry.candidates.of(Indicator)
        if getattr(f.evidence.fact, "name", "").endswith("专家")
    )

    assert not fits_unit(inquiry, experts)


@pytest.mark.parametrize(
    ("asked", "figure"),
    [
        ("总学位多少", "23.1"),  # the share of another thing
        ("新能源校车占比是多少", "52"),  # what it was before
    ],
)
def test_a_share_of_it_and_a_former_share_are_no_figure(
    of_schools: Inquire, asked: str, figure: str
) -> None:
    inquiry = of_schools(asked)
    rows = [f.evidence for f in inquiry.candidates.of(Indicator)]
    (told,) = [row for row in rows if value_of(row) == Decimal(figure)]

    assert not fits_kind(inquiry.question, told)
