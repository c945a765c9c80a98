"""Buttons whose platform carries only an id: the words stay here, bound to the chat."""

import base64
import hashlib
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

    def keep(self, chat: str, words: Sequence[str], key: str = "") -> list[str]:
        """A handle (22 characters) for each of the words, good in this chat only: random, or always
        the same for a `key`, so that a delivery tried again is the same to the byte.
        """
        places = range(len(words))
        handles = [self._derived(chat, key, n) if key else _random() for n in places]
        if not handles:
            return handles
        expires_at = self._now() + VALID_DAYS * DAY
        with self._database.write() as session:
            for handle, says in zip(handles, words, strict=True):
                session.merge(
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

    def _derived(self, chat: str, key: str, place: int) -> str:
        """Guessing it gains nothing: a handle is good only for whoever is shown it."""
        named = "\n".join((self._channel, chat, key, str(place)))
        return base64.urlsafe_b64encode(hashlib.sha256(named.encode()).digest()[:16]).decode()[:22]

    def _now(self) -> int:
        return int(self._clock().timestamp())


def _random() -> str:
    return secrets.token_urlsafe(16)
