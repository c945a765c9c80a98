"""Commands of subscriptions: make, list, pause, resume, end; changing shows test_changing.py."""

import pytest

from assistant.glossary import Address, Role
from tests.assistant.reminders.office import Office, at


@pytest.fixture
def staff(office: Office) -> Address:
    return office.join(Role.STAFF, "某甲", "5")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("全部", "现有 3 项承诺（3 项有明确时限）"),
        ("承诺2", "现有 1 项承诺"),
        ("商标", "现有 1 项承诺"),
        ("第59号", "现有 3 项承诺"),
        ("区市场监管局", "项承诺"),
        ("全部 提前5天 14点 单条", "14:00"),
    ],
)
def test_a_scope_is_subscribed_to_in_plain_words(
    office: Office, staff: Address, words: str, said: str
) -> None:
    reply = office.say(staff, "subscribe", words)

    assert reply.headline.startswith("已订阅：")
    assert said in reply.text


def test_the_next_reminders_are_told_with_their_days(office: Office, staff: Address) -> None:
    reply = office.say(staff, "subscribe", "承诺2")

    assert "接下来：" in reply.text
    assert "12月1日" in reply.text


@pytest.mark.parametrize(
    ("words", "kind", "said"),
    [
        ("", "clarify", "要订阅什么"),
        ("天气", "clarify", "没有“天气”"),
        ("承诺99", "refused", "没有编号为 99 的承诺"),
        ("全部 企业微信", "refused", "还没有绑定这个渠道"),
    ],
)
def test_what_cannot_be_subscribed_to_is_asked_back(
    office: Office, staff: Address, words: str, kind: str, said: str
) -> None:
    office.join(Role.STAFF, "某乙", "w6", channel="wecom")

    reply = office.say(staff, "subscribe", words)

    assert reply.kind == kind
    assert said in reply.text


def test_letters_to_come_may_be_subscribed_to(office: Office, staff: Address) -> None:
    asked = office.say(staff, "subscribe", "天气")

    assert "现有 0 项承诺" in office.press(staff, asked, "仍要订阅").text


def test_pause_and_resume_are_each_others_button(office: Office, staff: Address) -> None:
    paused = office.press(staff, office.say(staff, "subscribe", "全部"), "暂停")
    quiet = office.pass_to("2022-12-01 09:00")
    resumed = office.press(staff, paused, "恢复")

    assert paused.headline.startswith("已暂停")
    assert quiet == []
    assert resumed.headline.startswith("已恢复")


def test_the_only_one_is_ended_without_its_number(office: Office, staff: Address) -> None:
    office.say(staff, "subscribe", "承诺2")

    assert office.say(staff, "unsubscribe").headline.startswith("已退订")
    assert office.say(staff, "subscriptions").text == "您还没有订阅。"


def test_of_several_it_is_asked_which(office: Office, staff: Address) -> None:
    office.say(staff, "subscribe", "承诺1")
    office.say(staff, "subscribe", "承诺2")

    asked = office.say(staff, "unsubscribe")

    assert asked.headline == "您有 2 条订阅"
    assert office.say(staff, "unsubscribe", "全部").text == "已退订全部 2 条。"


def test_what_was_over_before_is_announced_once(office: Office, staff: Address) -> None:
    office.clock.now = at("2023-01-10 08:00")

    assert "其中 3 项已逾期" in office.say(staff, "subscribe", "全部").text
