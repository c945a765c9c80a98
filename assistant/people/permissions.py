"""Who may do what: the one place that decides.

`authorize` is handed to every other room. An object that belongs to somebody carries `owner` (an
account's number); without the right over all, one may touch only one's own.
"""

from typing import Any

from assistant.errors import NotAllowed
from assistant.glossary import Account, Role

EVERYONE = frozenset(Role)
MEMBERS = EVERYONE - {Role.VISITOR}
WORKERS = frozenset({Role.STAFF, Role.ADMIN})
OFFICE = frozenset({Role.STAFF, Role.SUPERVISOR, Role.ADMIN})
ADMINS = frozenset({Role.ADMIN})
DEPUTIES = frozenset({Role.DEPUTY})
NOBODY: frozenset[Role] = frozenset()

RIGHTS = {
    "commitment.change": WORKERS,
    "commitment.undo": WORKERS,
    "progress.report": WORKERS,
    "subscription.use": MEMBERS,
    "mark.use": DEPUTIES,
    "receipt.give": DEPUTIES,
    "receipt.read": OFFICE,
    "ledger.export": MEMBERS,
    "ledger.import": WORKERS,
    "people.manage": ADMINS,
    "reminders.operate": ADMINS,
    "person.own": MEMBERS,
}
# whose role reaches over other people's things as well; marks of deputies are private to them
OVER_ALL = {"subscription.use": NOBODY, "person.own": ADMINS}


def authorize(actor: Account, action: str, subject: Any = None) -> None:
    """Raise NotAllowed unless the actor may do this to the subject."""
    if actor.role not in RIGHTS[action]:
        raise NotAllowed(_refusal(action))
    owner = getattr(subject, "owner", None)
    if owner not in (None, actor.id) and actor.role not in OVER_ALL.get(action, NOBODY):
        raise NotAllowed("这是别人的内容，您不能查看或改动。")


def allowed(actor: Account, action: str, subject: Any = None) -> bool:
    """Whether `authorize` would let it pass: for buttons that are shown or not."""
    try:
        authorize(actor, action, subject)
    except NotAllowed:
        return False
    return True


ROLE_WORDS = {
    Role.VISITOR: "访客",
    Role.DEPUTY: "代表",
    Role.STAFF: "工作人员",
    Role.SUPERVISOR: "督办人员",
    Role.ADMIN: "管理员",
}


def role_named(words: str) -> Role | None:
    """代表 or "deputy" -> Role.DEPUTY; None where it is no role."""
    for role, name in ROLE_WORDS.items():
        if words.lower() in (role.value, name):
            return role
    return None


def _refusal(action: str) -> str:
    roles = "、".join(ROLE_WORDS[role] for role in Role if role in RIGHTS[action])
    return f"这项操作限{roles}使用；如需绑定身份，请向管理员索取邀请码，再发送“/join 邀请码”。"
