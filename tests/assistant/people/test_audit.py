"""The audit log: whole, append-only, and a break is found at its line."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from assistant.glossary import Role
from assistant.storage import Database
from tests.assistant.people.conftest import Front


def fill(front: Front) -> None:
    """Some changes."""
    admin = front.join(Role.ADMIN, "某甲", "1")
    front.join(Role.STAFF, "某乙", "2")
    front.say(admin, "role", "2 代表")


def test_every_change_has_a_line(front: Front) -> None:
    fill(front)

    actions = [line.action for line in front.people.audit.lines()]

    assert actions == [
        "invitation.make", "identity.bind", "invitation.make", "identity.bind", "person.role",
    ]  # fmt: skip
    assert front.people.audit.verify().startswith("审计日志完整，共 5 条")
    assert front.people.audit.whole()


def test_no_line_holds_a_name_or_a_chat(front: Front) -> None:
    fill(front)

    lines = " ".join(f"{line.object} {line.detail}" for line in front.people.audit.lines())

    assert "某" not in lines


@pytest.mark.parametrize("statement", ["UPDATE audit SET actor = 9", "DELETE FROM audit"])
def test_a_line_can_neither_be_altered_nor_deleted(
    front: Front, database: Database, statement: str
) -> None:
    fill(front)

    with pytest.raises(IntegrityError, match="append-only"), database.write() as session:
        session.execute(text(statement))


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("UPDATE audit SET actor = 9 WHERE id = 3", "第 3 条与前一条对不上"),
        ("UPDATE audit SET detail = '{}' WHERE id = 5", "第 5 条与前一条对不上"),
        ("DELETE FROM audit WHERE id = 2", "缺少第 2 条"),
    ],
)
def test_who_goes_round_the_lock_is_found_out(
    front: Front, database: Database, statement: str, said: str
) -> None:
    fill(front)
    with database.write() as session:
        session.execute(text("DROP TRIGGER audit_no_update"))
        session.execute(text("DROP TRIGGER audit_no_delete"))
        session.execute(text(statement))

    assert said in front.people.audit.verify()
    assert not front.people.audit.whole()
