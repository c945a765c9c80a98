"""Who may do what: the whole table, and whose things one may touch."""

from dataclasses import dataclass

import pytest

from assistant.errors import NotAllowed
from assistant.glossary import Account, Role
from assistant.people.permissions import RIGHTS, allowed, authorize, role_named

V, D, S, U, A = Role
ALLOWED = {
    "commitment.change": {S, A},
    "commitment.undo": {S, A},
    "progress.report": {S, A},
    "subscription.use": {D, S, U, A},
    "mark.use": {D},
    "receipt.give": {D},
    "receipt.read": {S, U, A},
    "ledger.export": {D, S, U, A},
    "ledger.import": {S, A},
    "people.manage": {A},
    "reminders.operate": {A},
    "person.own": {D, S, U, A},
}


@dataclass(frozen=True)
class Thing:
    """Something that belongs to somebody."""

    owner: int


@pytest.mark.parametrize("role", list(Role))
def test_each_role_may_do_exactly_this(role: Role) -> None:
    actor = Account(1, "某甲", role)

    assert ALLOWED.keys() == RIGHTS.keys()
    for action, roles in ALLOWED.items():
        assert allowed(actor, action) is (role in roles), action


@pytest.mark.parametrize("action", ["subscription.use", "mark.use", "person.own"])
@pytest.mark.parametrize("role", list(Role))
def test_what_is_anothers_is_closed_but_to_the_admin_who_keeps_the_people(
    action: str, role: Role
) -> None:
    actor = Account(1, "某甲", role)

    assert allowed(actor, action, Thing(owner=1)) is (role in ALLOWED[action])
    assert allowed(actor, action, Thing(owner=2)) is (role is A and action == "person.own")


def test_a_refusal_says_whom_it_serves() -> None:
    with pytest.raises(NotAllowed, match="限工作人员、管理员使用"):
        authorize(Account(1, "某甲", Role.DEPUTY), "commitment.change")


@pytest.mark.parametrize(
    ("words", "role"), [("代表", D), ("staff", S), ("管理员", A), ("ADMIN", A), ("局长", None)]
)
def test_roles_have_chinese_and_english_names(words: str, role: Role | None) -> None:
    assert role_named(words) is role
