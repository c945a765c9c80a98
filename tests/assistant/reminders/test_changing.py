"""A subscription is changed by words or by the buttons that are offered; the engine says when it ails."""

from datetime import date

import pytest

from assistant.glossary import Address, Role
from knowledge import Deadline
from tests.assistant.reminders.office import Office, at, promise


@pytest.fixture
def staff(office: Office) -> Address:
    """Somebody with one subscription."""
    address = office.join(Role.STAFF, "某甲", "5")
    office.say(address, "subscribe", "全部")
    return address


@pytest.mark.parametrize(
    ("label", "shown"),
    [
        ("提前7天", "提前7天、当天，9:00"),
        ("8点", "8:00"),
        ("含节假日", "含节假日"),
        ("单条", "逐条发送"),
        ("周报", "周一小结"),
    ],
)
def test_each_button_changes_what_it_says(
    office: Office, staff: Address, label: str, shown: str
) -> None:
    asked = office.press(staff, office.say(staff, "subscribe", "全部"), "改")

    changed = office.press(staff, asked, label)

    assert changed.text.startswith("已更改。")
    assert shown in changed.text


def test_a_second_channel_is_offered_once_there_is_one(office: Office, staff: Address) -> None:
    alone = office.say(staff, "change", "1")
    code = office.say(staff, "link").text.split("\n")[0]
    office.say(Address("wecom", "w5", "w5"), "join", code)

    asked = office.say(staff, "change", "1")

    assert "企业微信" not in [choice.label for choice in alone.suggestions]
    assert "企业微信" in office.press(staff, asked, "企业微信").text


def test_the_engine_says_when_it_does_not_plan_or_send(office: Office, staff: Address) -> None:
    register = office.reminders.register
    fresh = register.trouble()
    office.clock.now = at("2022-12-01 09:00")
    office.reminders.delivery.tick()
    due = register.trouble()
    office.clock.now = at("2022-12-01 09:12")
    silent = register.trouble()
    office.reminders.delivery.tick()
    waiting = register.trouble()
    office.send()

    assert (fresh, due) == (None, None)
    assert silent == "排程自 12-01 09:00 起没有进行"
    assert waiting == "最早的待发提醒自 12-01 09:00 起等待"
    assert register.trouble() is None


def test_a_year_ahead_whose_days_off_are_unpublished_is_announced(office: Office) -> None:
    office.clock.now = at("2026-11-24 10:00")
    office.promised[1] = promise(
        2, "二号承诺", Deadline("某日", date(2027, 3, 31), date(2027, 3, 31), "day")
    )
    staff = office.join(Role.STAFF, "某甲", "5")
    admin = office.join(Role.ADMIN, "某丙", "9")

    made = office.say(staff, "subscribe", "承诺2")

    said = "2027年放假安排尚未公布，暂按周末和法定节日推算。"
    assert said in made.text
    assert said in office.say(admin, "reminders").text
    assert "2026年放假安排" not in made.text
