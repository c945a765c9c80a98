"""The nouns of talking: messages, replies, addresses, accounts, and the promise every channel
keeps.

Rooms of the assistant meet only through these nouns and in `bot.py`. Nothing here does any work.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from knowledge import Citation


class Role(StrEnum):
    """角色: what a person may see and do; 访客, 代表, 工作人员, 督办人员, 管理员."""

    VISITOR = "visitor"
    DEPUTY = "deputy"
    STAFF = "staff"
    SUPERVISOR = "supervisor"
    ADMIN = "admin"


@dataclass(frozen=True, slots=True)
class Address:
    """收件地址: where a person is reached: channel ("telegram"), chat, topic, and who speaks there.

    In a private chat `chat` and `person` are the same; `thread` is a forum topic.
    """

    channel: str
    chat: str
    person: str = ""
    thread: str = ""
    group: bool = False


@dataclass(frozen=True, slots=True)
class Attachment:
    """附件: a file or picture on its way in or out; `content` are its bytes."""

    name: str
    content: bytes
    media: str = "application/octet-stream"
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Message:
    """消息: what a person said, wherever; `now` is when, in Asia/Shanghai."""

    address: Address
    text: str
    now: datetime
    files: tuple[Attachment, ...] = ()
    kind: str = "text"  # text, button, location, sticker, voice, photo, file


@dataclass(frozen=True, slots=True)
class Choice:
    """选项: a button; pressing it says `says` in the person's name (`label` when empty)."""

    label: str
    says: str = ""

    @property
    def words(self) -> str:
        """What pressing the button says."""
        return self.says or self.label


@dataclass(frozen=True, slots=True)
class Reply:
    """回复: what the assistant says, knowing no channel.

    `kind` is answer list computed contact clarify unknown smalltalk help refused done error.
    `headline` is the answer itself in as few characters as possible; `text` begins with it and is
    what a chat shows (plain text, paragraphs parted by newlines). Citations are already worded in
    `text`; they come along so that a channel can link them.
    """

    kind: str
    headline: str
    text: str
    citations: tuple[Citation, ...] = ()
    suggestions: tuple[Choice, ...] = ()
    files: tuple[Attachment, ...] = ()
    evidence: str = ""  # what the answer rests on: letter, table, register, none


class Outcome(StrEnum):
    """送达结果: what is known of a send. UNKNOWN: the platform may or may not have shown it."""

    SENT = "sent"
    NOT_SENT = "not_sent"  # certainly not shown: may be tried again at once
    UNKNOWN = "unknown"
    GONE = "gone"  # permanent: blocked, deactivated, deleted
    MOVED = "moved"  # the chat has a new address


@dataclass(frozen=True, slots=True)
class Receipt:
    """回单: the outcome of one send; `retry_after` in seconds where the platform named it."""

    outcome: Outcome
    message_id: str = ""
    retry_after: float = 0.0
    reason: str = ""
    new_chat: str = ""


class Channel(Protocol):
    """渠道: a promise: run until stopped, hand each message once to `reply_to`, send when asked.

    `send` never raises for what a platform answers; it says the outcome. `key` is the same for
    every try of the same delivery: a platform that can drop repeats does so by it.
    """

    name: str

    async def run(self) -> None:
        """Serve until cancelled; stop cleanly when cancelled."""

    async def send(self, address: Address, reply: Reply, key: str = "") -> Receipt:
        """Show the reply at the address."""


@dataclass(frozen=True, slots=True)
class Account:
    """账户: a person known to the assistant, with a role and the addresses that are theirs."""

    id: int
    name: str
    role: Role
    unit: str = ""
    addresses: tuple[Address, ...] = ()


class Thing(StrEnum):
    """对象: what the first of a command's words names."""

    COMMITMENT = "承诺"
    SUBSCRIPTION = "订阅"
    REMINDER = "提醒"
    UNDELIVERED = "未送达的提醒"
    PERSON = "人员"
    LETTER = "函件"
    PASSAGE = "段落"
    EVIDENCE = "佐证文件"
    ARRIVAL = "来件"

    @property
    def personal(self) -> bool:
        """Whether it belongs to one person, and is out of everybody else's reach."""
        return self in (Thing.SUBSCRIPTION, Thing.REMINDER)


@dataclass(frozen=True, slots=True)
class Request:
    """请求: one use of a command: who asks, the words after the command, the message it came in."""

    account: Account
    words: str
    message: Message


@dataclass(frozen=True, slots=True)
class Command:
    """命令: what a person may order by "/name words" or by one of the Chinese `words` first.

    The registry of all commands feeds dispatch, help, menus and the test of every command by every
    role on one's own, another's and a missing object; `help` shows one use after its "/name".
    """

    name: str
    words: tuple[str, ...]
    help: str
    run: Callable[[Request], Reply]
    roles: frozenset[Role] = field(default_factory=lambda: frozenset(Role))
    private: bool = False  # never answered in a group
    menu: bool = True
    takes: Thing | None = None


ReplyTo = Callable[[Message], Reply]
AccountOf = Callable[[Address], Account]
