"""What the command line shows of reminders: plain rows and sentences."""

from datetime import date
from typing import Any

from assistant.glossary import Account
from assistant.reminders.forecast import Forecast
from assistant.reminders.register import Register
from assistant.reminders.subscriptions import Subscriptions
from assistant.reminders.ties import Ties

MOST_DAYS = 1000


class RemindersConsole:
    """提醒（命令行）: what would be sent, what was, and what to do about the rest."""

    def __init__(
        self, subscriptions: Subscriptions, forecast: Forecast, register: Register, ties: Ties
    ) -> None:
        self._subscriptions = subscriptions
        self._forecast = forecast
        self._register = register
        self._ties = ties

    def dry_run(self, first: date | None = None, days: int = 1) -> list[dict[str, Any]]:
        """`remind --dry-run [--now] [--days N]`: what would go to whom, and why on that day."""
        first = first or self._ties.clock().date()
        return [
            {
                "日期": found.day.isoformat(),
                "时间": f"{found.hour}:00",
                "收件人": found.person,
                "渠道": found.channel,
                "承诺": found.subject,
                "时限": found.deadline.isoformat() if found.deadline else "",
                "事由": found.why,
                "情况": found.state,
            }
            for found in self._forecast.expected(first, min(days, MOST_DAYS))
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
