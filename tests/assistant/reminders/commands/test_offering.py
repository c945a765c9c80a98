"""Offering: what there is to subscribe to and to change, each a button that works."""

import pytest

from assistant.glossary import Account, Address, Role
from assistant.reminders.commands.offering import choices, line, nothing, own_buttons, ways
from assistant.reminders.matching import Wanted
from assistant.reminders.subscriptions import Subscription
from assistant.reminders.wishes import Options
from tests.assistant.reminders.office import Office, at, promise

TODAY = at("2022-12-01 09:00").date()
ONE = Account(1, "某甲", Role.STAFF, addresses=(Address("telegram", "5", "5"),))


def subscription(paused: bool = False, **values: object) -> Subscription:
    return Subscription(1, 1, Wanted("all", ""), Options(**values), TODAY, paused)  # type: ignore[arg-type]


def labels(reply) -> list[str]:
    return [choice.label for choice in reply.suggestions]


def test_all_then_the_busiest_units_then_what_is_due_are_offered(office: Office) -> None:
    office.promised = [
        promise(1, "甲事", unit="甲局"),
        promise(2, "乙事", unit="乙局"),
        promise(3, "丙事", unit="乙局"),
    ]

    offered = choices(office.reminders.ledger.entries(), Options())

    assert labels(offered) == ["全部", "乙局", "甲局", "承诺1", "承诺2", "承诺3"]
    assert str(Options()) in offered.text


@pytest.mark.parametrize(("scope", "near"), [("市场监管局", ["区市场监管局"]), ("天气", [])])
def test_the_nearest_units_are_offered_where_nothing_fits(
    office: Office, scope: str, near: list[str]
) -> None:
    office.promised = [promise(1, "甲事"), promise(2, "乙事", unit="丙院")]

    offered = nothing(scope, office.reminders.ledger.entries())

    assert labels(offered) == [*near, "仍要订阅"]
    assert offered.suggestions[-1].words == f"/subscribe {scope} 仍要订阅"


@pytest.mark.parametrize(
    ("values", "offers"),
    [
        ({}, {"含节假日", "单条", "周报"}),
        ({"workdays": False, "digest": False, "monday": True}, {"仅工作日", "汇总", "不要周报"}),
    ],
)
def test_what_can_be_changed_is_the_opposite_of_what_holds(
    values: dict[str, bool], offers: set[str]
) -> None:
    assert offers <= set(labels(ways(subscription(**values), ONE)))


def test_a_second_channel_is_offered_only_to_who_has_one() -> None:
    both = Account(1, "某甲", Role.STAFF, addresses=(*ONE.addresses, Address("wecom", "w", "w")))

    assert "企业微信" not in labels(ways(subscription(), ONE))
    assert "企业微信" in labels(ways(subscription(), both))


def test_a_subscription_is_one_line() -> None:
    assert line(subscription(), 3).startswith("订阅1：")
    assert "（3 项）" in line(subscription(), 3)
    assert "已暂停" in line(subscription(paused=True))


def test_what_was_just_made_can_be_undone() -> None:
    words = [choice.words for choice in own_buttons(subscription())]

    assert words == ["/change 1", "/change 1 单条", "/pause 1", "/unsubscribe 1"]
