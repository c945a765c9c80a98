"""People: accounts and roles, invitations, what each may do, the audit log, rights over own data."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from assistant.glossary import Command
from assistant.people.accounts import FOR_GOOD, Accounts
from assistant.people.audit import AuditLog
from assistant.people.commands import PeopleDesk
from assistant.people.console import OPERATOR, PeopleConsole
from assistant.people.invitations import Invitations
from assistant.people.masking import masked
from assistant.people.permissions import ROLE_WORDS, allowed, authorize, role_named
from assistant.people.rights import Keeper, Rights
from assistant.people.veil import Veil
from assistant.storage import Database

__all__ = [
    "OPERATOR",
    "ROLE_WORDS",
    "Accounts",
    "AuditLog",
    "Invitations",
    "Keeper",
    "People",
    "PeopleConsole",
    "Rights",
    "Veil",
    "allowed",
    "authorize",
    "masked",
    "open_people",
    "role_named",
]


@dataclass(frozen=True, slots=True)
class People:
    """人员: the whole room, wired."""

    accounts: Accounts
    invitations: Invitations
    audit: AuditLog
    rights: Rights
    console: PeopleConsole
    commands: tuple[Command, ...]


def open_people(
    database: Database,
    clock: Callable[[], datetime],
    keepers: Sequence[Keeper] = (),
    lasting: Mapping[str, timedelta] = FOR_GOOD,
) -> People:
    """Wire the room; `keepers` say what other parts keep about a person, `lasting` how long a
    binding holds on a channel.
    """
    audit = AuditLog(database, clock)
    accounts = Accounts(database, audit, clock, lasting)
    invitations = Invitations(database, accounts, audit, clock)
    rights = Rights(database, audit, keepers)
    return People(
        accounts,
        invitations,
        audit,
        rights,
        PeopleConsole(accounts, invitations, rights, audit),
        PeopleDesk(accounts, invitations, rights).commands(),
    )
