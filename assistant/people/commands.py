"""The chat commands of people: bind a chat, see oneself, invite, revoke, one's own data."""

from dataclasses import replace

from assistant.errors import AssistantError, NotAllowed
from assistant.glossary import Account, Attachment, Command, Reply, Request, Role, Thing
from assistant.people.accounts import Accounts
from assistant.people.invitations import Invitation, Invitations
from assistant.people.permissions import ADMINS, EVERYONE, MEMBERS, ROLE_WORDS, role_named
from assistant.people.rights import Rights

CONFIRM = "确认"
THINGS = {"revoke": Thing.PERSON, "role": Thing.PERSON}


class PeopleDesk:
    """人员窗口: the commands over accounts, invitations and rights."""

    def __init__(self, accounts: Accounts, invitations: Invitations, rights: Rights) -> None:
        self._accounts = accounts
        self._invitations = invitations
        self._rights = rights

    def commands(self) -> tuple[Command, ...]:
        """What this room contributes to the registry; all of it is for private chats."""
        rows = (
            ("join", "绑定", "用邀请码绑定身份：/join 邀请码", self.join, EVERYONE, True),
            ("me", "我的身份", "看自己的身份和已绑定的渠道", self.me, EVERYONE, True),
            ("link", "绑定其他渠道", "取码在另一渠道绑定同一身份", self.link, MEMBERS, False),
            ("mydata", "导出我的资料", "导出关于我的全部资料", self.mydata, MEMBERS, False),
            ("forget", "注销账户", "删除我的账户和个人资料", self.forget, MEMBERS, False),
            ("invite", "邀请", "发出邀请码：/invite 代表 姓名 单位", self.invite, ADMINS, True),
            ("people", "人员名单", "人员和未用的邀请码", self.people, ADMINS, True),
            ("revoke", "撤销", "撤销：/revoke 3，/revoke 邀请3", self.revoke, ADMINS, False),
            ("role", "改角色", "改变人员的角色：/role 3 督办人员", self.role, ADMINS, False),
        )
        return tuple(
            _guarded(Command(name, (word,), help_, run, roles, True, menu, THINGS.get(name)))
            for name, word, help_, run, roles, menu in rows
        )

    def join(self, request: Request) -> Reply:
        """/join CODE: this chat is the invited person's from now on."""
        if not request.words.strip():
            return _said("请在命令后写上邀请码，例如：/join ABCD-EFGH-JKMN-PQRS", kind="help")
        account = self._invitations.redeem(request.message.address, request.words)
        return _said(
            f"已绑定：{account.name}（{ROLE_WORDS[account.role]}"
            f"{'，' + account.unit if account.unit else ''}）。发送“/help”看您可以做什么。"
        )

    def me(self, request: Request) -> Reply:
        """/me: name, role, unit, channels."""
        account = request.account
        if account.role is Role.VISITOR:
            return _said("您是访客，可以查询答复函；有邀请码时发送“/join 邀请码”绑定身份。")
        channels = "、".join(sorted({address.channel for address in account.addresses}))
        unit = f"，{account.unit}" if account.unit else ""
        role = ROLE_WORDS[account.role]
        return _said(f"{account.name}，{role}{unit}；人员编号 {account.id}，渠道：{channels}。")

    def link(self, request: Request) -> Reply:
        """/link: a code for another channel of the same person."""
        return _said(_handed_over(self._invitations.link(request.account)))

    def mydata(self, request: Request) -> Reply:
        """/mydata: a copy of everything kept about the person."""
        text = self._rights.export(request.account, request.account.id)
        file = Attachment("我的资料.json", text.encode(), "application/json")
        return replace(_said("这是系统保存的关于您的全部资料。"), files=(file,))

    def forget(self, request: Request) -> Reply:
        """/forget 确认: the account and all personal data are gone."""
        if request.words.strip() != CONFIRM:
            warning = "将删除您的账户、订阅和个人标记，不可恢复；确定请发送“/forget 确认”。"
            return _said(warning, kind="clarify")
        count = self._rights.erase(request.account, request.account.id)
        return _said(f"已删除您的账户和全部个人资料，共 {count} 项。")

    def invite(self, request: Request) -> Reply:
        """/invite ROLE NAME [UNIT]: a one-time code to hand over."""
        words = request.words.split()
        role = role_named(words[0]) if words else None
        if role is None or len(words) < 2:
            return _said("请写明角色和姓名，例如：/invite 工作人员 王某 区市场监管局", kind="help")
        invitation = self._invitations.invite(request.account, role, words[1], "".join(words[2:]))
        return _said(_handed_over(invitation))

    def people(self, request: Request) -> Reply:
        """/people: everybody, and the codes still open."""
        lines = [_line(account) for account in self._accounts.active().values()]
        for row in self._invitations.waiting():
            until = f"{row.expires_at:%m月%d日 %H:%M}"
            lines.append(f"邀请{row.id}：{row.name}，{ROLE_WORDS[Role(row.role)]}，{until} 前有效")
        return _said(f"共 {len(lines)} 条。\n" + "\n".join(lines))

    def revoke(self, request: Request) -> Reply:
        """/revoke N or /revoke 邀请N."""
        words = request.words.strip()
        number = _number(words.removeprefix("邀请"))
        if words.startswith("邀请"):
            self._invitations.revoke(request.account, number)
            return _said(f"邀请 {number} 已作废。")
        target = self._accounts.revoke(request.account, number)
        return _said(f"已撤销 {target.name} 的身份，立即生效。")

    def role(self, request: Request) -> Reply:
        """/role N ROLE."""
        words = request.words.split()
        role = role_named(words[1]) if len(words) == 2 else None
        if role is None:
            return _said("请写明人员编号和角色，例如：/role 3 督办人员", kind="help")
        account = self._accounts.change_role(request.account, _number(words[0]), role)
        return _said(f"{account.name}现为{ROLE_WORDS[role]}，立即生效。")


def _guarded(command: Command) -> Command:
    """The command, refused to roles it does not serve, with what goes wrong said to the person."""

    def guarded(request: Request) -> Reply:
        try:
            if request.account.role not in command.roles:
                raise NotAllowed(f"这项操作限{_roles(command)}使用。")
            if command.private and request.message.address.group:
                raise NotAllowed("涉及个人信息，请在私聊中使用。")
            return command.run(request)
        except AssistantError as error:
            return _said(str(error), kind="refused")

    return replace(command, run=guarded)


def _roles(command: Command) -> str:
    return "、".join(ROLE_WORDS[role] for role in Role if role in command.roles)


def _said(text: str, kind: str = "done") -> Reply:
    return Reply(kind, text.split("\n")[0], text, evidence="register")


def _handed_over(invitation: Invitation) -> str:
    return (
        f"{invitation.code}\n{invitation.name}（{ROLE_WORDS[invitation.role]}）的邀请码，"
        f"只能用一次，{invitation.expires_at:%m月%d日 %H:%M} 前有效；"
        f"请本人在私聊中发送：/join {invitation.code}"
    )


def _line(account: Account) -> str:
    channels = "、".join(sorted({address.channel for address in account.addresses})) or "无渠道"
    unit = f"，{account.unit}" if account.unit else ""
    return f"{account.id}：{account.name}，{ROLE_WORDS[account.role]}{unit}，{channels}"


def _number(words: str) -> int:
    if not words.strip().isdecimal():
        raise AssistantError("请写编号，例如：/revoke 3")
    return int(words)
