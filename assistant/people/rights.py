"""A person's rights over their own data: a copy of all of it, and its removal.

Other rooms contribute what they keep about a person as `Keeper`s; this room asks no further. The
audit log stays, as the law wants logs kept; it holds numbers and no names.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from assistant.errors import AssistantError
from assistant.glossary import Account
from assistant.people.audit import AuditLog
from assistant.people.models import AuditRow, IdentityRow, InvitationRow, PersonRow, WrongCodeRow
from assistant.people.permissions import authorize
from assistant.storage import Database


@dataclass(frozen=True, slots=True)
class Keeper:
    """保管处: what one part keeps about a person: `copy` it, and `erase` it within a transaction."""

    name: str
    copy: Callable[[Session, int], list[dict[str, Any]]]
    erase: Callable[[Session, int], int]


@dataclass(frozen=True, slots=True)
class Personal:
    """个人资料: whose data is asked for; `owner` is what `authorize` looks at."""

    owner: int


class Rights:
    """个人信息权利: export and erase."""

    def __init__(self, database: Database, audit: AuditLog, keepers: Sequence[Keeper] = ()) -> None:
        self._database = database
        self._audit = audit
        self._keepers = keepers

    def export(self, actor: Account, number: int) -> str:
        """Everything kept about the person, as JSON."""
        authorize(actor, "person.own", Personal(number))
        with self._database.write() as session:
            copy = _own_copy(session, _found(session, number))
            for keeper in self._keepers:
                copy[keeper.name] = keeper.copy(session, number)
            self._audit.record(session, actor.id, "person.export", f"person:{number}")
        return json.dumps(copy, ensure_ascii=False, indent=2, default=str)

    def erase(self, actor: Account, number: int) -> int:
        """Remove the person and all that is kept about them; how many things were removed."""
        authorize(actor, "person.own", Personal(number))
        with self._database.write() as session:
            person = _found(session, number)
            if person.role == "admin" and _admins(session) == 1:
                raise AssistantError("这是唯一的管理员；请先指定另一位管理员。")
            count = sum(keeper.erase(session, number) for keeper in self._keepers)
            count += _erase_own(session, person)
            self._audit.record(session, actor.id, "person.erase", f"person:{number}", things=count)
        return count


def _found(session: Session, number: int) -> PersonRow:
    person = session.get(PersonRow, number)
    if person is None:
        raise AssistantError(f"没有编号为 {number} 的人员。")
    return person


def _admins(session: Session) -> int:
    rows = select(PersonRow.id).where(PersonRow.role == "admin", PersonRow.revoked_at.is_(None))
    return len(session.scalars(rows).all())


def _own_copy(session: Session, person: PersonRow) -> dict[str, Any]:
    identities = session.scalars(select(IdentityRow).where(IdentityRow.person_id == person.id))
    done = session.scalars(select(AuditRow).where(AuditRow.actor == person.id))
    return {
        "编号": person.id,
        "姓名": person.name,
        "角色": person.role,
        "单位": person.unit,
        "建立时间": person.made_at,
        "渠道身份": [
            {"渠道": row.channel, "身份": row.speaker, "会话": row.chat, "绑定时间": row.bound_at}
            for row in identities
        ],
        "操作记录": [{"时间": row.at, "操作": row.action, "对象": row.object} for row in done],
    }


def _erase_own(session: Session, person: PersonRow) -> int:
    """The person, their chats, the wrong codes tried from there and the name on invitations."""
    count = 1
    for row in session.scalars(select(IdentityRow).where(IdentityRow.person_id == person.id)):
        tried = delete(WrongCodeRow).where(
            WrongCodeRow.channel == row.channel, WrongCodeRow.speaker == row.speaker
        )
        session.execute(tried)
        count += 1
    session.execute(
        delete(InvitationRow).where(
            (InvitationRow.person_id == person.id)
            | ((InvitationRow.name == person.name) & InvitationRow.used_at.is_not(None))
        )
    )
    session.delete(person)
    session.flush()
    return count
