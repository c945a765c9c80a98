"""A made-up office: one letter with three commitments, a clock set by hand, a channel that
remembers.
"""

import asyncio
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from assistant.glossary import (
    Address,
    Attachment,
    Choice,
    Command,
    Message,
    Outcome,
    Receipt,
    Reply,
    Request,
    Role,
)
from assistant.people import Keeper, People, authorize, open_people
from assistant.reminders import Brake, Reminders, Rules, Ties, keeping, open_reminders
from assistant.storage import Database
from assistant.storage.moments import SHANGHAI
from knowledge import Commitment, Deadline, LetterHead, Place, ReplyLetter, Span

YEAR_END = Deadline("2022年12月底", date(2022, 12, 21), date(2022, 12, 31), "month-part")
VAGUE = Deadline("长期坚持")
LETTER = LetterHead(
    1,
    "letter.txt",
    ReplyLetter(
        title="关于第59号建议的答复函", number="59", agency="某区市场监管局", addressees=("某代表",)
    ),
    "d",
    code="59",
)


def at(words: str) -> datetime:
    """ "2022-12-01 09:00" in Shanghai."""
    return datetime.fromisoformat(words).replace(tzinfo=SHANGHAI)


def promise(
    row: int,
    text: str,
    deadline: Deadline | None = YEAR_END,
    unit: str = "区市场监管局",
    target: int | None = None,
    target_unit: str | None = None,
) -> tuple[LetterHead, Commitment]:
    """A row of the letter's table."""
    place = Place(f"59-附-{row}", "附件", Span(0, 1), Span(0, 1))
    figure = Decimal(target) if target else None
    key = f"59-附-{row}"
    return LETTER, Commitment(
        text,
        deadline,
        place,
        (unit,),
        unit,
        row=row,
        target=figure,
        target_unit=target_unit,
        key=key,
    )


def three() -> list[tuple[LetterHead, Commitment]]:
    """As the real letter has them: all by the end of 2022."""
    return [
        promise(1, "2022年新增知名品牌5个", unit="区市场监管局及行业主管部门"),
        promise(2, "2022年全区有效注册商标达到14500件。", target=14500, target_unit="件"),
        promise(3, "2022年全区万人发明专利达到4件。", target=4, target_unit="件"),
    ]


@dataclass(slots=True)
class Clock:
    """Stands until it is set."""

    now: datetime = field(default_factory=lambda: at("2022-11-28 08:00"))

    def __call__(self) -> datetime:
        return self.now


@dataclass(slots=True)
class FakeSender:
    """Remembers what it was sent; answers with the outcomes laid out for it, then with SENT."""

    outcomes: list[Receipt] = field(default_factory=list)
    sent: list[tuple[Address, Reply, str]] = field(default_factory=list)

    async def send(self, address: Address, reply: Reply, key: str = "") -> Receipt:
        """Take it."""
        self.sent.append((address, reply, key))
        return (
            self.outcomes.pop(0) if self.outcomes else Receipt(Outcome.SENT, f"m{len(self.sent)}")
        )

    @property
    def texts(self) -> list[str]:
        """What was shown, in order."""
        return [reply.text for _, reply, _ in self.sent]


class Office:
    """People, reminders and a channel over one database."""

    def __init__(
        self,
        database: Database,
        promised: list[tuple[LetterHead, Commitment]] | None = None,
        brake: Brake | None = None,
        dedupes: frozenset[str] = frozenset(),
        rules: Rules | None = None,
    ) -> None:
        self.database = database
        self.clock = Clock()
        self.promised = three() if promised is None else promised
        self.people: People = open_people(
            database, self.clock, [Keeper("提醒", keeping.copy, keeping.erase)]
        )
        accounts = self.people.accounts
        self.ties = Ties(
            lambda: self.promised,
            accounts.active,
            authorize,
            self.people.audit.record,
            self.clock,
            unreachable=accounts.unreachable,
            moved=accounts.moved,
        )
        self.reminders: Reminders = open_reminders(
            database, self.ties, rules or Rules(dedupes=dedupes, brake=brake or Brake(times=0))
        )
        self.commands: dict[str, Command] = {
            command.name: command for command in (*self.people.commands, *self.reminders.commands)
        }
        self.senders: dict[str, FakeSender] = {}

    def join(
        self, role: Role, name: str, chat: str, unit: str = "", channel: str = "telegram"
    ) -> Address:
        """A new person in a private chat."""
        address = Address(channel, chat, chat)
        self.say(address, "join", self.people.console.invite(role, name, unit).code)
        return address

    def say(
        self, address: Address, name: str, words: str = "", files: tuple[Attachment, ...] = ()
    ) -> Reply:
        """A command, as the dialogue would dispatch it."""
        message = Message(address, f"/{name} {words}", self.clock.now, files)
        account = self.people.accounts.account_of(address)
        return self.commands[name].run(Request(account, words, message))

    def press(self, address: Address, reply: Reply, label: str) -> Reply:
        """A button of a reply."""
        choice: Choice = next(one for one in reply.suggestions if one.label == label)
        name, _, words = choice.words.removeprefix("/").partition(" ")
        return self.say(address, name, words)

    def sender(self, channel: str = "telegram") -> FakeSender:
        """The channel's memory."""
        return self.senders.setdefault(channel, FakeSender())

    def pass_to(self, words: str, channel: str = "telegram") -> list[Reply]:
        """Set the clock, tick, send; what was shown on the channel."""
        self.clock.now = at(words)
        self.reminders.delivery.tick()
        return self.send(channel)

    def send(self, channel: str = "telegram") -> list[Reply]:
        """Empty the channel's queue; what was handed over."""
        sender = self.sender(channel)
        before = len(sender.sent)
        asyncio.run(self.reminders.delivery.empty(channel, sender))
        return [reply for _, reply, _ in sender.sent[before:]]
