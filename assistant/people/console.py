"""What the command line shows and does about people: plain rows and sentences."""

from assistant.glossary import Account, Address, Role
from assistant.people.accounts import CONSOLE, Accounts
from assistant.people.audit import AuditLog
from assistant.people.invitations import Invitation, Invitations
from assistant.people.permissions import ROLE_WORDS
from assistant.people.rights import Rights

# Whoever can run the program over the data folder is trusted as an admin.
OPERATOR = Account(CONSOLE, "console", Role.ADMIN)


class PeopleConsole:
    """人员（命令行）: invite, list, revoke, export, erase, verify."""

    def __init__(
        self, accounts: Accounts, invitations: Invitations, rights: Rights, audit: AuditLog
    ) -> None:
        self._accounts = accounts
        self._invitations = invitations
        self._rights = rights
        self._audit = audit

    def invite(self, role: Role, name: str, unit: str = "") -> Invitation:
        """`people invite`: a one-time code; the first admin is made with it."""
        return self._invitations.from_console(role, name, unit)

    def rows(self) -> list[dict[str, str | int]]:
        """`people list`."""
        return [
            {
                "编号": account.id,
                "姓名": account.name,
                "角色": ROLE_WORDS[account.role],
                "单位": account.unit,
                "渠道": "、".join(address.channel for address in account.addresses),
            }
            for account in self._accounts.active().values()
        ]

    def revoke(self, number: int) -> str:
        """`people revoke N`."""
        return f"已撤销 {self._accounts.revoke(OPERATOR, number).name}。"

    def revoke_invitation(self, number: int) -> str:
        """`people revoke --invitation N`."""
        self._invitations.revoke(OPERATOR, number)
        return f"邀请 {number} 已作废。"

    def change_role(self, number: int, role: Role) -> str:
        """`people role N ROLE`."""
        account = self._accounts.change_role(OPERATOR, number, role)
        return f"{account.name}现为{ROLE_WORDS[role]}。"

    def give_group(self, number: int, channel: str, group: str) -> str:
        """`people group N NAME`."""
        address = Address(channel, group, group, group=True)
        account = self._accounts.give_group(OPERATOR, number, address)
        return f"{account.name}订阅的提醒可以发到群“{group}”：订阅时写“群机器人”即可。"

    def export(self, number: int) -> str:
        """`people export N`: JSON."""
        return self._rights.export(OPERATOR, number)

    def erase(self, number: int) -> str:
        """`people erase N`."""
        return f"已删除，共 {self._rights.erase(OPERATOR, number)} 项。"

    def verify(self) -> str:
        """`audit verify`: one sentence."""
        return self._audit.verify()
