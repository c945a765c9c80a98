"""One process at a time serves a data folder: two senders over one SQLite file would send twice."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from assistant.errors import AssistantError

NAME = "serving.lock"


class AlreadyServed(AssistantError):
    """Another process serves this data folder."""


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Hold the data folder; the system lets go of it when the process ends, however it ends.

    Raises AlreadyServed where another process holds it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / NAME).open("a+") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            file.seek(0)
            other = file.read().strip() or "？"
            raise AlreadyServed(
                f"{folder} 正由另一个进程（{other}）使用；请先停下它，或用 --data 另指文件夹"
            ) from None
        file.truncate(0)
        file.write(str(os.getpid()))
        file.flush()
        yield


def is_held(folder: Path) -> bool:
    """Whether a process seems to serve this data folder; asking does not get in anybody's way."""
    try:
        os.kill(int((folder / NAME).read_text()), 0)
    except (FileNotFoundError, ValueError, ProcessLookupError):
        return False
    except PermissionError:  # it lives, and is somebody else's
        return True
    return True
