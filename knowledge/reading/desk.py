"""Where files are handed in: plain text is read here, everything else by a reading process.

One `Reader` keeps one process for many files and starts another when it dies. The content goes
through a pipe piece by piece, so that a hostile file costs the program no memory.
"""

import io
import json
import os
import select
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from types import TracebackType
from typing import IO, BinaryIO, Self

from knowledge.errors import KnowledgeError, LimitExceeded, UnreadableFile
from knowledge.glossary import Document
from knowledge.reading.encoding import decode
from knowledge.reading.frames import LENGTH, LONGEST, Message, document_of, order, packed
from knowledge.reading.kinds import HEAD, looks_like_html, magic
from knowledge.reading.limits import Limits
from knowledge.reading.plain import read_plain
from knowledge.reading.separated import looks_separated, read_separated

_PIECE = 64 * 1024
_START_SECONDS = 30  # for the process to start, on a busy machine
_FILES_EACH = 200  # files one process reads before a fresh one takes over
_KEPT = ("PATH", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "VIRTUAL_ENV", "SYSTEMROOT", "TMPDIR")
_ROOM = Path(__file__).parents[1]
# The reading process enters this room only: the front door of `knowledge` would load the database
# and the dictionaries, a second and 100 MB that no parser needs.
_ENTRANCE = """
import sys, types
room = types.ModuleType("knowledge")
room.__path__ = [sys.argv[1]]
sys.modules["knowledge"] = room
"""
_WORK = "from knowledge.reading.worker import main\nmain()\n"


class Reader:
    """Reads files one after the other; several threads may share it, each waits for its turn."""

    def __init__(self, limits: Limits | None = None) -> None:
        self.limits = limits or Limits()
        self._process: subprocess.Popen[bytes] | None = None
        self._served = 0
        self._turn = threading.Lock()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def process_id(self) -> int | None:
        """The reading process at the moment, if one was needed yet."""
        return self._process.pid if self._process is not None else None

    def close(self) -> None:
        """Ends the reading process; the next file starts another."""
        process, self._process, self._served = self._process, None, 0
        if process is not None:
            process.kill()
            process.wait()
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    _close(pipe)

    def read(self, path: Path) -> Document:
        """The document of a file. Raises UnreadableFile, LimitExceeded or MissingComponent."""
        try:
            with path.open("rb") as file:
                return self._read(path.name, file, os.fstat(file.fileno()).st_size)
        except IsADirectoryError as error:
            raise UnreadableFile("这是文件夹，不是文件") from error
        except FileNotFoundError as error:
            raise UnreadableFile("文件不存在") from error
        except PermissionError as error:
            raise UnreadableFile("没有读取这个文件的权限") from error
        except OSError as error:
            raise UnreadableFile(f"文件读不出来（{error.strerror}）") from error

    def read_bytes(self, name: str, content: bytes) -> Document:
        """The document of a content that came another way, such as an upload."""
        return self._read(name, io.BytesIO(content), len(content))

    def _read(self, name: str, file: BinaryIO, size: int) -> Document:
        if size == 0:
            raise UnreadableFile("文件是空的")
        if size > self.limits.file_bytes:
            limit = self.limits.file_bytes / 1024 / 1024
            raise LimitExceeded(f"文件大小超过 {limit:g} MB，不予读取")
        head = file.read(HEAD)
        file.seek(0)
        if magic(head) is None and (document := self._plain(name, file.read(size))):
            return document
        file.seek(0)
        with self._turn:
            return self._ask(name, file, size)

    def _plain(self, name: str, content: bytes) -> Document | None:
        """The document of a text or of separated values; None for html."""
        if len(content) > 4 * self.limits.characters:
            raise LimitExceeded(f"文字超过 {self.limits.characters:,} 字，不予读取")
        text = decode(content)
        if looks_like_html(text):
            return None
        if looks_separated(name, text):
            return read_separated(name, content, text, self.limits)
        return read_plain(name, content, text, self.limits)

    def _ask(self, name: str, file: BinaryIO, size: int) -> Document:
        process = self._ready()
        try:
            deadline = time.monotonic() + self.limits.wall_seconds
            _send(process, packed(order(name, size, self.limits)), file)
            message = self._answer(process, deadline)
        except (BrokenPipeError, EOFError) as error:
            raise self._death() from error
        except TimeoutError as error:
            self.close()
            raise LimitExceeded("解析文件用时过长，不予读取") from error
        return document_of(message, name)

    def _answer(self, process: subprocess.Popen[bytes], deadline: float) -> Message:
        while True:
            size = LENGTH.unpack(_received(process, LENGTH.size, deadline))[0]
            if size > LONGEST:
                raise EOFError
            message = _message(_received(process, size, deadline))
            if "ocr" not in message:
                return message
            self._served = _FILES_EACH  # the models take 1 GB: not for the next file
            deadline = time.monotonic() + self.limits.ocr_seconds

    def _ready(self) -> subprocess.Popen[bytes]:
        """A living process; a fresh one after many files, so that no leak grows."""
        self._served += 1
        if self._process is not None and (
            self._process.poll() is not None or self._served > _FILES_EACH
        ):
            self.close()
        if self._process is None:
            self._process = _started()
            try:
                self._answer(self._process, time.monotonic() + _START_SECONDS)
            except (TimeoutError, EOFError) as error:
                self.close()
                raise UnreadableFile("文件读取进程启动失败，请稍后再试") from error
        return self._process

    def _death(self) -> KnowledgeError:
        """What to say when the process died over a file: the system ended it for time or memory."""
        self.close()
        return LimitExceeded("解析文件耗费的时间或内存超过限制，不予读取")


