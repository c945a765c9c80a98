"""The register of what was sent: acknowledge, snooze, look after what did not arrive."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.dialects.sqlite import insert

from assistant.errors import AssistantError
from assistant.glossary import Account
from assistant.reminders.models import DeliveryRow, OccurrenceRow, PulseRow
from assistant.reminders.reaching import channel_for, send_again
from assistant.reminders.ties import Ties
from assistant.reminders.workdays import WorkCalendar
from assistant.storage import Database

WORDS = {
    "pending": "待发",
    "sending": "发送中",
    "sent": "已送达",
    "unknown": "结果不明（将重发一次）",
    "review": "需人工核对",
    "failed": "未送达",
    "held": "已暂停",
    "cancelled": "无须再发",
}
SILENT = timedelta(minutes=5)  # a tick comes every 30 seconds
WAITED = timedelta(minutes=10)  # the longest that 10,000 at once need
AHEAD = timedelta(days=60)  # by then next year's plan of days off should be known
TROUBLED = ("failed", "review")


@dataclass(frozen=True, slots=True)
class Delivered:
    """投递情况: one message and what became of it."""

    id: int
    owner: int
    day: date
    channel: str
    state: str
    reason: str

    @property
    def words(self) -> str:
        """未送达，对方已停用."""
        return WORDS[self.state] + (f"，{self.reason}" if self.reason else "")


class Register:
    """收发登记."""

    def __init__(self, database: Database, calendar: WorkCalendar, ties: Ties) -> None:
        self._database = database
        self._calendar = calendar
        self._ties = ties

    def acknowledge(self, actor: Account, number: int) -> None:
        """The person has seen the reminder."""
        with self._database.write() as session:
            row = session.get(DeliveryRow, number)
            self._own(actor, row)
            assert row is not None
            row.seen_at = row.seen_at or self._ties.clock()
            self._ties.record(session, actor.id, "reminder.seen", f"delivery:{number}")

    def snooze(self, actor: Account, number: int, days: int) -> tuple[date, int]:
        """Its entries once more after so many days; the day, and how many they are."""
        today = self._ties.clock().date()
        day = self._calendar.shifted(today + timedelta(days=days)).day
        if day <= today:  # a long holiday lies between: the first day after it
            day = self._calendar.next_working(today + timedelta(days=days))
        with self._database.write() as session:
            self._own(actor, session.get(DeliveryRow, number))
            carried = select(OccurrenceRow).where(OccurrenceRow.delivery_id == number)
            found = {row.commitment: row for row in session.scalars(carried)}
            for row in found.values():
                key = f"{row.owner}|{row.commitment}|{row.deadline}|snooze|{day}"
                values = {
                    "key": key,
                    "owner": row.owner,
                    "commitment": row.commitment,
                    "deadline": row.deadline,
                    "kind": "snooze",
                    "offset": 0,
                    "day": day,
                }
                session.execute(insert(OccurrenceRow).values(values).on_conflict_do_nothing())
            self._ties.record(session, actor.id, "reminder.snooze", f"delivery:{number}")
        return day, len(found)

    def undelivered(self) -> list[Delivered]:
        """未送达清单: failed, or twice of unknown outcome."""
        rows = select(DeliveryRow).where(DeliveryRow.state.in_(TROUBLED)).order_by(DeliveryRow.id)
        with self._database.read() as session:
            return [
                Delivered(row.id, row.owner, row.day, row.channel, row.state, row.reason)
                for row in session.scalars(rows)
            ]

    def release(self, actor: Account) -> int:
        """Let go what the brake holds."""
        self._ties.authorize(actor, "reminders.operate")
        with self._database.write() as session:
            rows = session.scalars(select(DeliveryRow).where(DeliveryRow.state == "held")).all()
            for row in rows:
                row.state = "pending"
            self._ties.record(session, actor.id, "reminder.release", "deliveries", count=len(rows))
        return len(rows)

    def retry(self, actor: Account, number: int | None = None) -> int:
        """Queue what did not arrive once more: one, or all. What may have been shown is marked."""
        self._ties.authorize(actor, "reminders.operate")
        rows = select(DeliveryRow).where(DeliveryRow.state.in_(TROUBLED))
        if number is not None:
            rows = rows.where(DeliveryRow.id == number)
        now, people = self._ties.clock(), self._ties.people()
        with self._database.write() as session:
            found = session.scalars(rows).all()
            if number is not None and not found:
                raise AssistantError(f"R{number} 不在未送达清单中。")
            for row in found:
                channel = channel_for(people.get(row.owner), row.channel)
                send_again(row, channel or row.channel, now)
            self._ties.record(session, actor.id, "reminder.retry", "deliveries", count=len(found))
        return len(found)

    def counts(self) -> dict[str, int]:
        """How many deliveries stand in each state."""
        rows = select(DeliveryRow.state, func.count()).group_by(DeliveryRow.state)
        with self._database.read() as session:
            return {row[0]: row[1] for row in session.execute(rows)}

    def oldest_waiting(self) -> datetime | None:
        """Since when the oldest message that is due waits; for the alarm."""
        rows = select(func.min(DeliveryRow.due_at)).where(
            DeliveryRow.state.in_(("pending", "unknown")), DeliveryRow.due_at <= self._ties.clock()
        )
        with self._database.read() as session:
            return session.scalar(rows)

    def trouble(self) -> str | None:
        """What keeps reminders from going out, for the health page; None when nothing does."""
        now = self._ties.clock()
        with self._database.read() as session:
            pulse = session.scalar(select(PulseRow.at))
        if pulse and now - pulse > SILENT:
            return f"排程自 {pulse:%m-%d %H:%M} 起没有进行"
        waiting = self.oldest_waiting()
        if waiting and now - waiting > WAITED:
            return f"最早的待发提醒自 {waiting:%m-%d %H:%M} 起等待"
        return None

    def status_lines(self) -> list[str]:
        """The state of deliveries in sentences."""
        counts, now = self.counts(), self._ties.clock()
        with self._database.read() as session:
            pulse = session.scalar(select(PulseRow.at))
        lines = ["，".join(f"{WORDS[state]} {counts[state]}" for state in WORDS if state in counts)]
        lines.append(f"最近一次排程：{pulse:%Y-%m-%d %H:%M:%S}" if pulse else "还没有排程过。")
        if waiting := self.oldest_waiting():
            lines.append(f"最早的待发提醒自 {waiting:%m月%d日 %H:%M} 起等待。")
        lines += self._calendar.announced({now.year, (now + AHEAD).year})
        return ["提醒收发情况", *filter(None, lines)]

    def _own(self, actor: Account, row: DeliveryRow | None) -> None:
        if row is None:
            raise AssistantError("没有这条提醒。")
        self._ties.authorize(actor, "subscription.use", row)
