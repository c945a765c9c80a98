"""Accounts: persons with a role, and the chats that are theirs.

Roles are read from the database at every use, so that a demotion counts at once. How a chat comes
to be somebody's is the matter of `invitations`.
"""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from types import MappingProxyType

from sqlalchemy import ColumnElement, Select, and_, delete, or_, select, true, update

from assistant.errors import AssistantError
from assistant.glossary import Account, Address, Role
from assistant.people.audit import AuditLog
from assistant.people.models import IdentityRow, PersonRow
from assistant.people.permissions import authorize
from assistant.storage import Database

CONSOLE = 0  # the actor of what is done at the machine itself
FOR_GOOD: Mapping[str, timedelta] = MappingProxyType({})


class Accounts:
    """账户簿: who is who."""

    def __init__(
        self,
        database: Database,
        audit: AuditLog,
        clock: Callable[[], datetime],
        lasting: Mapping[str, timedelta] = FOR_GOOD,
    ) -> None:
        """`lasting` says by channel how long a binding holds, where it does not hold for good."""
        self._database = database
        self._audit = audit
        self._clock = clock
        self._lasting = lasting

    def account_of(self, address: Address) -> Account:
        """The account that speaks at this address; an unknown one is a visitor."""
        if not speaker(address):  # nobody in person, as the programs at the HTTP interface
            return visitor(address)
        with self._database.read() as session:
            person = session.scalar(_person_at(address).where(self._in_force()))
            if person is None:
                return visitor(address)
            theirs = select(IdentityRow).where(IdentityRow.person_id == person.id)
            rows = session.scalars(self._reachable(theirs))
            return _with(person, [_address(row) for row in rows])

    def account(self, number: int) -> Account | None:
        """The account of this number unless it was revoked."""
        return self.active().get(number)

    def active(self) -> dict[int, Account]:
        """Every account in force, by number, with the addresses that can still be reached."""
        with self._database.read() as session:
            people = session.scalars(select(PersonRow).where(PersonRow.revoked_at.is_(None))).all()
            reach: dict[int, list[Address]] = {person.id: [] for person in people}
            for row in session.scalars(self._reachable(select(IdentityRow))):
                if row.person_id in reach:
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

    def leave(self, address: Address) -> None:
        """This chat is nobody's any more; the person's other chats stay."""
        account = self.account_of(address)
        mine = (
            IdentityRow.channel == address.channel,
            IdentityRow.speaker == speaker(address),
        )
        with self._database.write() as session:
            session.execute(delete(IdentityRow).where(*mine))
            subject, detail = f"person:{account.id}", {"channel": address.channel}
            self._audit.record(session, account.id, "identity.leave", subject, **detail)

    def give_group(self, actor: Account, number: int, address: Address) -> Account:
        """Let a group that cannot speak for itself (a robot's) get what this person subscribes to."""
        authorize(actor, "people.manage")
        if self.account(number) is None:
            raise AssistantError(f"没有编号为 {number} 的人员。")
        with self._database.write() as session:
            here = (IdentityRow.channel == address.channel, IdentityRow.speaker == address.chat)
            row = session.scalar(select(IdentityRow).where(*here))
            if row is None:
                row = IdentityRow(channel=address.channel, speaker=address.chat, chat=address.chat)
                session.add(row)
            row.person_id, row.bound_at, row.unreachable = number, self._clock(), ""
            self._audit.record(session, actor.id, "identity.give", f"person:{number}")
        return self.active()[number]

    def unreachable(self, address: Address, reason: str) -> None:
        """Nothing can be sent to this chat any more (blocked, deleted)."""
        self._alter(address, unreachable=reason or "gone")

    def moved(self, address: Address, chat: str) -> None:
        """The chat has a new address."""
        self._alter(address, chat=chat)

    def heard(self, address: Address) -> None:
        """Somebody speaks there: it can be reached, whatever a platform said of it before."""
        known = select(IdentityRow.id).where(
            IdentityRow.channel == address.channel,
            IdentityRow.speaker == speaker(address),
            IdentityRow.unreachable != "",
        )
        with self._database.read() as session:
            if address.group or session.scalar(known) is None:
                return  # the usual case must not cost a write
        self._alter(address, unreachable="")

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

    def _reachable(self, rows: Select[IdentityRow]) -> Select[IdentityRow]:
        return rows.where(IdentityRow.unreachable == "", self._in_force()).order_by(IdentityRow.id)

    def _in_force(self) -> ColumnElement[bool]:
        """Bindings that have not run out."""
        now = self._clock()
        return and_(
            true(),
            *(
                or_(IdentityRow.channel != channel, IdentityRow.bound_at > now - life)
                for channel, life in self._lasting.items()
            ),
        )

    def _admins(self) -> int:
        return sum(account.role is Role.ADMIN for account in self.active().values())


def visitor(address: Address) -> Account:
    """Whoever speaks there without an account."""
    return Account(0, "", Role.VISITOR, addresses=(address,))


def speaker(address: Address) -> str:
    """Who speaks: in a group only a named person counts, an anonymous one is nobody."""
    return address.person or ("" if address.group else address.chat)


def _person_at(address: Address) -> Select[PersonRow]:
    return (
        select(PersonRow)
        .join(IdentityRow)
        .where(
            IdentityRow.channel == address.channel,
            IdentityRow.speaker == speaker(address),
            IdentityRow.speaker != "",
            PersonRow.revoked_at.is_(None),
        )
    )


def _with(person: PersonRow, addresses: list[Address]) -> Account:
    return Account(person.id, person.name, Role(person.role), person.unit, tuple(addresses))


def _address(row: IdentityRow) -> Address:
    return Address(row.channel, row.chat, row.speaker)
