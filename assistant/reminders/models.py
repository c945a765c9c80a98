"""The tables of the ledger, of subscriptions and of reminders on their way.

Commitments themselves live in the knowledge base; here they are named by their key. What was
written into the ledger is never altered: taking something back is an entry of its own.
"""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import DDL, JSON, ForeignKey, Index, event
from sqlalchemy.orm import Mapped, mapped_column

from assistant.storage import Base
from assistant.storage.moments import Moment

CHUNK = 5000  # keys asked for in one statement; SQLite takes 32,766


class WatchedRow(Base):
    """台账编号: a commitment's number for people, given when it is first seen and kept for good."""

    __tablename__ = "watched"

    number: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(unique=True)
    since: Mapped[date]  # reminders of it are due to anybody from this day on
    words: Mapped[str]  # as first seen, should its letter be removed


class ChangeRow(Base):
    """变更: see `states.Change`."""

    __tablename__ = "changes"

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(index=True)
    state: Mapped[str | None]
    note: Mapped[str]
    actor: Mapped[int]
    at: Mapped[datetime] = mapped_column(Moment)
    evidence: Mapped[str] = mapped_column(default="")
    file_id: Mapped[int | None] = mapped_column(ForeignKey("evidence_files.id"))
    old_deadline: Mapped[date | None]
    new_deadline: Mapped[date | None]
    undoes: Mapped[int | None] = mapped_column(ForeignKey("changes.id"))


class EvidenceFileRow(Base):
    """佐证文件: the bytes that prove a change, with their hash."""

    __tablename__ = "evidence_files"

    id: Mapped[int] = mapped_column(primary_key=True)
    digest: Mapped[str]
    name: Mapped[str]
    media: Mapped[str]
    content: Mapped[bytes]


class ProgressRow(Base):
    """进展: a figure reported by the unit; the newest counts, the older stay."""

    __tablename__ = "progress"

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(index=True)
    value: Mapped[str]  # digits as reported
    unit: Mapped[str]
    as_of: Mapped[str]
    note: Mapped[str]
    actor: Mapped[int]
    at: Mapped[datetime] = mapped_column(Moment)

    @property
    def figure(self) -> Decimal:
        """The value as a number."""
        return Decimal(self.value)


class MarkRow(Base):
    """代表的个人标记: private to its owner; the newest counts."""

    __tablename__ = "marks"

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(index=True)
    owner: Mapped[int] = mapped_column(index=True)
    mark: Mapped[str]
    note: Mapped[str]
    at: Mapped[datetime] = mapped_column(Moment)


class ReceiptRow(Base):
    """回执: what a deputy answers to a letter."""

    __tablename__ = "receipts"

    id: Mapped[int] = mapped_column(primary_key=True)
    letter: Mapped[str] = mapped_column(index=True)  # its number, or the code of its passages
    title: Mapped[str]
    owner: Mapped[int] = mapped_column(index=True)
    verdict: Mapped[str]
    comments: Mapped[str]
    at: Mapped[datetime] = mapped_column(Moment)


class SubscriptionRow(Base):
    """订阅; `paused_at` and `ended_at` say that it is out of force."""

    __tablename__ = "subscriptions"

    id: Mapped[int] = mapped_column(primary_key=True)
    owner: Mapped[int] = mapped_column(index=True)
    kind: Mapped[str]
    value: Mapped[str]
    leads: Mapped[list[Any]] = mapped_column(JSON)
    hour: Mapped[int]
    channel: Mapped[str]
    workdays: Mapped[bool]
    digest: Mapped[bool]
    monday: Mapped[bool]
    since: Mapped[date]
    renewed: Mapped[date | None]  # resumed, or given other leads, from this day on
    paused_at: Mapped[datetime | None] = mapped_column(Moment)
    ended_at: Mapped[datetime | None] = mapped_column(Moment)


class DeliveryRow(Base):
    """投递: one message to one person, written down before it is sent. See `outbox`."""

    __tablename__ = "deliveries"
    __table_args__ = (Index("deliveries_by_state", "state", "channel", "due_at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(unique=True)
    owner: Mapped[int] = mapped_column(index=True)
    kind: Mapped[str]  # digest, single, monday, notice
    day: Mapped[date]
    due_at: Mapped[datetime] = mapped_column(Moment)
    state: Mapped[str]
    next_try: Mapped[datetime] = mapped_column(Moment)
    channel: Mapped[str] = mapped_column(default="")
    chat: Mapped[str] = mapped_column(default="")
    body: Mapped[dict[str, Any] | None] = mapped_column(JSON)
    attempts: Mapped[int] = mapped_column(default=0)
    repeats: Mapped[int] = mapped_column(default=0)
    holder: Mapped[str] = mapped_column(default="")
    lease: Mapped[float] = mapped_column(default=0.0)  # monotonic seconds of the holder's machine
    started_at: Mapped[datetime | None] = mapped_column(Moment)
    sent_at: Mapped[datetime | None] = mapped_column(Moment)
    message_id: Mapped[str] = mapped_column(default="")
    reason: Mapped[str] = mapped_column(default="")
    seen_at: Mapped[datetime | None] = mapped_column(Moment)  # 已知悉


class OccurrenceRow(Base):
    """一次提醒: the primary key is the occasion itself, so that none is planned twice."""

    __tablename__ = "occurrences"

    key: Mapped[str] = mapped_column(primary_key=True)
    owner: Mapped[int] = mapped_column(index=True)
    commitment: Mapped[str]
    deadline: Mapped[date]
    kind: Mapped[str]
    offset: Mapped[int]
    day: Mapped[date] = mapped_column(index=True)
    delivery_id: Mapped[int | None] = mapped_column(ForeignKey("deliveries.id"), index=True)
    dropped: Mapped[str] = mapped_column(default="")  # why it was not sent after all


class PulseRow(Base):
    """心跳: what the engine remembers of its last tick."""

    __tablename__ = "pulse"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(Moment)


for _table in ("changes", "evidence_files", "progress"):
    for _verb in ("UPDATE", "DELETE"):
        event.listen(
            Base.metadata.tables[_table],
            "after_create",
            DDL(  # type: ignore[no-untyped-call]
                f"CREATE TRIGGER {_table}_no_{_verb.lower()} BEFORE {_verb} ON {_table} "
                "BEGIN SELECT RAISE(ABORT, 'append-only'); END"
            ).execute_if(dialect="sqlite"),
        )
