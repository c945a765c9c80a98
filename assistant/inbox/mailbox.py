"""The mailbox of a channel that nobody can be pushed on: what waits until somebody looks.

For the web page. A reminder counts as delivered once it lies here, so it must outlive a restart:

    mailbox = Mailbox(database, "web", clock)
    mailbox.leave(visitor, reply, key)     # in Channel.send; durable on return, once a key
    for letter in mailbox.waiting(visitor): ...  # as often as it is asked, oldest first
    mailbox.seen(visitor, [letter.id])     # once the browser has really shown it

To read does not take away: an answer that is lost on its way to the browser is given again with the
next look; only what the page confirms is not shown again. Synchronous: call from a worker thread.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, delete, func, select, update
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from assistant.glossary import Reply
from assistant.inbox.arrivals import DAY, Clock
from assistant.inbox.models import MailRow
from assistant.storage import Database
from assistant.storage.moments import SHANGHAI
from assistant.storage.replies import frozen, thawed

KEPT_DAYS = 35  # what was seen is kept so long, so that the same key is not shown anew
MOST = 50  # letters handed out at one look; the others follow with the next


@dataclass(frozen=True, slots=True)
class Letter:
    """留言: a reply that waits, and since when."""

    id: int
    reply: Reply
    left_at: datetime


class Mailbox:
    """信箱 of one channel."""

    def __init__(self, database: Database, channel: str, clock: Clock) -> None:
        self._database = database
        self._channel = channel
        self._clock = clock

    def leave(self, chat: str, reply: Reply, key: str = "") -> None:
        """Keep the reply for whoever looks there; one with a known key is there already."""
        row = {
            "channel": self._channel,
            "chat": chat,
            "key": key or None,
            "body": frozen(reply),
            "left_at": self._now(),
        }
        with self._database.write() as session:
            session.execute(insert(MailRow).values(row).on_conflict_do_nothing())

    def waiting(self, chat: str) -> list[Letter]:
        """What was left there and nobody has seen, oldest first."""
        rows = select(MailRow).where(*self._unseen(chat)).order_by(MailRow.id).limit(MOST)
        with self._database.read() as session:
            return [_letter(row) for row in session.scalars(rows)]

    def count(self, chat: str) -> int:
        """How many wait, for a badge."""
        with self._database.read() as session:
            rows = select(func.count()).select_from(MailRow).where(*self._unseen(chat))
            return session.scalar(rows) or 0

    def seen(self, chat: str, letters: Sequence[int]) -> None:
        """These were shown; another chat's are left alone."""
        with self._database.write() as session:
            shown = update(MailRow).where(*self._unseen(chat), MailRow.id.in_(letters))
            session.execute(shown.values(seen_at=self._now()))

    def forget(self, days: int = KEPT_DAYS) -> None:
        """Remove what was seen more than `days` ago; what nobody saw stays."""
        before = self._now() - days * DAY
        with self._database.write() as session:
            session.execute(delete(MailRow).where(MailRow.seen_at < before))

    def _unseen(self, chat: str) -> tuple[ColumnElement[bool], ...]:
        return MailRow.channel == self._channel, MailRow.chat == chat, MailRow.seen_at.is_(None)

    def _now(self) -> int:
        return int(self._clock().timestamp())


def copy(session: Session, owner: int) -> list[dict[str, object]]:
    """The reminders that lie there for a person: their keys begin with the person's number."""
    rows = session.scalars(select(MailRow).where(MailRow.key.startswith(f"{owner}|")))
    return [{"留言": row.body["text"], "已看": row.seen_at is not None} for row in rows]


def erase(session: Session, owner: int) -> int:
    """Remove them."""
    found = len(copy(session, owner))
    session.execute(delete(MailRow).where(MailRow.key.startswith(f"{owner}|")))
    return found


def _letter(row: MailRow) -> Letter:
    return Letter(row.id, thawed(row.body), datetime.fromtimestamp(row.left_at, SHANGHAI))
