"""Standings: sought or got."""

from dataclasses import replace
from decimal import Decimal

import pytest

from assistant.dialogue.matching.standings import status_class, status_conflict
from assistant.dialogue.matching.zones import zones_of
from assistant.dialogue.question import Qualifiers
from knowledge import (
    Commitment,
    Evidence,
    Fact,
    Indicator,
    LetterField,
    LetterHead,
    Place,
    Recognition,
    ReplyLetter,
    Span,
)

NOWHERE = Place("7-1-1", "一", Span(0, 0), Span(0, 0))
HEAD = LetterHead(1, "letter.txt", ReplyLetter(), "")


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("正在推进", "申报"),
        ("申报中", "申报"),
        ("入围", "申报"),
        ("已获", "已获"),
        ("已发布", "已获"),
        ("A级", ""),
        ("", ""),
    ],
)
def test_a_status_is_held_or_sought(words: str, kind: str) -> None:
    assert status_class(words) == kind


def conflict(fact: Fact, quote: str, asked: str, asking: str) -> str:
    place = replace(NOWHERE, own=Span(0, len(quote)), quote=Span(0, len(quote)))
    row = Evidence(replace(fact, place=place), HEAD, quote)
    return status_conflict(Qualifiers(status=frozenset({asked})), row, zones_of(row), asking)


@pytest.mark.parametrize(
    ("status", "asked", "fits"),
    [
        ("已获", "已获", True),
        ("申报中", "已获", False),
        ("已获", "申报中", False),
        ("通过", "已获", True),
    ],
)
def test_a_title_sought_is_none_held(status: str, asked: str, fits: bool) -> None:
    title = Recognition("甲公司", "质量奖", status, NOWHERE)

    assert (conflict(title, f"甲公司质量奖{status}。", asked, "谁有质量奖") == "") is fits


def test_where_no_status_is_asked_none_contradicts() -> None:
    row = Evidence(Recognition("甲公司", "质量奖", "申报中", NOWHERE), HEAD, "甲公司申报质量奖。")

    assert status_conflict(Qualifiers(), row, zones_of(row), "质量奖") == ""


def test_an_application_counted_was_applied_for() -> None:
    figure = Indicator("国际专利申请", Decimal(2), "件", NOWHERE, status="已完成")

    assert conflict(figure, "国际专利申请2件。", "申报中", "申请了几件国际专利") == ""


def test_a_promise_is_not_done_yet() -> None:
    promised = Commitment("获得质量奖", None, NOWHERE)

    assert conflict(promised, "获得质量奖", "已获", "质量奖已经拿到了吗")
    assert not conflict(promised, "获得质量奖", "申报中", "质量奖在申报吗")


def test_head_and_foot_have_no_status() -> None:
    assert conflict(LetterField("signer", "赵一", NOWHERE), "赵一", "已获", "谁获得") == ""
