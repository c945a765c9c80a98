"""The tables of the inbox: what arrived, which buttons were shown, who cannot be reached."""

from sqlalchemy import Index, Text, UniqueConstraint
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
    """What a platform said of a chat: `gone` is the reason it cannot be reached, `moved_to` its new id."""

    __tablename__ = "chats"

    channel: Mapped[str] = mapped_column(primary_key=True)
    chat: Mapped[str] = mapped_column(primary_key=True)
    gone: Mapped[str] = mapped_column(default="")
    moved_to: Mapped[str] = mapped_column(default="")
    noted_at: Mapped[int]  # seconds since 1970, UTC
