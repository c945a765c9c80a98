"""Buttons whose platform carries only an id: the words stay here, bound to the chat."""

import secrets
from collections.abc import Sequence

from sqlalchemy import delete

from assistant.inbox.arrivals import DAY, Clock
from assistant.inbox.models import ButtonRow
from assistant.storage import Database

# A reminder's button is pressed weeks later; after that the deadline itself has passed.
VALID_DAYS = 180


class Buttons:
    """按钮 shown by one channel. Plain and synchronous: call it from a worker thread."""

    def __init__(self, database: Database, channel: str, clock: Clock) -> None:
        self._database = database
        self._channel = channel
        self._clock = clock

    def keep(self, chat: str, words: Sequence[str]) -> list[str]:
        """A random handle (22 characters) for each of the words, good in this chat only."""
        handles = [secrets.token_urlsafe(16) for _ in words]
        if not handles:
            return handles
        expires_at = self._now() + VALID_DAYS * DAY
        with self._database.write() as session:
            for handle, says in zip(handles, words, strict=True):
                session.add(
                    ButtonRow(
                        handle=handle,
                        channel=self._channel,
                        chat=chat,
                        says=says,
                        expires_at=expires_at,
                    )
                )
        return handles

    def words(self, handle: str, chat: str) -> str | None:
        """What the button says; None for a foreign, unknown or expired handle."""
        with self._database.read() as session:
            row = session.get(ButtonRow, handle)
            if row is None or (row.channel, row.chat) != (self._channel, chat):
                return None
            return row.says if row.expires_at > self._now() else None

    def forget(self) -> None:
        """Remove the expired ones."""
        with self._database.write() as session:
            session.execute(delete(ButtonRow).where(ButtonRow.expires_at <= self._now()))

    def _now(self) -> int:
        return int(self._clock().timestamp())
