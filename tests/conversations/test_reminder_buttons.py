"""A subscription made by buttons, and each of the six buttons under the reminder that comes of it."""

from pathlib import Path

import pytest

from assistant.glossary import Address, Reply, Role
from tests.conversations.theatre import Theatre

SIX = ["已知悉", "三天后再提醒", "看原文", "登记进展", "标记兑现", "退订"]


@pytest.fixture
def theatre(tmp_path: Path) -> Theatre:
    """28 November 2022."""
    return Theatre(tmp_path)


@pytest.fixture
def staff(theatre: Theatre) -> Address:
    """Who pressed 承诺2 when asked what to subscribe to."""
    address = theatre.join(Role.STAFF, "5")
    theatre.press(address, theatre.say(address, "/subscribe"), "承诺2")
    return address


@pytest.fixture
def reminder(theatre: Theatre, staff: Address) -> Reply:
    """The first one."""
    (shown,) = theatre.pass_to("2022-12-01 09:00")
    return shown


@pytest.mark.parametrize(
    ("label", "subscribed"),
    [
        ("全部", "已订阅：全部承诺，现有 3 项承诺"),
        ("区市场监管局", "已订阅：区市场监管局，现有 3 项承诺"),
        ("承诺3", "已订阅：承诺3，现有 1 项承诺"),
    ],
)
def test_what_is_offered_can_be_subscribed_to(
    theatre: Theatre, label: str, subscribed: str
) -> None:
    somebody = theatre.join(Role.DEPUTY, "6")

    made = theatre.press(somebody, theatre.say(somebody, "订阅"), label)

    assert made.text.startswith(subscribed)


def test_the_reminder_says_all_that_a_person_must_know(reminder: Reply) -> None:
    assert [choice.label for choice in reminder.suggestions] == SIX
    for words in (
        "2022年全区有效注册商标达到14500件",  # what
        "2022年12月底（2022-12-31）",  # by when, words and date
        "还有 30 天",  # days left
        "临期",  # state
        "区市场监管局",  # unit
        "函中：14036件；目标 14500件，完成 96.8%，还差 464件（推算）",  # progress
        "〔59-附-2〕",  # citations
        "〔59-1.2-1〕",
        "编号 R1",
    ):
        assert words in reminder.text


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("已知悉", "已知悉，记下了。"),
        ("三天后再提醒", "12月2日再提醒您，共 1 项。"),
        ("看原文", "〔59-附-2"),
        ("登记进展", "请写明数字和截至时间，例如：/report 2 14320 截至9月底"),
        ("标记兑现", "销号须写明说明和佐证。"),
        ("退订", "已退订：承诺2。"),
    ],
)
def test_each_button_does_what_it_says(
    theatre: Theatre, staff: Address, reminder: Reply, label: str, said: str
) -> None:
    assert theatre.press(staff, reminder, label).text.startswith(said)


def test_a_deputy_is_offered_no_button_that_is_not_theirs(theatre: Theatre) -> None:
    deputy = theatre.join(Role.DEPUTY, "6")
    theatre.say(deputy, "订阅 承诺2")

    (shown,) = theatre.pass_to("2022-12-30 09:00")

    assert [choice.label for choice in shown.suggestions] == [*SIX[:3], SIX[-1]]
