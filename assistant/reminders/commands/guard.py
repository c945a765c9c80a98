"""What every command of this room keeps: its roles, its privacy, and faults said to the person."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from assistant.errors import AssistantError, NotAllowed
from assistant.glossary import Choice, Command, Reply, Request, Role

EVERYONE = frozenset(Role)
MEMBERS = EVERYONE - {Role.VISITOR}
WORKERS = frozenset({Role.STAFF, Role.ADMIN})
OFFICE = WORKERS | {Role.SUPERVISOR}
DEPUTIES = frozenset({Role.DEPUTY})
ADMINS = frozenset({Role.ADMIN})


def guarded(command: Command) -> Command:
    """The command, refusing whom it does not serve; the service behind it checks once more."""

    def run(request: Request) -> Reply:
        try:
            if request.account.role not in command.roles:
                raise NotAllowed(_refusal(request.account.role))
            if command.private and request.message.address.group:
                raise NotAllowed("涉及个人信息，请在私聊中使用。")
            return command.run(request)
        except AssistantError as error:
            return said(str(error), kind="refused")

    return replace(command, run=run)


def said(
    text: str | Iterable[str], kind: str = "done", suggestions: tuple[Choice, ...] = ()
) -> Reply:
    """A reply from the ledger; the first line is its headline."""
    whole = text if isinstance(text, str) else "\n".join(filter(None, text))
    return Reply(kind, whole.split("\n")[0], whole, suggestions=suggestions, evidence="register")


def numbered(words: str, example: str) -> tuple[int, str]:
    """ "承诺2 14320 截至9月底" -> 2 and the rest; without a number the example is shown."""
    first, _, rest = words.strip().lstrip("#＃").removeprefix("承诺").strip().partition(" ")
    if not first.isdecimal() or len(first) > 9:
        raise AssistantError(f"请先写编号，例如：{example}")
    return int(first), rest.strip()


def _refusal(role: Role) -> str:
    if role is Role.VISITOR:
        return "这项功能需要先绑定身份：向管理员索取邀请码，再发送“/join 邀请码”。"
    return "您的角色不能使用这项功能；发送“/help”看您可以做什么。"


Run = Callable[[Request], Reply]