def read_all(
    paths: Iterable[Path], limits: Limits | None = None, readers: int = 2
) -> Iterator[tuple[Path, Document | KnowledgeError]]:
    """Reads many files, in their order, some ahead of the caller; a bad file gives its error."""
    own = threading.local()
    opened: list[Reader] = []

    def take() -> None:
        own.reader = Reader(limits)
        opened.append(own.reader)

    def read_one(path: Path) -> Document | KnowledgeError:
        try:
            document: Document = own.reader.read(path)
        except KnowledgeError as error:
            return error
        return document

    pool = ThreadPoolExecutor(readers, initializer=take)
    waiting: deque[tuple[Path, Future[Document | KnowledgeError]]] = deque()
    try:
        for path in paths:
            waiting.append((path, pool.submit(read_one, path)))
            if len(waiting) > 4 * readers:
                first, future = waiting.popleft()
                yield first, future.result()
        for first, future in waiting:
            yield first, future.result()
    finally:
        pool.shutdown(cancel_futures=True)
        for reader in opened:
            reader.close()


def _message(body: bytes) -> Message:
    """A message as sent; EOFError if it is none: then the process is no longer itself."""
    try:
        message: Message = json.loads(body)
    except ValueError as error:
        raise EOFError from error
    return message


def program(lines: str) -> list[str]:
    """The arguments that make Python run these lines in this room only."""
    return ["-c", _ENTRANCE + lines, str(_ROOM)]


def _started() -> subprocess.Popen[bytes]:
    """A reading process. It inherits no secrets: only the few variables it needs."""
    return subprocess.Popen(
        [sys.executable, *program(_WORK)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=_ROOM.parent,
        env={name: os.environ[name] for name in _KEPT if name in os.environ},
        start_new_session=True,
    )


def _send(process: subprocess.Popen[bytes], head: bytes, file: BinaryIO) -> None:
    assert process.stdin is not None
    process.stdin.write(head)
    while piece := file.read(_PIECE):
        process.stdin.write(piece)
    process.stdin.flush()


def _received(process: subprocess.Popen[bytes], size: int, deadline: float) -> bytes:
    """So many bytes of an answer; TimeoutError after the deadline, EOFError if the process died."""
    assert process.stdout is not None
    pipe, pieces = process.stdout.fileno(), []
    while size:
        ready, _, _ = select.select([pipe], [], [], max(0, deadline - time.monotonic()))
        if not ready:
            raise TimeoutError
        piece = os.read(pipe, min(size, _PIECE))
        if not piece:
            raise EOFError
        pieces.append(piece)
        size -= len(piece)
    return b"".join(pieces)


def _close(pipe: IO[bytes]) -> None:
    """Closes a pipe whose other end may be gone."""
    try:
        pipe.close()
    except BrokenPipeError:
        return
