"""Packing: where and when a message goes, and what goes into one."""

from datetime import date

import pytest

from assistant.glossary import Account, Address, Role
from assistant.reminders.matching import Wanted
from assistant.reminders.packing import delivery_row, tell_admins, when_and_where, wishes_of
from assistant.reminders.planner import Wish
from assistant.reminders.subscriptions import Subscription
from assistant.reminders.wishes import Options
from assistant.storage import Database
from tests.assistant.reminders.office import Office, at

NOW = at("2022-12-01 09:00")
TELEGRAM = Address("telegram", "5", "5")
WECOM = Address("wecom", "w5", "w5")


def account(*addresses: Address, role: Role = Role.STAFF, id: int = 1) -> Account:
    return Account(id, "某甲", role, addresses=addresses)


def subscription(**values: object) -> Subscription:
    return Subscription(1, 1, Wanted("all", ""), Options(**values), date(2022, 11, 1))  # type: ignore[arg-type]


def wish(**values: object) -> Wish:
    return wishes_of([subscription(**values)], {1: account(TELEGRAM)})[1][0]


@pytest.mark.parametrize(
    ("wishes", "place"),
    [
        ([], (9, "")),
        ([{"hour": 14}, {"hour": 8}], (8, "")),
        ([{"hour": 14}, {"channel": "wecom", "hour": 15}], (14, "wecom")),
    ],
)
def test_the_digest_comes_at_the_earliest_hour_on_the_channel_named(
    wishes: list[dict[str, object]], place: tuple[int, str]
) -> None:
    assert when_and_where([wish(**one) for one in wishes]) == place


def test_wishes_of_people_who_left_are_nobodys() -> None:
    assert wishes_of([subscription()], {}) == {}


def test_a_delivery_goes_to_the_channel_wished_for() -> None:
    row = delivery_row("k", account(TELEGRAM, WECOM), "digest", NOW, NOW, "wecom")

    assert (row["channel"], row["state"], row["reason"]) == ("wecom", "pending", "")
    assert (row["day"], row["body"]) == (date(2022, 12, 1), None)


def test_without_any_channel_it_says_why_from_the_start() -> None:
    row = delivery_row("k", account(), "digest", NOW, NOW)

    assert (row["channel"], row["reason"]) == ("", "没有可送达的渠道")


def test_each_admin_who_can_be_reached_is_told_once_a_day(
    office: Office, database: Database
) -> None:
    people = {
        1: account(TELEGRAM, role=Role.ADMIN),
        2: account(WECOM, id=2),
        3: account(role=Role.ADMIN, id=3),
    }
    with database.write() as session:
        tell_admins(session, people, "failed", NOW)
        tell_admins(session, people, "failed", NOW)

    assert office.reminders.register.counts() == {"pending": 1}


def test_single_and_digest_make_messages_of_their_own(office: Office) -> None:
    address = office.join(Role.STAFF, "某甲", "5")
    office.say(address, "subscribe", "承诺1 单条")
    office.say(address, "subscribe", "承诺2 单条")

    assert len(office.pass_to("2022-12-01 09:00")) == 2
