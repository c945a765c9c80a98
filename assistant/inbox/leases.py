"""One leader a name: of several replicas over one database, one polls; another follows if it dies.

A platform that serves one poller only (Telegram's getUpdates, WeCom's long connection) knocks two
down in turns. The row says who leads and until when; whoever holds it renews it in good time.
"""

import asyncio
import contextlib
import logging
import socket
import time
from collections.abc import Awaitable, Callable

from sqlalchemy import delete
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.exc import SQLAlchemyError

from assistant.inbox.models import LeaseRow
from assistant.storage import Database

log = logging.getLogger(__name__)

LASTS = 30.0  # seconds; as long as nobody polls after a leader has died
RENEWALS = 3  # within that time


class Lease:
    """任期 of one name, as one replica sees it. Synchronous: call it from a worker thread."""

    def __init__(
        self,
        database: Database,
        name: str,
        clock: Callable[[], float] = time.time,
        lasts: float = LASTS,
        holder: str = "",
    ) -> None:
        """`holder` is the replica: this host by default, so that a restart leads on at once."""
        self._database = database
        self.name = name
        self._clock = clock
        self.lasts = lasts
        self._holder = holder or socket.gethostname()

    def take(self) -> bool:
        """Begin or go on to lead; False while another one does."""
        now = self._clock()
        mine = {"holder": self._holder, "until": now + self.lasts}
        row = insert(LeaseRow).values(name=self.name, **mine)
        free = (LeaseRow.holder == self._holder) | (LeaseRow.until <= now)
        taking = row.on_conflict_do_update(index_elements=["name"], set_=mine, where=free)
        with self._database.write() as session:
            holders = session.scalars(taking.returning(LeaseRow.holder)).all()
        return self._holder in holders

    def release(self) -> None:
        """Lead no more, so that another may at once."""
        mine = (LeaseRow.name == self.name, LeaseRow.holder == self._holder)
        with self._database.write() as session:
            session.execute(delete(LeaseRow).where(*mine))


async def lead(lease: Lease, work: Callable[[], Awaitable[None]]) -> None:
    """Do the work while leading, wait while another one leads; until cancelled or the work ends."""
    try:
        while not await _led(lease, work):
            log.warning("%s: another replica leads now", lease.name)
    finally:
        with contextlib.suppress(SQLAlchemyError):  # it ends by itself
            await asyncio.to_thread(lease.release)


async def _led(lease: Lease, work: Callable[[], Awaitable[None]]) -> bool:
    """One term: whether the work came to its end in it."""
    while not await _holds(lease, before=False):
        await asyncio.sleep(lease.lasts / RENEWALS)
    working = asyncio.ensure_future(work())
    keeping = asyncio.create_task(_keep(lease))
    try:
        await asyncio.wait({working, keeping}, return_when=asyncio.FIRST_COMPLETED)
        if working.done():
            working.result()
        return working.done()
    finally:
        for task in (working, keeping):
            task.cancel()
        await asyncio.gather(working, keeping, return_exceptions=True)


async def _keep(lease: Lease) -> None:
    """Renew until it cannot be."""
    while await _holds(lease, before=True):
        await asyncio.sleep(lease.lasts / RENEWALS)


async def _holds(lease: Lease, *, before: bool) -> bool:
    """Whether it leads; a database that fails (a full disk) lets nobody else lead either."""
    try:
        return await asyncio.to_thread(lease.take)
    except SQLAlchemyError as error:
        log.warning("%s: the lease could not be renewed: %s", lease.name, error)
        return before
