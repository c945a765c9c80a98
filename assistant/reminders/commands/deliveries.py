"""The chat commands around reminders on their way: acknowledge, snooze, and an admin's view."""

from assistant.errors import AssistantError
from assistant.glossary import Choice, Command, Reply, Request, Thing
from assistant.reminders.commands.guard import ADMINS, MEMBERS, OFFICE, said
from assistant.reminders.register import Register
from assistant.reminders.ties import Ties

SNOOZE_DAYS = 3
THINGS = {"ack": Thing.REMINDER, "snooze": Thing.REMINDER, "retry": Thing.UNDELIVERED}


class DeliveryDesk:
    """提醒窗口."""

    def __init__(self, register: Register, ties: Ties) -> None:
        self._register = register
        self._ties = ties

    def commands(self) -> tuple[Command, ...]:
        """What deliveries contribute to the registry; all of it is for private chats."""
        rows = (
            ("ack", "已知悉", "确认收到提醒：/ack R12", self.ack, MEMBERS, False),
            ("snooze", "三天后再提醒", "三天后再提醒：/snooze R12", self.snooze, MEMBERS, False),
            ("reminders", "提醒状态", "提醒的收发情况", self.status, ADMINS, False),
            ("undelivered", "未送达清单", "未送达的提醒", self.undelivered, OFFICE, True),
            ("release", "放行", "放行被暂停的提醒", self.release, ADMINS, False),
            (
                "retry",
                "重新发送",
                "再次发送未送达的：/retry R12、/retry 全部",
                self.retry,
                ADMINS,
                False,
            ),
        )
        return tuple(
            Command(name, (word,), help_, run, roles, True, menu, THINGS.get(name))
            for name, word, help_, run, roles, menu in rows
        )

    def ack(self, request: Request) -> Reply:
        """/ack R12: seen."""
        self._register.acknowledge(request.account, _reference(request.words))
        return said("已知悉，记下了。")

    def snooze(self, request: Request) -> Reply:
        """/snooze R12: the same entries once more in three days, or the working day before."""
        day, count = self._register.snooze(request.account, _reference(request.words), SNOOZE_DAYS)
        return said(f"{day.month}月{day.day}日再提醒您，共 {count} 项。")

    def status(self, request: Request) -> Reply:
        """/reminders: counts by state, the last tick, the oldest that waits."""
        return said(self._register.status_lines(), "list")

    def undelivered(self, request: Request) -> Reply:
        """/undelivered: what could not be delivered, and what nobody knows."""
        rows = self._register.undelivered()
        if not rows:
            return said("没有未送达的提醒。", "list")
        people = self._ties.people()
        lines = [f"未送达 {len(rows)} 条"]
        for row in rows[:30]:
            name = people[row.owner].name if row.owner in people else f"人员{row.owner}"
            lines.append(f"· R{row.id} {name} {row.day} {row.channel or '无渠道'}：{row.words}")
        return said(lines, "list", (Choice("重新发送", "/retry 全部"),))

    def release(self, request: Request) -> Reply:
        """/release: let held reminders go."""
        return said(f"已放行 {self._register.release(request.account)} 条提醒。")

    def retry(self, request: Request) -> Reply:
        """/retry R12 or 全部."""
        words = request.words.strip()
        number = None if words in ("全部", "所有") else _reference(words)
        return said(f"已重新排入 {self._register.retry(request.account, number)} 条提醒。")


def _reference(words: str) -> int:
    digits = words.strip().upper().removeprefix("R")
    if not digits.isdecimal() or len(digits) > 12:
        raise AssistantError("请写提醒的编号，例如：/ack R12")
    return int(digits)
