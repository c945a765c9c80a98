"""What is tortured: a database full of due reminders, and senders over it.

The product's own sender, and two wrong ones that prove the judge can see: one marks a message as
sent before it sends, the other only afterwards.
"""

import asyncio
import http.client
import json
import time
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

from sqlalchemy import select

import assistant.people  # noqa: F401  # its tables stand in the same database
from assistant.glossary import Account, Address, Outcome, Receipt, Reply, Role
from assistant.reminders import Brake, Reminders, Rules, Ties, open_reminders
from assistant.reminders.composing import Book
from assistant.reminders.models import DeliveryRow, SubscriptionRow
from assistant.storage import MARK, MIGRATIONS, Base, Database
from assistant.storage.moments import SHANGHAI
from knowledge import Commitment, Deadline, LetterHead, Place, ReplyLetter, Span

DUE = date(2026, 3, 31)
MORNING = datetime(2026, 3, 3, 9, 0, tzinfo=SHANGHAI)  # a Tuesday, 28 days before
CHANNEL = "telegram"
WAY = 0.002  # seconds from the sender to the platform; a real one is ten times as far


class HttpSender:
    """A channel over HTTP; says what is certain and what is not, as a channel has promised."""

    def __init__(self, port: int, on_sent: Callable[[], None] = lambda: None) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
        self._on_sent = on_sent

    async def send(self, address: Address, reply: Reply, key: str = "") -> Receipt:
        """Post the message."""
        time.sleep(WAY)
        try:
            self._connection.connect()
        except OSError as error:
            return Receipt(Outcome.NOT_SENT, reason=str(error))
        try:
            body = json.dumps({"chat": address.chat, "text": reply.text}).encode()
            self._connection.request("POST", "/", body)
            self._connection.getresponse().read()
            self._on_sent()
        except (OSError, http.client.HTTPException) as error:
            return Receipt(Outcome.UNKNOWN, reason=str(error))
        finally:
            self._connection.close()
        return Receipt(Outcome.SENT, "1")


def commitments(count: int, due: date = DUE) -> list[tuple[LetterHead, Commitment]]:
    """So many made-up commitments of one letter."""
    head = LetterHead(
        1, "一.txt", ReplyLetter(title="关于第1号建议的答复函", number="1"), "d", code="1"
    )
    place = Place("1-附-1", "附件", Span(0, 1), Span(0, 1))
    deadline = Deadline(due.isoformat(), due, due, "day")
    return [
        (head, Commitment(f"完成第{n}件事", deadline, place, ("某局",), "某局", key=f"1-附-{n}"))
        for n in range(count)
    ]


def people(count: int, channel: str = CHANNEL) -> dict[int, Account]:
    """So many staff, each reached in a chat of their own."""
    chats = {n: Address(channel, str(1000 + n), str(1000 + n)) for n in range(1, count + 1)}
    return {n: Account(n, f"某{n}", Role.STAFF, "某局", (chat,)) for n, chat in chats.items()}


def open_base(path: Path) -> Database:
    """The database with its tables."""
    database = Database(path, MIGRATIONS, MARK)
    Base.metadata.create_all(database.engine)
    return database


def reminders_over(
    database: Database,
    persons: int,
    each: int,
    dedupes: frozenset[str] = frozenset(),
    start: datetime = MORNING,
    channel: str = CHANNEL,
) -> Reminders:
    """The room over this database; time runs from `start` on."""
    promised, staff = commitments(each), people(persons, channel)
    began = datetime.now(SHANGHAI)
    ties = Ties(
        lambda: promised,
        lambda: staff,
        lambda actor, action, subject=None: None,
        lambda session, actor, action, subject, **detail: None,
        lambda: start + (datetime.now(SHANGHAI) - began),
    )
    return open_reminders(database, ties, Rules(dedupes=dedupes, brake=Brake(times=0)))


def fill(database: Database, persons: int, each: int, channel: str = CHANNEL) -> None:
    """Each person gets one message for each commitment, all due at once."""
    with database.write() as session:
        session.add_all(
            SubscriptionRow(
                owner=n, kind="all", value="", leads=[28, 0], hour=9, channel="", workdays=True,
                digest=False, monday=False, since=MORNING.date(),
            )
            for n in people(persons)
        )  # fmt: skip
    early = MORNING - timedelta(hours=1)
    reminders_over(database, persons, each, start=early, channel=channel).delivery.tick()


def send_all(reminders: Reminders, port: int) -> None:
    """The product's sender, until nothing is left."""
    delivery, sender = reminders.delivery, HttpSender(port)
    delivery.outbox.recover()
    asyncio.run(_until_empty(reminders, sender))


def send_marking_before(database: Database, reminders: Reminders, port: int) -> None:
    """Wrong on purpose: whoever dies between mark and send has lost the message."""
    _send_plainly(database, reminders, port, mark_first=True)


def send_marking_after(database: Database, reminders: Reminders, port: int) -> None:
    """Wrong on purpose: whoever dies between send and mark sends again, unseen."""
    _send_plainly(database, reminders, port, mark_first=False)


async def _until_empty(reminders: Reminders, sender: HttpSender) -> None:
    """Synchronous claims on one thread: the same steps as `Delivery.empty`, without its threads."""
    delivery, clock = reminders.delivery, asyncio.get_running_loop().time
    while (parcel := delivery.claim(CHANNEL, clock())) is not None:
        delivery.finish(parcel, await sender.send(parcel.address, parcel.reply, parcel.key))


def _send_plainly(database: Database, reminders: Reminders, port: int, mark_first: bool) -> None:
    sender, book = HttpSender(port), _book(reminders)
    with database.read() as session:
        waiting = session.scalars(
            select(DeliveryRow.id).where(DeliveryRow.state == "pending")
        ).all()
    for number in waiting:
        if mark_first:
            _mark(database, number)
        text = f"编号 R{number}"
        chat = book.people[1].addresses[0]
        asyncio.run(sender.send(chat, Reply("done", text, text)))
        if not mark_first:
            _mark(database, number)


def _mark(database: Database, number: int) -> None:
    with database.write() as session:
        session.get_one(DeliveryRow, number).state = "sent"


def _book(reminders: Reminders) -> Book:
    return Book({}, {}, reminders.delivery.ties.people())
