"""The search index of large bases: tantivy in folders of its own, derived from the database.

From some 200,000 passages on it is many times faster than FTS5; the search is the same. A small
file names the folder that serves, how its words were cut and up to which change it is caught up. It
is replaced whole, so that a killed rebuild leaves the old index, and other processes notice the new
one.
"""

import fcntl
import json
import os
import shutil
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from knowledge.errors import IndexBusy
from knowledge.search import matching
from knowledge.search.large_engine import LargeEngine, document, schema, tantivy
from knowledge.search.pieces import pieces as pieces_of
from knowledge.search.seeking import Progress, Row, counted, seek, version_of
from knowledge.words import Cutter, fold

LARGE = 200_000  # passages from which this index is worth its second store
_HEAP = 128 * 2**20  # bytes that tantivy may fill before it writes a segment
_STANDING = "standing.json"


@dataclass(frozen=True, slots=True)
class Standing:
    """现状: the folder that serves, how its words were cut, and the last change it has seen."""

    folder: str = ""
    version: str = ""
    change: int = 0
    sizes: Mapping[str, int] = field(default_factory=dict)


class LargeIndex:
    """大库检索: the index in a folder. One process writes at a time; any number search."""

    def __init__(self, folder: Path, cutter: Cutter) -> None:
        tantivy()
        self._folder = folder
        self._cutter = cutter
        self._path = folder / _STANDING
        self._seen: tuple[Any, Standing, LargeEngine | None] = (None, Standing(), None)

    def search(
        self, text: str, k: int, letters: Collection[int] | None = None
    ) -> list[tuple[int, float]]:
        """The best passages for a question as (id, score), best first; of some letters only if
        given.
        """
        engine = self._look()[1]
        return seek(engine, self._cutter, text, k, letters) if engine else []

    @property
    def standing(self) -> Standing:
        """What serves at this moment."""
        return self._look()[0]

    @property
    def is_current(self) -> bool:
        """Whether the words of the index are cut as questions are now; if not, rebuild."""
        return self.standing.version in ("", version_of(self._cutter))

    def add(self, rows: Iterable[Row]) -> None:
        """Adds passages (id, text, letter) and makes them findable."""
        self.replace((), rows, self.standing.change)

    def remove(self, letter: int) -> None:
        """Takes a letter's passages out; the average size keeps what they added until a rebuild."""
        self.replace((letter,), (), self.standing.change)

    def replace(self, letters: Iterable[int], rows: Iterable[Row], change: int) -> None:
        """Takes letters out and adds passages, all at once; the index has then seen `change`.

        Raises IndexBusy while another process writes, as `rebuild` does.
        """
        with self._writing():
            standing = self.standing
            if not standing.folder:
                standing = Standing(self._new_folder(), version_of(self._cutter))
            sizes = self._write(standing, letters, rows)
            self._stand(replace(standing, sizes=sizes, change=change))

    def rebuild(
        self, rows: Iterable[Row], change: int = 0, progress: Progress = lambda done: None
    ) -> None:
        """Builds the index anew beside the old one, which serves until the new one takes its place."""
        with self._writing():
            self._clear_away()
            new = Standing(self._new_folder(), version_of(self._cutter), change)
            sizes = self._write(new, (), counted(rows, progress))
            self._stand(replace(new, sizes=sizes))
            self._clear_away()

    # -- writing ---------------------------------------------------------------------------------

    def _write(
        self, standing: Standing, letters: Iterable[int], rows: Iterable[Row]
    ) -> dict[str, int]:
        """Changes the folder in one commit; gives the sizes of what it holds then."""
        path = str(self._folder / standing.folder)
        writer = tantivy().Index(schema(), path=path).writer(heap_size=_HEAP, num_threads=1)
        sizes = Counter(standing.sizes)
        for letter in letters:
            writer.delete_documents_by_term("letter", letter)
        for passage, text, letter in rows:
            for piece in pieces_of(fold(text).text):
                writer.add_document(document(passage, piece, letter, self._cutter.words(piece)))
                sizes.update(characters=len(piece), questions=int(matching.asks(piece)))
        writer.commit()
        writer.wait_merging_threads()
        return dict(sizes)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """The right to write; the system takes it back from a process that ends, however it ends."""
        self._folder.mkdir(parents=True, exist_ok=True)
        with (self._folder / "writing.lock").open("a") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError as error:
                raise IndexBusy("另一个进程正在更新检索索引") from error
            yield

    def _new_folder(self) -> str:
        taken = [int(path.name) for path in self._folders()]
        name = str(max(taken, default=0) + 1)
        (self._folder / name).mkdir()
        return name

    def _clear_away(self) -> None:
        """Removes the folders that do not serve: an older index, or what a killed rebuild left."""
        for path in self._folders():
            if path.name != self.standing.folder:
                shutil.rmtree(path)

    def _folders(self) -> list[Path]:
        return [path for path in self._folder.iterdir() if path.name.isdecimal()]

    def _stand(self, standing: Standing) -> None:
        """Lets a folder serve, whole or not at all."""
        beside = self._path.with_suffix(".new")
        with beside.open("w", encoding="utf-8") as file:
            json.dump(asdict(standing), file)
            file.flush()
            os.fsync(file.fileno())
        os.replace(beside, self._path)

    # -- looking ---------------------------------------------------------------------------------

    def _look(self) -> tuple[Standing, LargeEngine | None]:
        """What serves now; opened anew where this or another process has changed it."""
        try:
            stat = self._path.stat()
        except FileNotFoundError:
            return Standing(), None
        stamp = stat.st_ino, stat.st_mtime_ns
        if stamp != self._seen[0]:
            standing = Standing(**json.loads(self._path.read_text(encoding="utf-8")))
            engine = LargeEngine(self._folder / standing.folder, standing.sizes)
            self._seen = stamp, standing, engine
        return self._seen[1:]
