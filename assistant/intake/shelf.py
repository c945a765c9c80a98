"""The shelf of files that wait for a decision; they lie in the data folder and survive a restart.

A file waits in a folder of its own, named by a handle nobody can guess, under the name it came
with: the name tells a reader its kind and becomes the document's name.
"""

import re
import secrets
import shutil
import time
from pathlib import Path

DAY = 24 * 60 * 60
WAITS_DAYS = 7  # long enough for a colleague on leave; then the file is sent again
NAME_CHARACTERS = 80
_HANDLE = re.compile(r"[0-9a-f]{12}")
_UNFIT = re.compile(r"[\x00-\x1f\x7f/\\:*?\"<>|]+")


class Shelf:
    """待收架: files under handles."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, name: str, content: bytes) -> tuple[str, Path]:
        """Keep a file: its handle (12 hex digits) and where it lies."""
        handle = secrets.token_hex(6)
        path = self._folder / handle / fit_name(name)
        path.parent.mkdir(parents=True)
        path.write_bytes(content)
        return handle, path

    def find(self, handle: str) -> Path | None:
        """The file of a handle; None when it was decided upon or never was."""
        if not _HANDLE.fullmatch(handle):
            return None
        return next(iter((self._folder / handle).glob("*")), None)

    def drop(self, handle: str) -> None:
        """The file waits no longer."""
        if _HANDLE.fullmatch(handle):
            shutil.rmtree(self._folder / handle, ignore_errors=True)

    def tidy(self) -> None:
        """Drop what has waited too long."""
        before = time.time() - WAITS_DAYS * DAY
        for waiting in self._folder.glob("*"):
            if waiting.stat().st_mtime < before:
                self.drop(waiting.name)


def fit_name(name: str) -> str:
    """A name that is one file in one folder, whatever was sent.

    >>> fit_name("../../etc/第59号.docx")
    'etc_第59号.docx'
    """
    plain = _UNFIT.sub("_", name).lstrip("._") or "文件"
    return plain[-NAME_CHARACTERS:]
