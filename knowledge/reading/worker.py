"""The reading process: parses documents from outside where they can do no harm.

Usage: started by `knowledge.reading.desk`; takes orders on its input, answers on its output. It has
no network, may start no program, and is held to time and memory; when it dies, one file is refused.
"""

import os
import sys
from typing import Any, BinaryIO

from knowledge.errors import KnowledgeError
from knowledge.reading.frames import Message, failed, finished, packed, received
from knowledge.reading.limits import Limits
from knowledge.reading.parsing import parse

_CLONE_NEWUSER, _CLONE_NEWNET = 0x10000000, 0x40000000
_FORBIDDEN = frozenset(
    ["os.system", "os.exec", "os.fork", "os.forkpty", "os.posix_spawn", "os.spawn", "pty.spawn"]
    + ["os.startfile", "subprocess.Popen"]
)


def main() -> None:
    """Serves orders until the input ends."""
    orders, answers = _pipes()
    _leave_network()
    sys.addaudithook(_refuse)
    _tell(answers, {"ready": True})
    while (order := received(orders)) is not None:
        _tell(answers, _answer(order, orders, answers))


def _pipes() -> tuple[BinaryIO, BinaryIO]:
    """Input and output for frames; what a library prints goes nowhere."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    return sys.stdin.buffer, answers


def _leave_network() -> None:
    """A network of its own, without any interface, where the system permits it."""
    import ctypes

    unshare = getattr(ctypes.CDLL(None, use_errno=True), "unshare", None)
    if unshare is not None and unshare(_CLONE_NEWNET) != 0:
        unshare(_CLONE_NEWUSER | _CLONE_NEWNET)


def _refuse(event: str, _arguments: tuple[Any, ...]) -> None:
    """Audit hook: no sockets and no programs, whatever a document makes a library do."""
    if event in _FORBIDDEN or event.startswith("socket."):
        raise PermissionError(f"{event} is not for the reading process")


def _answer(order: Message, orders: BinaryIO, answers: BinaryIO) -> Message:
    content = orders.read(order["size"])
    limits = Limits(**order["limits"])
    _hold(limits.cpu_seconds, limits.memory_bytes)

    def before_ocr() -> None:
        """More time and memory, here and at the desk."""
        _hold(limits.ocr_seconds, limits.ocr_memory_bytes)
        _tell(answers, {"ocr": True})

    try:
        return finished(parse(order["name"], content, limits, before_ocr))
    except KnowledgeError as error:
        return failed(error)


def _tell(answers: BinaryIO, message: Message) -> None:
    answers.write(packed(message))
    answers.flush()


def _hold(seconds: int, memory: int) -> None:
    """Limits this process from here on; beyond the time the system ends it."""
    import resource
    import time

    used = int(time.process_time()) + 1
    _, most = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (used + seconds, most))
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (_address_space() + memory, most))


def _address_space() -> int:
    """Bytes of address space in use, or 0 where the system does not tell."""
    try:
        with open("/proc/self/statm", encoding="ascii") as pages:
            return int(pages.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return 0
