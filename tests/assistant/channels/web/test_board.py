"""The board: groups by days left, and what the ledger adds."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from starlette.testclient import TestClient

from assistant.channels.web import Book, Web
from assistant.channels.web.board import Left, standing_words
from assistant.glossary import Account, Message, Reply, Role
from knowledge import Library
from tests.assistant.channels.web.visiting import door_for

NOW = datetime(2022, 12, 20, 9, tzinfo=ZoneInfo("Asia/Shanghai"))


class State(StrEnum):
    NOT_DUE = "未到期"
    DONE = "已兑现"


@dataclass
class Standing:
    state: State
    open: bool
    days_left: int | None = 11
    moved_from: None = None
    change: object | None = None


@dataclass
class Progress:
    value: Decimal = Decimal(14200)
    unit: str = "件"
    as_of: str = "截至9月底"


@dataclass
class Entry:
    number: int
    head: Any
    commitment: Any
    standing: Standing
    progress: Progress | None = None


def board(library: Library, role: Role, standing: Standing, path: str = "/commitments") -> str:
    def entries(_account: Account) -> list[Entry]:
        rows = [row for row in library.commitments() if row[1].target]
        return [Entry(7, *rows[0], standing, Progress())]

    book = Book(entries, lambda: b"BEGIN:VCALENDAR")
    door = door_for(Account(1, "张某", role))
    web = Web(library, _silent, lambda: NOW, book=book, door=door)
    with TestClient(web.app, base_url="http://127.0.0.1") as client:
        return client.get(path).text


def _silent(_message: Message) -> Reply:
    return Reply("unknown", "", "")


@pytest.mark.parametrize(
    ("days", "group", "left"),
    [
        (None, "无明确时限", ""),
        (-3, "已逾期", "已过 3 天，待登记结果"),
        # the last day still counts
        (0, "临近时限", "今天到期"),
        (30, "临近时限", "还有 30 天"),
        (31, "未到期", "还有 31 天"),
    ],
)
def test_the_group_follows_the_days_left(days: int | None, group: str, left: str) -> None:
    assert standing_words(days) == (group, left)


def test_what_a_person_settled_is_neither_near_nor_late(shipped: Library) -> None:
    page = board(
        shipped, Role.VISITOR, Standing(State.DONE, open=False, days_left=-5, change=object())
    )

    assert "状态：已兑现" in page and "已办结" in page
    assert "已逾期" not in page


def test_nobody_decided_so_an_overdue_one_is_not_called_open(shipped: Library) -> None:
    page = board(shipped, Role.VISITOR, Standing(State.NOT_DUE, open=True, days_left=-5))

    assert "已逾期" in page
    assert "未到期" not in page


def test_the_reported_figure_stands_beside_its_target(shipped: Library) -> None:
    page = board(shipped, Role.VISITOR, Standing(State.NOT_DUE, open=True))

    assert "14200件（截至9月底，单位填报），目标 " in page
    assert "<progress" in page


@pytest.mark.parametrize(("role", "shown"), [(Role.STAFF, True), (Role.DEPUTY, False)])
def test_only_staff_find_the_commands_that_enter_something(
    shipped: Library, role: Role, shown: bool
) -> None:
    page = board(shipped, role, Standing(State.NOT_DUE, open=True))

    assert ("/#say=/report%207%20" in page) is shown


def test_the_calendar_of_the_ledger_is_handed_out(shipped: Library) -> None:
    text = board(shipped, Role.VISITOR, Standing(State.NOT_DUE, open=True), "/commitments.ics")

    assert text == "BEGIN:VCALENDAR"


def test_the_letters_own_figure_stands_beside_its_target(shipped: Library) -> None:
    web = Web(shipped, _silent, lambda: NOW)
    with TestClient(web.app, base_url="http://127.0.0.1") as client:
        page = client.get("/commitments").text

    assert "14036件（函中），目标 14500件" in page
    assert "完成 96%" in page


@pytest.mark.parametrize(
    ("days", "begun", "share"),
    [
        # half way
        (10, date(2022, 12, 10), 50),
        # over
        (-3, date(2022, 12, 10), 100),
        # no deadline, no date of the letter, a letter from the future
        (None, date(2022, 12, 10), None),
        (10, None, None),
        (10, date(2023, 1, 1), None),
    ],
)
def test_the_time_gone_is_a_share(days: int | None, begun: date | None, share: int | None) -> None:
    assert Left(days, date(2022, 12, 20)).elapsed_since(begun) == share
