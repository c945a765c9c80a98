"""The tables of the inbox: what arrived, which buttons were shown, what waits, who is gone."""

from typing import Any

from sqlalchemy import JSON, Double, Index, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from assistant.storage import Base


class ArrivalRow(Base):
    """One update of a platform. `body` is emptied when done; the key stays, to know repeats."""

    __tablename__ = "arrivals"
    __table_args__ = (
        UniqueConstraint("channel", "key"),
        Index("arrivals_by_stage", "channel", "stage", "id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    channel: Mapped[str]
    key: Mapped[str]
    lane: Mapped[str]
    body: Mapped[str] = mapped_column(Text)
    stage: Mapped[str]  # waiting, answering, done, failed
    tries: Mapped[int] = mapped_column(default=0)
    stored_at: Mapped[int]  # seconds since 1970, UTC


class ButtonRow(Base):
    """A button shown somewhere: the platform carries the handle, the words stay here."""

    __tablename__ = "buttons"

    handle: Mapped[str] = mapped_column(primary_key=True)
    channel: Mapped[str]
    chat: Mapped[str]
    says: Mapped[str] = mapped_column(Text)
    expires_at: Mapped[int]  # seconds since 1970, UTC


class ChatRow(Base):
    """What a platform said of a chat: `gone` is the reason it cannot be reached, `moved_to` its new
    id.
    """

    __tablename__ = "chats"

    channel: Mapped[str] = mapped_column(primary_key=True)
    chat: Mapped[str] = mapped_column(primary_key=True)
    gone: Mapped[str] = mapped_column(default="")
    moved_to: Mapped[str] = mapped_column(default="")
    noted_at: Mapped[int]  # seconds since 1970, UTC


class MailRow(Base):
    """留言: a reply left for a chat that nobody can be pushed on, until it was seen."""

    __tablename__ = "mail"
    __table_args__ = (
        UniqueConstraint("channel", "chat", "key"),
        Index("mail_by_chat", "channel", "chat", "seen_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    channel: Mapped[str]
    chat: Mapped[str]
    key: Mapped[str | None]  # of the delivery; none for what may be left any number of times
    body: Mapped[dict[str, Any]] = mapped_column(JSON)
    left_at: Mapped[int]  # seconds since 1970, UTC
    seen_at: Mapped[int | None]


class LeaseRow(Base):
    """Who leads under a name, and until when, in seconds since 1970."""

    __tablename__ = "leases"

    name: Mapped[str] = mapped_column(primary_key=True)
    holder: Mapped[str]
    until: Mapped[float] = mapped_column(Double)


class TurnRow(Base):
    """A message went to this receiver, at this moment in seconds since 1970."""

    __tablename__ = "turns"
    __table_args__ = (Index("turns_by_receiver", "channel", "receiver", "at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    channel: Mapped[str]
    receiver: Mapped[str]
    at: Mapped[float] = mapped_column(Double)
