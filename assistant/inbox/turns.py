"""When something went to whom, where the platform drops in silence what is too much.

WeCom counts on while we are started anew: without this record a burst, a crash and another burst
would together pass its limit, and the rest would be lost without a word.
"""

import logging
import time
from collections.abc import Callable

from sqlalchemy import delete, select
from sqlalchemy.exc import SQLAlchemyError

from assistant.inbox.models import TurnRow
from assistant.storage import Database

log = logging.getLogger(__name__)


class Turns:
    """发送时刻 of one channel, kept for `seconds`. Synchronous: call it from a worker thread."""

    def __init__(
        self,
        database: Database,
        channel: str,
        seconds: float,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._database = database
        self._channel = channel
        self._seconds = seconds
        self._clock = clock

    def ages(self, receiver: str) -> list[float]:
        """How many seconds ago each was, the oldest first; none is later than now."""
        now = self._clock()
        rows = select(TurnRow.at).where(
            TurnRow.channel == self._channel,
            TurnRow.receiver == receiver,
            TurnRow.at > now - self._seconds,
        )
        with self._database.read() as session:
            return sorted((max(0.0, now - at) for at in session.scalars(rows)), reverse=True)

    def note(self, receiver: str) -> None:
        """One goes out now; a database that fails (a full disk) must not silence the channel."""
        now = self._clock()
        row = TurnRow(channel=self._channel, receiver=receiver, at=now)
        past = delete(TurnRow).where(
            TurnRow.channel == self._channel, TurnRow.at <= now - self._seconds
        )
        try:
            with self._database.write() as session:
                session.execute(past)
                session.add(row)
        except SQLAlchemyError as error:
            log.warning("%s: a turn could not be noted: %s", self._channel, type(error).__name__)
