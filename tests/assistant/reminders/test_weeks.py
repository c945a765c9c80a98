"""Whole conversations: a staff member's weeks from invitation to closing, and a deputy's."""

from assistant.glossary import Role
from tests.assistant.reminders.office import Office, at


def test_a_staff_member_is_reminded_until_the_commitment_is_closed_with_evidence(
    office: Office,
) -> None:
    staff = office.join(Role.STAFF, "某甲", "5", "区市场监管局")

    made = office.say(staff, "subscribe", "承诺2")
    assert made.headline == "已订阅：承诺2，现有 1 项承诺（1 项有明确时限）。"
    assert "12月1日（周四） 9:00" in made.text

    first = office.pass_to("2022-12-01 09:00")[0]
    assert first.headline.startswith("提醒：临期，还有 30 天——2. 2022年全区有效注册商标")
    assert [choice.label for choice in first.suggestions] == [
        "已知悉", "三天后再提醒", "看原文", "登记进展", "标记兑现", "退订",
    ]  # fmt: skip
    assert office.press(staff, first, "已知悉").text == "已知悉，记下了。"

    second = office.pass_to("2022-12-23 09:00")[0]
    assert "12月24日（周六）休息，提前到12月23日（周五）" in second.text
    reported = office.say(staff, "report", "2 14320 截至12月20日")
    assert "14320件（截至12月20日，责任单位填报，非函中数据）" in reported.text
    assert "还差 180件" in reported.text

    third = office.pass_to("2022-12-30 09:00")[0]
    assert "进展：14320件" in third.text

    assert office.say(staff, "close", "2 已完成").kind == "refused"
    closed = office.say(staff, "close", "2 已达14620件 佐证：统计公报第3页")
    assert "已登记：已兑现" in closed.text
    assert office.pass_to("2023-01-09 09:00") == []

    exported = office.say(staff, "export", "csv")
    table = exported.files[0].content.decode("utf-8-sig")
    assert "已兑现,是,已达14620件,统计公报第3页" in table
    assert "完整" in office.people.audit.verify()


def test_a_deputy_asks_marks_and_returns_the_receipt_that_reaches_the_staff(office: Office) -> None:
    staff = office.join(Role.STAFF, "某甲", "5")
    deputy = office.join(Role.DEPUTY, "某乙", "6")

    assert "承诺台账" in office.commands["ledger"].help
    listed = office.say(deputy, "ledger")
    assert listed.headline == "台账共 3 项，逾期 0 项，临期 0 项"
    shown = office.press(deputy, listed, "承诺2")
    assert "〔59-附-2〕" in shown.text
    office.press(deputy, shown, "订阅")

    assert office.pass_to("2022-12-01 09:00") == []  # deputies hear on the day, not before
    on_the_day = office.pass_to("2022-12-30 09:00")[0]
    assert "还有 1 天" in on_the_day.headline
    assert "登记进展" not in [choice.label for choice in on_the_day.suggestions]

    asked = office.say(deputy, "mark", "2")
    assert "仅您可见" in office.press(deputy, asked, "部分").text
    asked = office.say(deputy, "receipt", "第59号")
    assert "已提交" in office.press(deputy, asked, "基本满意").text
    office.say(deputy, "receipt", "第59号 不满意 进度太慢")
    seen = office.say(staff, "receipts")
    assert seen.headline == "回执 1 份：满意 0，基本满意 0，不满意 1"
    assert "某乙 不满意：进度太慢" in seen.text
    assert "部分" not in office.say(staff, "commitment", "2").text


def test_a_supervisor_hears_only_of_what_is_overdue(office: Office) -> None:
    supervisor = office.join(Role.SUPERVISOR, "某丙", "7")
    office.say(supervisor, "subscribe", "全部")

    on_time = [office.pass_to(f"2022-12-{day} 09:00") for day in ("01", "23", "30")]
    overdue = office.pass_to("2023-01-06 09:00")

    assert on_time == [[], [], []]
    assert overdue[0].headline == "今日提醒 3 项：3 项逾期"


def test_old_letters_flood_nobody(office: Office) -> None:
    office.clock.now = at("2026-03-02 10:00")
    staff = office.join(Role.STAFF, "某甲", "5")
    made = office.say(staff, "subscribe", "全部")

    shown = [office.pass_to(f"2026-03-{day:02} 09:00") for day in range(3, 31)]

    assert "其中 3 项已逾期，将在下一次汇总中列出一次" in made.text
    assert [len(replies) for replies in shown] == [1] + [0] * 27
    assert "此前已逾期" in shown[0][0].text


def test_a_snoozed_reminder_comes_again_in_three_days(office: Office) -> None:
    staff = office.join(Role.STAFF, "某甲", "5")
    office.say(staff, "subscribe", "承诺2")
    first = office.pass_to("2022-12-01 09:00")[0]

    answer = office.press(staff, first, "三天后再提醒")
    quiet = office.pass_to("2022-12-01 15:00")
    again = office.pass_to("2022-12-02 09:00")

    assert answer.text == "12月2日再提醒您，共 1 项。"  # the 4th is a Sunday
    assert quiet == []
    assert len(again) == 1


def test_the_monday_summary_comes_to_those_who_want_it(office: Office) -> None:
    staff = office.join(Role.STAFF, "某甲", "5")
    office.say(staff, "subscribe", "全部 周报")

    thursday = office.pass_to("2022-12-01 09:00")
    summary = office.pass_to("2022-12-05 09:00")
    once = office.pass_to("2022-12-05 10:00")

    assert [reply.headline[:4] for reply in thursday] == ["今日提醒"]
    assert summary[0].headline == "本周小结：0 项逾期，3 项临期，共 3 项"
    assert once == []


def test_who_asks_for_a_summary_on_a_tuesday_gets_the_first_on_monday(office: Office) -> None:
    staff = office.join(Role.STAFF, "某甲", "5")
    office.say(staff, "subscribe", "全部")
    office.pass_to("2022-12-05 09:00")
    office.clock.now = at("2022-12-06 08:00")

    office.say(staff, "change", "1 周报")

    assert office.pass_to("2022-12-06 09:00") == []
    assert office.pass_to("2022-12-12 09:00")[0].headline.startswith("本周小结")


def test_a_summary_that_an_outage_held_up_comes_late_and_says_so(office: Office) -> None:
    staff = office.join(Role.STAFF, "某甲", "5")
    office.say(staff, "subscribe", "全部 周报")
    office.pass_to("2022-12-02 09:00")

    shown = office.pass_to("2022-12-06 10:30")

    assert [reply.text[:8] for reply in shown] == ["【迟到】本周小结"]
