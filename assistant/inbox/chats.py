"""What a platform said of a chat: that it cannot be reached any more, or has a new id."""

from dataclasses import dataclass

from sqlalchemy import update

from assistant.inbox.arrivals import Clock
from assistant.inbox.models import ButtonRow, ChatRow
from assistant.storage import Database


@dataclass(frozen=True, slots=True)
class Known:
    """The id a chat has now, and why it cannot be reached; `gone` is empty when it can."""

    chat: str
    gone: str


class Chats:
    """会话 of one channel that need remembering. Synchronous: call it from a worker thread."""

    def __init__(self, database: Database, channel: str, clock: Clock) -> None:
        self._database = database
        self._channel = channel
        self._clock = clock

    def known(self, chat: str) -> Known:
        """Where the chat is now, and whether anybody is there."""
        with self._database.read() as session:
            row = session.get(ChatRow, (self._channel, chat))
            if row is not None and row.moved_to:
                chat = row.moved_to
                row = session.get(ChatRow, (self._channel, chat))
            return Known(chat, row.gone if row else "")

    def mark_gone(self, chat: str, reason: str) -> None:
        """Nobody is there any more, until `revive`."""
        self._note(chat, gone=reason)

    def revive(self, chat: str) -> bool:
        """The chat spoke: it is reachable. Says whether it was gone before."""
        if not self.known(chat).gone:
            return False  # the usual case must not cost a write
        self._note(chat, gone="")
        return True

    def move(self, old: str, new: str) -> None:
        """The chat has a new id; its buttons go along."""
        self._note(old, moved_to=new)
        mine = (ButtonRow.channel == self._channel, ButtonRow.chat == old)
        with self._database.write() as session:
            session.execute(update(ButtonRow).where(*mine).values(chat=new))

    def _note(self, chat: str, **values: str) -> None:
        with self._database.write() as session:
            row = session.get(ChatRow, (self._channel, chat))
            if row is None:
                row = ChatRow(channel=self._channel, chat=chat, gone="", moved_to="")
                session.add(row)
            for name, value in values.items():
                setattr(row, name, value)
            row.noted_at = int(self._clock().timestamp())
