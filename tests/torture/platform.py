"""A chat platform of our own: a process that shows what it is sent and keeps its own log.

It cannot be killed with the sender, knows nothing of the sender's database, and is the judge's
only witness. With `dedupes` it drops a body it has seen before, as WeCom does on request.
"""

import json
import os
import time
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from multiprocessing import get_context
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Shown:
    """One message as the platform showed it: to whom, and its words."""

    chat: str
    text: str


class Platform:
    """The running platform: its port, its log."""

    def __init__(self, log: Path, *, dedupes: bool = False, pause: float = 0.0005) -> None:
        self.log = log
        log.touch()
        context = get_context("fork")
        self._count = context.Value("q", 0)
        ours, theirs = context.Pipe()
        self._process = context.Process(
            target=_serve, args=(log, dedupes, pause, self._count, theirs), daemon=True
        )
        self._process.start()
        self.port: int = ours.recv()

    def shown(self) -> list[Shown]:
        """Everything shown so far, in order."""
        return [Shown(**json.loads(line)) for line in self.log.read_text("utf-8").splitlines()]

    def count(self) -> int:
        """How many were shown: a cheap look at how far the sender is."""
        return int(self._count.value)

    def close(self) -> None:
        """Stop the process."""
        self._process.kill()
        self._process.join()


def _serve(log: Path, dedupes: bool, pause: float, count: Any, ready: Any) -> None:
    """Show, then answer, with a pause before each: a sender that dies in between does not know."""
    out = os.open(log, os.O_WRONLY | os.O_APPEND)
    seen: set[bytes] = set()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def do_POST(self) -> None:  # the name http.server calls
            length = int(self.headers["Content-Length"])
            body = self.rfile.read(length)
            if len(body) < length:  # the sender died over it: nothing to show
                return
            time.sleep(pause)
            if not (dedupes and body in seen):
                os.write(out, body + b"\n")
                seen.add(body)
                with count.get_lock():
                    count.value += 1
            time.sleep(pause)
            answer = b'{"ok": true}'
            self.send_response(200)
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, format: str, *args: Any) -> None:
            """Keep quiet."""

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, request: Any, client_address: Any) -> None:
            """A sender that was killed leaves a broken connection: that is the point."""

    server = Server(("127.0.0.1", 0), Handler)
    ready.send(server.server_address[1])
    server.serve_forever()
