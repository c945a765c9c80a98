"""Invitations: one-time codes by which a chat becomes somebody's.

A code has nearly 80 bits, is kept as a hash only, serves once, and expires. Five wrong codes within
an hour lock the one who tries. Nobody else is locked by it: many chats guessing side by side gain
nothing against 80 bits, and a common lock would let anybody shut the door for all.
"""

import hashlib
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from assistant.errors import AssistantError
from assistant.glossary import Account, Address, Role
from assistant.people.accounts import CONSOLE, Accounts, speaker
from assistant.people.audit import AuditLog
from assistant.people.models import IdentityRow, InvitationRow, PersonRow, WrongCodeRow
from assistant.people.permissions import authorize
from assistant.storage import Database

LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"  # none that look alike: 0 O, 1 I L
LENGTH = 16
LIFE = timedelta(hours=72)
WINDOW = timedelta(hours=1)
TRIES = 5


@dataclass(frozen=True, slots=True)
class Invitation:
    """邀请码: what an admin hands over; the code is shown this once and never again."""

    number: int
    code: str
    role: Role
    name: str
    expires_at: datetime


class Invitations:
    """邀请簿: make, redeem, revoke."""

    def __init__(
        self,
        database: Database,
        accounts: Accounts,
        audit: AuditLog,
        clock: Callable[[], datetime],
    ) -> None:
        self._database = database
        self._accounts = accounts
        self._audit = audit
        self._clock = clock

    def invite(
        self, actor: Account, role: Role, name: str, unit: str = "", life: timedelta = LIFE
    ) -> Invitation:
        """A code for a new person of this role."""
        authorize(actor, "people.manage")
        if role is Role.VISITOR:
            raise AssistantError("访客不需要邀请码。")
        return self._make(actor.id, role, name, unit, None, life)

    def from_console(self, role: Role, name: str, unit: str = "") -> Invitation:
        """Whoever sits at the machine may invite: the first admin is made this way."""
        return self._make(CONSOLE, role, name, unit, None, LIFE)

    def link(self, actor: Account) -> Invitation:
        """A code by which a person adds another chat of their own."""
        authorize(actor, "person.own")
        return self._make(actor.id, actor.role, actor.name, actor.unit, actor.id, LIFE)

    def redeem(self, address: Address, code: str) -> Account:
        """Bind the chat by the code; the code is used up."""
        if not speaker(address) or address.group:
            raise AssistantError("请在私聊中绑定身份。")
        now = self._clock()
        with self._database.write() as session:
            _refuse_locked(session, address, now)
            invitation = _open(session, code, now)
            if invitation is None:
                session.add(WrongCodeRow(channel=address.channel, speaker=speaker(address), at=now))
            else:
                self._bind(session, invitation, address, now)
        if invitation is None:
            raise AssistantError("邀请码不对、已用过或已过期；连错五次将锁定一小时。")
        return self._accounts.account_of(address)

    def revoke(self, actor: Account, number: int) -> None:
        """Make an unused code void."""
        authorize(actor, "people.manage")
        with self._database.write() as session:
            row = session.get(InvitationRow, number)
            if row is None or row.used_at or row.revoked_at:
                raise AssistantError(f"没有编号为 {number} 的有效邀请。")
            row.revoked_at = self._clock()
            self._audit.record(session, actor.id, "invitation.revoke", f"invitation:{number}")

    def waiting(self) -> list[InvitationRow]:
        """The codes that still can be used."""
        with self._database.read() as session:
            return list(session.scalars(_usable(self._clock()).order_by(InvitationRow.id)))

    def _make(
        self, by: int, role: Role, name: str, unit: str, person: int | None, life: timedelta
    ) -> Invitation:
        code = "".join(secrets.choice(LETTERS) for _ in range(LENGTH))
        now = self._clock()
        with self._database.write() as session:
            row = InvitationRow(
                digest=_digest(code),
                role=role.value,
                name=name.strip() or "未具名",
                unit=unit,
                person_id=person,
                made_by=by,
                made_at=now,
                expires_at=now + life,
            )
            session.add(row)
            session.flush()
            subject = f"invitation:{row.id}"
            self._audit.record(session, by, "invitation.make", subject, role=role.value)
        return Invitation(row.id, _spaced(code), role, row.name, row.expires_at)

    def _bind(
        self, session: Session, invitation: InvitationRow, address: Address, now: datetime
    ) -> None:
        """The person of the invitation speaks at this address from now on."""
        person_id = invitation.person_id or _new_person(session, invitation, now)
        held = session.scalar(
            select(IdentityRow).where(
                IdentityRow.channel == address.channel, IdentityRow.speaker == speaker(address)
            )
        )
        if held is None:
            held = IdentityRow(channel=address.channel, speaker=speaker(address))
            session.add(held)
        held.person_id, held.chat, held.unreachable = person_id, address.chat, ""
        held.bound_at = invitation.used_at = now
        session.flush()
        subject, detail = f"person:{person_id}", {"channel": address.channel}
        self._audit.record(session, person_id, "identity.bind", subject, **detail)


def _new_person(session: Session, invitation: InvitationRow, now: datetime) -> int:
    person = PersonRow(
        name=invitation.name, role=invitation.role, unit=invitation.unit, made_at=now
    )
    session.add(person)
    session.flush()
    return person.id


def _usable(now: datetime) -> Select[InvitationRow]:
    return select(InvitationRow).where(
        InvitationRow.used_at.is_(None),
        InvitationRow.revoked_at.is_(None),
        InvitationRow.expires_at > now,
    )


def _open(session: Session, code: str, now: datetime) -> InvitationRow | None:
    """The invitation that this code opens; found by hash, so that time tells nothing."""
    return session.scalar(_usable(now).where(InvitationRow.digest == _digest(code)))


def _refuse_locked(session: Session, address: Address, now: datetime) -> None:
    recent = select(func.count()).where(
        WrongCodeRow.at > now - WINDOW,
        WrongCodeRow.channel == address.channel,
        WrongCodeRow.speaker == speaker(address),
    )
    if (session.scalar(recent) or 0) >= TRIES:
        raise AssistantError("邀请码连续输错，已锁定；请一小时后再试，或联系管理员。")


def _digest(code: str) -> str:
    """Hash of a code as people type it: small letters, blanks and hyphens do not matter."""
    plain = "".join(letter for letter in code.upper() if letter.isalnum())
    return hashlib.sha256(plain.encode()).hexdigest()


def _spaced(code: str) -> str:
    return "-".join(code[at : at + 4] for at in range(0, len(code), 4))
