"""Finding: which index answers a search: the one in the database, or tantivy's beside it.

The database's own index changes with the letters and is always right. From some 200,000 passages on
tantivy's, derived from it, answers in its place while it has seen every change; while it has not,
or where tantivy is not installed, the database's answers, and a thread catches up.
"""

import logging
from collections.abc import Callable, Collection, Iterator
from functools import cached_property
from pathlib import Path
from threading import Lock, Thread
from typing import Any

from sqlalchemy.orm import Session

from knowledge.errors import IndexBusy, MissingComponent
from knowledge.search import LargeIndex, SearchIndex
from knowledge.search.seeking import Row
from knowledge.store import Database, changes, loading
from knowledge.words import Cutter

Progress = Callable[[int, int], None]  # passages done, passages in all
_MANY = 5_000  # changed letters from which a rebuild is no dearer
_COLUMNS = 80  # characters before a table that may name its columns
_log = logging.getLogger(__name__)


class Finder:
    """查找: one for a library; threads may share it. `large_from` counts passages."""

    def __init__(
        self, database: Database, folder: Path, cutter: Callable[[], Cutter], large_from: int
    ) -> None:
        self._database = database
        self._folder = folder
        self._cutter = cutter
        self._large_from = large_from
        self._catching_up: Thread | None = None
        self._lock = Lock()

    def index(self, session: Session) -> SearchIndex:
        """The index inside the database; it changes in the session's transaction."""
        raw: Any = session.connection().connection.dbapi_connection
        return SearchIndex(raw, self._cutter())

    def search(
        self, session: Session, text: str, k: int, letters: Collection[int] | None = None
    ) -> list[tuple[int, float]]:
        """The quotes that fit the words best as (id, score), best first; of some letters only if
        given.
        """
        index = self.index(session)
        if index.size >= self._large_from and self._large:
            if self._large.standing.change == changes.last(session):
                return self._large.search(text, k, letters)
            self._catch_up_beside()
        return index.search(text, k, letters)

    def refresh(self, progress: Progress = lambda done, total: None) -> None:
        """Build anew what a new dictionary cuts otherwise, and catch up; the old serves meanwhile."""
        with self._database.read() as reading:
            index = self.index(reading)
            stale = not index.is_current
            size = index.size
        if stale:
            with self._database.write() as writing:
                self.index(writing).rebuild(_rows(writing), lambda done: progress(done, size))
        if size >= self._large_from and self._large:
            self._catch_up(progress)

    def close(self) -> None:
        """Wait for what is being caught up."""
        if self._catching_up:
            self._catching_up.join()

    # -- the large index -----------------------------------------------------------------------

    @cached_property
    def _large(self) -> LargeIndex | None:
        """tantivy's index, where it is installed."""
        try:
            return LargeIndex(self._folder, self._cutter())
        except MissingComponent as missing:
            _log.warning("%s", missing)
            return None

    def _catch_up_beside(self) -> None:
        """Catch up in a thread, unless one is at it."""
        with self._lock:
            if self._catching_up is None or not self._catching_up.is_alive():
                self._catching_up = Thread(target=self._try_to_catch_up, daemon=True)
                self._catching_up.start()

    def _try_to_catch_up(self) -> None:
        try:
            self._catch_up(lambda done, total: None)
        except IndexBusy:
            _log.info("another process is catching up")

    def _catch_up(self, progress: Progress) -> None:
        """Bring tantivy's index to the last change: letter by letter, or all anew."""
        large = self._large
        assert large, "asked for only where tantivy is installed"
        with self._database.read() as reading:
            seen, last = large.standing.change, changes.last(reading)
            changed = changes.since(reading, seen)
            older = last < seen  # a backup was put in place
            if older or not large.standing.folder or not large.is_current or len(changed) > _MANY:
                size = self.index(reading).size
                large.rebuild(_rows(reading), last, lambda done: progress(done, size))
            elif changed:
                large.replace(changed, _rows(reading, changed), last)


def rows_of(session: Session, letter_id: int) -> Iterator[Row]:
    """What the index holds of a letter: each quote under what explains it.

    That is its headings and, for a row of a table, the names of the columns: what stands between
    the text before and the first row, which no quote holds.
    """
    words = loading.text(session, letter_id)
    end, columns = 0, ""
    for quote in loading.quotes_of(session, letter_id):
        if quote.span.start >= end:  # no part of the quote before
            between = " ".join(words[end : quote.span.start].split())
            columns = (between[-_COLUMNS:] or columns) if "\t" in quote.text else ""
        yield quote.id, "\n".join(filter(None, (*quote.headings, columns, quote.text))), letter_id
        end = max(end, quote.span.end)


def _rows(session: Session, letters: Collection[int] | None = None) -> Iterator[Row]:
    """What the index holds of the letters that answer."""
    for head in loading.heads(session, letters):
        if head.superseded_by is None:
            yield from rows_of(session, head.id)
