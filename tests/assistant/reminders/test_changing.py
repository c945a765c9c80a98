"""A subscription is changed by words or by the buttons that are offered; the engine says when it
ails.
"""

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


@pytest.mark.parametrize(
    ("change", "quiet", "comes"),
    [
        # later: the message planned for nine waits
        ("14点", "2022-12-01 09:00", "2022-12-01 14:00"),
        # earlier, and still ahead
        ("8点", "2022-12-01 07:59", "2022-12-01 08:00"),
        # the hour is over: today's message stays where it was
        ("6点", "2022-12-01 08:59", "2022-12-01 09:00"),
    ],
)
def test_another_hour_moves_what_is_planned_for_today(
    office: Office, staff: Address, change: str, quiet: str, comes: str
) -> None:
    office.pass_to("2022-12-01 07:30")

    office.say(staff, "change", f"1 {change}")

    assert office.pass_to(quiet) == []
    (shown,) = office.pass_to(comes)
    assert "迟到" not in shown.text
    assert office.pass_to("2022-12-01 20:00") == []


def test_another_hour_says_from_when_it_holds(office: Office, staff: Address) -> None:
    office.clock.now = at("2022-12-01 08:30")

    later = office.say(staff, "change", "1 14点").text
    earlier = office.say(staff, "change", "1 8点").text

    assert later.endswith("今天起，14:00 提醒。")
    assert earlier.endswith("明天起，8:00 提醒。")


def test_single_messages_instead_of_a_digest_count_the_same_day(
    office: Office, staff: Address
) -> None:
    office.pass_to("2022-12-01 07:30")

    office.say(staff, "change", "1 单条")

    assert len(office.pass_to("2022-12-01 09:00")) == 3


def test_other_leads_make_nothing_good_that_lay_before_them(office: Office, staff: Address) -> None:
    office.pass_to("2022-12-01 09:00")
    office.clock.now = at("2022-12-19 10:00")

    office.say(staff, "change", "1 提前15,3天")  # the 15th day before was the 16th

    assert office.pass_to("2022-12-20 09:00") == []
    assert len(office.pass_to("2022-12-28 09:00")) == 1


def test_what_waits_of_earlier_days_survives_a_change(office: Office, staff: Address) -> None:
    first = office.pass_to("2022-12-01 09:00")[0]
    office.press(staff, first, "三天后再提醒")
    office.pass_to("2022-12-02 07:30")

    office.say(staff, "change", "1 14点")

    assert office.pass_to("2022-12-02 09:00") == []
    assert len(office.pass_to("2022-12-02 14:00")) == 1


def test_a_pause_is_not_made_good_but_the_weekly_reminders_go_on(
    office: Office, staff: Address
) -> None:
    office.pass_to("2022-12-30 09:00")
    office.say(staff, "pause", "1")
    paused = [office.pass_to(f"2023-01-{day:02} 09:00") for day in (6, 13, 20)]
    office.clock.now = at("2023-02-01 10:00")

    resumed = office.say(staff, "resume", "1").text

    assert resumed.startswith("已恢复：全部承诺")
    assert "列出一次" not in resumed
    assert paused == [[], [], []]
    shown = [office.pass_to(f"2023-02-{day:02} 09:00") for day in range(2, 12)]
    assert [len(replies) for replies in shown] == [0, 1, 0, 0, 0, 0, 0, 0, 1, 0]
    assert "逾期 34 天" in shown[1][0].text


def test_an_overlapping_subscription_says_its_own_next_reminders(
    office: Office, staff: Address
) -> None:
    made = office.say(staff, "subscribe", "承诺2 提前10天")

    assert "12月21日（周三） 9:00　2. 2022年全区有效注册商标" in made.text


def test_the_channel_that_any_subscription_names_is_taken(office: Office, staff: Address) -> None:
    code = office.say(staff, "link").text.split("\n")[0]
    office.say(Address("wecom", "w5", "w5"), "join", code)
    office.say(staff, "subscribe", "承诺2 企业微信")

    assert office.pass_to("2022-12-01 09:00") == []
    assert len(office.send("wecom")) == 1
