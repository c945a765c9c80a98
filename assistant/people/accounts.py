"""Accounts: persons with a role, and the chats that are theirs.

Roles are read from the database at every use, so that a demotion counts at once. How a chat comes
to be somebody's is the matter of `invitations`.
"""

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from assistant.errors import AssistantError
from assistant.glossary import Account, Address, Role
from assistant.people.audit import AuditLog
from assistant.people.models import IdentityRow, PersonRow
from assistant.people.permissions import authorize
from assistant.storage import Database

CONSOLE = 0  # the actor of what is done at the machine itself


class Accounts:
    """账户簿: who is who."""

    def __init__(self, database: Database, audit: AuditLog, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._audit = audit
        self._clock = clock

    def account_of(self, address: Address) -> Account:
        """The account that speaks at this address; an unknown one is a visitor."""
        with self._database.read() as session:
            person = _person_at(session, address)
            return _account(session, person) if person else visitor(address)

    def account(self, number: int) -> Account | None:
        """The account of this number unless it was revoked."""
        return self.active().get(number)

    def active(self) -> dict[int, Account]:
        """Every account in force, by number, with the addresses that can still be reached."""
        with self._database.read() as session:
            people = session.scalars(select(PersonRow).where(PersonRow.revoked_at.is_(None))).all()
            reach: dict[int, list[Address]] = {person.id: [] for person in people}
            for row in session.scalars(select(IdentityRow).order_by(IdentityRow.id)):
                if row.person_id in reach and not row.unreachable:
                    reach[row.person_id].append(_address(row))
        return {person.id: _with(person, reach[person.id]) for person in people}

    def revoke(self, actor: Account, number: int) -> Account:
        """Take all rights from a person: the chats become a visitor's. The last admin stays."""
        authorize(actor, "people.manage")
        target = self.account(number)
        if target is None:
            raise AssistantError(f"没有编号为 {number} 的人员。")
        if target.role is Role.ADMIN and self._admins() == 1:
            raise AssistantError("这是唯一的管理员，不能撤销。")
        with self._database.write() as session:
            person = session.get_one(PersonRow, number)
            person.revoked_at = self._clock()
            self._audit.record(session, actor.id, "person.revoke", f"person:{number}")
        return target

    def change_role(self, actor: Account, number: int, role: Role) -> Account:
        """Give a person another role, in force from the next message on."""
        authorize(actor, "people.manage")
        target = self.account(number)
        if target is None:
            raise AssistantError(f"没有编号为 {number} 的人员。")
        if target.role is Role.ADMIN and role is not Role.ADMIN and self._admins() == 1:
            raise AssistantError("这是唯一的管理员，不能改为其他角色。")
        with self._database.write() as session:
            session.get_one(PersonRow, number).role = role.value
            detail = {"from": target.role.value, "to": role.value}
            self._audit.record(session, actor.id, "person.role", f"person:{number}", **detail)
        return self.active()[number]

    def unreachable(self, address: Address, reason: str) -> None:
        """Nothing can be sent to this chat any more (blocked, deleted)."""
        self._alter(address, unreachable=reason or "gone")

    def moved(self, address: Address, chat: str) -> None:
        """The chat has a new address."""
        self._alter(address, chat=chat)

    def _alter(self, address: Address, **values: str) -> None:
        with self._database.write() as session:
            session.execute(
                update(IdentityRow)
                .where(IdentityRow.channel == address.channel, IdentityRow.chat == address.chat)
                .values(**values)
            )
            detail = {key: value for key, value in values.items() if key == "unreachable"}
            self._audit.record(
                session, CONSOLE, "identity.alter", f"channel:{address.channel}", **detail
            )

    def _admins(self) -> int:
        return sum(account.role is Role.ADMIN for account in self.active().values())


def visitor(address: Address) -> Account:
    """Whoever speaks there without an account."""
    return Account(0, "", Role.VISITOR, addresses=(address,))


def speaker(address: Address) -> str:
    """Who speaks: in a group only a named person counts, an anonymous one is nobody."""
    return address.person or ("" if address.group else address.chat)


def _person_at(session: Session, address: Address) -> PersonRow | None:
    return session.scalar(
        select(PersonRow)
        .join(IdentityRow)
        .where(
            IdentityRow.channel == address.channel,
            IdentityRow.speaker == speaker(address),
            IdentityRow.speaker != "",
            PersonRow.revoked_at.is_(None),
        )
    )


def _account(session: Session, person: PersonRow) -> Account:
    rows = session.scalars(
        select(IdentityRow)
        .where(IdentityRow.person_id == person.id, IdentityRow.unreachable == "")
        .order_by(IdentityRow.id)
    )
    return _with(person, [_address(row) for row in rows])


def _with(person: PersonRow, addresses: list[Address]) -> Account:
    return Account(person.id, person.name, Role(person.role), person.unit, tuple(addresses))


def _address(row: IdentityRow) -> Address:
    return Address(row.channel, row.chat, row.speaker)
