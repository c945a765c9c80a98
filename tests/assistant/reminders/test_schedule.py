"""From plan to rows: once, also after outages, restarts, wrong clocks and a full disk."""

import sqlite3

import pytest
from sqlalchemy import event, func, select, text
from sqlalchemy.exc import OperationalError

from assistant.glossary import Role
from assistant.reminders import Brake
from assistant.reminders.models import DeliveryRow, OccurrenceRow
from assistant.storage import Database
from tests.assistant.reminders.office import Office, at, promise, three


class Hands:
    """Machine time moved by hand, in step with the office's clock unless said otherwise."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def staffed(office: Office) -> Office:
    """One staff member who subscribed to everything."""
    office.say(office.join(Role.STAFF, "某甲", "5"), "subscribe", "全部")
    return office


def count(office: Office, table: type[OccurrenceRow] | type[DeliveryRow]) -> int:
    """Rows of the table."""
    with office.database.read() as session:
        return session.scalar(select(func.count()).select_from(table)) or 0


def test_ticking_often_plans_once(office: Office) -> None:
    staffed(office)
    office.clock.now = at("2022-12-01 09:00")

    planned = [office.reminders.delivery.tick().occurrences for _ in range(5)]

    assert planned == [3, 0, 0, 0, 0]


def test_what_fell_into_an_outage_is_made_good_in_one_digest_and_says_so(office: Office) -> None:
    staffed(office)
    office.pass_to("2022-11-30 09:00")

    shown = office.pass_to("2022-12-29 10:30")  # 30 and 7 days before have passed unserved

    assert len(shown) == 1
    assert shown[0].text.startswith("【迟到】")
    assert shown[0].text.count("迟到：本应在") == 3
    assert count(office, OccurrenceRow) == 6


def test_a_long_outage_loses_nothing(office: Office) -> None:
    staffed(office)
    office.pass_to("2022-11-30 09:00")

    office.pass_to("2023-02-20 09:00")

    assert count(office, OccurrenceRow) == 3 * (4 + 7)  # four leads, seven weeks overdue


def test_another_room_over_the_same_database_plans_nothing_twice(database: Database) -> None:
    first = staffed(Office(database))
    first.pass_to("2022-12-01 09:00")

    second = Office(database)

    assert second.pass_to("2022-12-01 09:01") == []


def test_a_clock_that_goes_back_two_hours_repeats_nothing(office: Office) -> None:
    staffed(office)
    office.pass_to("2022-12-01 09:30")

    assert office.pass_to("2022-12-01 07:30") == []
    assert office.pass_to("2022-12-01 09:31") == []
    assert count(office, DeliveryRow) == 1


def test_a_clock_that_leaps_a_month_is_held_and_forgotten_when_it_comes_back(
    database: Database,
) -> None:
    hands = Hands()
    office = staffed(Office(database, brake=Brake(machine=hands)))
    office.pass_to("2022-11-30 09:00")
    hands.seconds += 30

    leaped = office.pass_to("2022-12-30 09:00")
    back = office.pass_to("2022-11-30 09:01")

    assert leaped == []
    assert back == []
    assert count(office, OccurrenceRow) == 0
    hands.seconds += 86400
    assert len(office.pass_to("2022-12-01 09:00")) == 1


def test_a_burst_waits_for_an_admin(database: Database) -> None:
    promised = [promise(number, f"第{number}件事") for number in range(1, 40)]
    office = Office(database, promised, Brake(floor=10, machine=Hands()))
    office.reminders.schedule._brake.machine = lambda: office.clock.now.timestamp()
    staffed(office)
    admin = office.join(Role.ADMIN, "某丙", "9")

    told = office.pass_to("2022-12-01 09:00")
    released = office.say(admin, "release")

    assert [reply.text for reply in told] == [
        "有 1 条提醒超出平时数量，已暂停；核对系统时钟后发送“/release”放行。"
    ]
    assert released.text == "已放行 1 条提醒。"
    assert len(office.pass_to("2022-12-01 09:01")) == 1


def test_a_heap_of_old_commitments_at_the_first_start_is_no_burst(database: Database) -> None:
    office = Office(database, [promise(n, f"第{n}件事") for n in range(1, 401)], Brake())
    office.reminders.schedule._brake.machine = lambda: office.clock.now.timestamp()
    office.clock.now = at("2026-03-02 10:00")
    staffed(office)

    shown = office.pass_to("2026-03-03 09:00")

    assert [reply.headline for reply in shown] == ["今日提醒 400 项：400 项逾期"]
    assert "另有 340 项" in shown[0].text


def test_a_usual_day_is_not_held(database: Database) -> None:
    office = Office(database, brake=Brake())
    office.reminders.schedule._brake.machine = lambda: office.clock.now.timestamp()
    staffed(office)

    assert len(office.pass_to("2022-12-01 09:00")) == 1


def test_one_digest_a_person_and_day_whatever_is_subscribed(office: Office) -> None:
    staff = office.join(Role.STAFF, "某甲", "5")
    for words in ("全部", "承诺2", "区市场监管局", "商标 15点"):
        office.say(staff, "subscribe", words)

    shown = office.pass_to("2022-12-01 09:00") + office.pass_to("2022-12-01 15:00")

    assert len(shown) == 1
    assert shown[0].text.count("2. 2022年全区有效注册商标") == 1


def test_single_messages_come_one_for_each_commitment(office: Office) -> None:
    staff = office.join(Role.STAFF, "某甲", "5")
    office.say(staff, "subscribe", "全部 单条")

    shown = office.pass_to("2022-12-01 09:00")

    assert len(shown) == 3
    assert all("标记兑现" in [choice.label for choice in reply.suggestions] for reply in shown)


def test_the_hour_and_the_channel_are_the_persons_choice(office: Office) -> None:
    staff = office.join(Role.STAFF, "某甲", "5")
    code = office.say(staff, "link").text.split("\n")[0]
    office.say(staff.__class__("wecom", "w5", "w5"), "join", code)
    office.say(staff, "subscribe", "全部 15点 企业微信")

    assert office.pass_to("2022-12-01 14:59", "wecom") == []
    assert office.pass_to("2022-12-01 15:00") == []
    assert len(office.send("wecom")) == 1


def test_a_deadline_moved_on_reminds_of_the_new_day(office: Office) -> None:
    staff = office.join(Role.STAFF, "某甲", "5")
    office.say(staff, "subscribe", "承诺2")
    office.say(staff, "state", "2 顺延 2023-06-30 资金未到位")

    assert office.pass_to("2022-12-30 09:00") == []
    shown = office.pass_to("2023-05-31 09:00")
    assert "顺延至 2023-06-30" in shown[0].text
    office.say(staff, "undo", "2")
    assert "逾期 151 天" in office.say(staff, "commitment", "2").text


def test_a_letter_that_comes_later_is_listed_once_from_the_next_morning(office: Office) -> None:
    office.promised = []
    staffed(office)
    office.pass_to("2023-03-01 09:00")

    office.clock.now = at("2023-03-01 14:00")
    office.promised = three()
    same_day = office.pass_to("2023-03-01 14:01")
    next_day = office.pass_to("2023-03-02 09:00")
    weeks_later = office.pass_to("2023-03-23 09:00")

    assert same_day == []
    assert "此前已逾期" in next_day[0].text
    assert weeks_later == []


def test_the_dry_run_says_who_what_and_why_and_stores_nothing(office: Office) -> None:
    staffed(office)

    rows = office.reminders.console.dry_run(at("2022-12-23 09:00").date(), 1)

    assert len(rows) == 3
    assert rows[0]["收件人"] == "某甲"
    assert rows[0]["事由"] == (
        "提前 7 天（订阅1：全部承诺）；12月24日（周六）休息，提前到12月23日（周五）"
    )
    assert count(office, OccurrenceRow) == 0


def test_a_full_disk_stops_the_tick_and_loses_nothing(database: Database) -> None:
    office = staffed(Office(database, [promise(n, f"第{n}件事") for n in range(1, 400)]))
    office.clock.now = at("2022-12-01 09:00")

    limit = _limited(database)
    with pytest.raises(OperationalError, match="full"):
        office.reminders.delivery.tick()
    limit.clear()
    database.engine.dispose()

    assert count(office, OccurrenceRow) == 0
    assert len(office.pass_to("2022-12-01 09:01")) == 1
    assert count(office, OccurrenceRow) == 399
    with database.read() as session:
        assert session.execute(text("PRAGMA integrity_check")).scalar_one() == "ok"


def _limited(database: Database) -> list[int]:
    """No connection may use another page, as long as the list is not cleared."""
    with database.read() as session:
        limit = [session.execute(text("PRAGMA page_count")).scalar_one()]

    @event.listens_for(database.engine, "connect")
    def narrow(connection: sqlite3.Connection, _record: object) -> None:
        if limit:
            connection.execute(f"PRAGMA max_page_count = {limit[0]}")

    database.engine.dispose()
    return limit
