"""The tables of people: who they are, where they are reached, invitations, and the audit log."""

from datetime import datetime
from typing import Any

from sqlalchemy import DDL, JSON, ForeignKey, UniqueConstraint, event
from sqlalchemy.orm import Mapped, mapped_column

from assistant.storage import Base
from assistant.storage.moments import Moment


class PersonRow(Base):
    """人员: an account; a revoked one stays, so that the history keeps its author."""

    __tablename__ = "people"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    role: Mapped[str]
    unit: Mapped[str] = mapped_column(default="")
    made_at: Mapped[datetime] = mapped_column(Moment)
    revoked_at: Mapped[datetime | None] = mapped_column(Moment, default=None)


class IdentityRow(Base):
    """渠道身份: who a person is on a channel (`speaker`), and the chat that reaches them there."""

    __tablename__ = "identities"
    __table_args__ = (UniqueConstraint("channel", "speaker"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)
    channel: Mapped[str]
    speaker: Mapped[str]
    chat: Mapped[str]
    bound_at: Mapped[datetime] = mapped_column(Moment)
    unreachable: Mapped[str] = mapped_column(default="")  # why nothing can be sent there any more


class InvitationRow(Base):
    """邀请码: good for one binding until it expires; only the code's hash is kept."""

    __tablename__ = "invitations"

    id: Mapped[int] = mapped_column(primary_key=True)
    digest: Mapped[str] = mapped_column(unique=True)
    role: Mapped[str]
    name: Mapped[str]
    unit: Mapped[str] = mapped_column(default="")
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    made_by: Mapped[int]
    made_at: Mapped[datetime] = mapped_column(Moment)
    expires_at: Mapped[datetime] = mapped_column(Moment)
    used_at: Mapped[datetime | None] = mapped_column(Moment, default=None)
    revoked_at: Mapped[datetime | None] = mapped_column(Moment, default=None)


class WrongCodeRow(Base):
    """错码: a wrong invitation code and who tried it; five within the hour lock."""

    __tablename__ = "wrong_codes"

    id: Mapped[int] = mapped_column(primary_key=True)
    channel: Mapped[str]
    speaker: Mapped[str]
    at: Mapped[datetime] = mapped_column(Moment, index=True)


class AuditRow(Base):
    """审计记录: one change, chained to the one before by its hash; never altered, never deleted."""

    __tablename__ = "audit"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(Moment)
    actor: Mapped[int]
    action: Mapped[str]
    object: Mapped[str]
    detail: Mapped[dict[str, Any]] = mapped_column(JSON)
    digest: Mapped[str]


for _verb in ("UPDATE", "DELETE"):
    event.listen(
        AuditRow.__table__,
        "after_create",
        DDL(  # type: ignore[no-untyped-call]
            f"CREATE TRIGGER audit_no_{_verb.lower()} BEFORE {_verb} ON audit "
            "BEGIN SELECT RAISE(ABORT, 'append-only'); END"
        ).execute_if(dialect="sqlite"),
    )
