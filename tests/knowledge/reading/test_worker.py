"""The reading process, driven through its own pipe: no network, no programs."""

import subprocess
import sys

import pytest

from knowledge.reading.desk import program
from knowledge.reading.worker import _refuse

PROBE = """
import socket
try:
    socket.create_connection(("127.0.0.1", 9))
except PermissionError:
    print("refused")
"""


@pytest.mark.parametrize(
    "event",
    ["socket.connect", "socket.__new__", "os.system", "subprocess.Popen", "os.exec", "os.fork"],
)
def test_sockets_and_programs_are_refused(event: str) -> None:
    with pytest.raises(PermissionError, match="not for the reading process"):
        _refuse(event, ())


@pytest.mark.parametrize("event", ["open", "import", "os.listdir"])
def test_other_events_pass(event: str) -> None:
    _refuse(event, ())


def test_a_process_under_the_hook_gets_no_socket() -> None:
    hooked = "import sys\nfrom knowledge.reading.worker import _refuse\nsys.addaudithook(_refuse)\n"
    done = subprocess.run(
        [sys.executable, *program(hooked + PROBE)], capture_output=True, text=True, check=True
    )

    assert done.stdout == "refused\n"
