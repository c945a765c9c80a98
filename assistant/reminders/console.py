"""What the command line shows of reminders: plain rows and sentences."""

from datetime import date
from typing import Any

from assistant.glossary import Account
from assistant.reminders import phrasing
from assistant.reminders.ledger import Ledger
from assistant.reminders.planner import Occurrence
from assistant.reminders.register import Register
from assistant.reminders.schedule import Schedule
from assistant.reminders.subscriptions import Subscriptions
from assistant.reminders.ties import Ties
from assistant.reminders.workdays import WorkCalendar

MOST_DAYS = 1000


class RemindersConsole:
    """提醒（命令行）: what would be sent, what was, and what to do about the rest."""

    def __init__(
        self,
        ledger: Ledger,
        subscriptions: Subscriptions,
        schedule: Schedule,
        register: Register,
        calendar: WorkCalendar,
        ties: Ties,
    ) -> None:
        self._ledger = ledger
        self._subscriptions = subscriptions
        self._schedule = schedule
        self._register = register
        self._calendar = calendar
        self._ties = ties

    def dry_run(self, first: date | None = None, days: int = 1) -> list[dict[str, Any]]:
        """`remind --dry-run [--now] [--days N]`: what would go to whom, and why on that day."""
        first = first or self._ties.clock().date()
        entries = {entry.subject.key: entry for entry in self._ledger.entries()}
        people = self._ties.people()
        return [
            {
                "日期": found.day.isoformat(),
                "时间": f"{found.wish.hour}:00",
                "收件人": people[found.owner].name,
                "渠道": _channel(found, people[found.owner]),
                "承诺": phrasing.title(entries[found.commitment]),
                "时限": found.deadline.isoformat(),
                "事由": self._why(found),
            }
            for found in self._schedule.preview(first, min(days, MOST_DAYS))
        ]

    def subscriptions(self) -> list[dict[str, Any]]:
        """`subscriptions`: everybody's."""
        people = self._ties.people()
        return [
            {
                "编号": found.number,
                "人员": people[found.owner].name if found.owner in people else "",
                "范围": str(found.wanted),
                "选项": str(found.options),
                "起始": found.since.isoformat(),
                "暂停": "是" if found.paused else "否",
            }
            for found in self._subscriptions.in_force(paused=True)
        ]

    def status(self) -> list[str]:
        """`reminders status`."""
        return self._register.status_lines()

    def undelivered(self) -> list[dict[str, Any]]:
        """`reminders undelivered`: 未送达清单."""
        return [
            {
                "编号": f"R{row.id}",
                "人员": row.owner,
                "日期": row.day.isoformat(),
                "渠道": row.channel,
                "情况": row.words,
            }
            for row in self._register.undelivered()
        ]

    def retry(self, operator: Account, number: int | None = None) -> str:
        """`reminders retry [N]`."""
        return f"已重新排入 {self._register.retry(operator, number)} 条提醒。"

    def release(self, operator: Account) -> str:
        """`reminders release`."""
        return f"已放行 {self._register.release(operator)} 条提醒。"

    def _why(self, found: Occurrence) -> str:
        said = {
            "lead": "到期当天" if found.offset == 0 else f"提前 {found.offset} 天",
            "overdue": f"逾期第 {found.offset} 周",
            "opening": "订阅时已过提醒日，列一次",
        }[found.kind]
        why = ""
        if found.meant and found.meant != found.day:
            why = f"；{self._calendar.shifted(found.meant).why}"
        return f"{said}（订阅{found.wish.number}：{found.wish.wanted}）{why}"


def _channel(found: Occurrence, account: Account) -> str:
    channels = [address.channel for address in account.addresses]
    wished = found.wish.channel
    return wished if wished in channels else (channels[0] if channels else "无渠道")
