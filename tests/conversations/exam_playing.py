"""Puts the questions to the assistant: through `bot.py ask --jsonl`, or to its dialogue in process.

What the replies are worth is the business of `exam_judging`.
"""

import contextlib
import json
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from assistant.glossary import Address, Message, Reply
from tests.conversations.exam_questions import Item, Turn

ROOT = Path(__file__).parents[2]
# seconds: a first reply may have to fill a new data folder
PATIENCE = 60.0

Ask = Callable[[str, str, str], dict[str, Any]]


@dataclass(frozen=True)
class Played:
    """An item with the reply to each turn and the seconds it took."""

    item: Item
    turns: tuple[tuple[Turn, dict[str, Any], float], ...]


def play(item: Item, ask: Ask, called: str = "") -> Played:
    """Ask all turns of one item in a session of its own; the first names the letter as `called`."""
    turns = []
    for number, turn in enumerate(item.turns):
        text = turn.question if number else called + turn.question
        began = time.perf_counter()
        reply = ask(f"exam-{item.id}", text, item.now)
        turns.append((turn, reply, time.perf_counter() - began))
    return Played(item, tuple(turns))


def in_process(reply_to: Callable[[Message], Reply]) -> Ask:
    """The dialogue itself, without the program around it: faster, for the tests."""

    def ask(session: str, text: str, now: str) -> dict[str, Any]:
        address = Address("exam", session, session)
        reply = reply_to(Message(address, text, datetime.fromisoformat(now)))
        citations = [{"section": one.section, "quote": one.quote} for one in reply.citations]
        return {
            "kind": reply.kind,
            "headline": reply.headline,
            "text": reply.text,
            "citations": citations,
        }

    return ask


def ingest(data: Path, letter: Path) -> None:
    """Store one letter in a data folder of its own."""
    command = [sys.executable, "bot.py", "--data", str(data), "ingest", str(letter)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120)
    if done.returncode:
        print(f"{letter.name} was not taken: {done.stderr.strip()[-300:]}", file=sys.stderr)


class AskProcess:
    """`bot.py --data … ask --jsonl`, started once; used with `with`."""

    def __init__(self, data: Path) -> None:
        self._command = [sys.executable, "bot.py", "--data", str(data), "ask", "--jsonl"]

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            self._command,
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
        )
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        assert self._process.stdin and self._process.stdout
        with contextlib.suppress(BrokenPipeError):  # it died; its replies are errors already
            self._process.stdin.close()
        self._process.wait(PATIENCE)
        self._process.stdout.close()

    def ask(self, session: str, text: str, now: str) -> dict[str, Any]:
        """One line in, one line out; a silent or dead process gives an `error`."""
        assert self._process.stdin and self._process.stdout
        message = {"session": session, "text": text, "now": now}
        watch = threading.Timer(PATIENCE, self._process.kill)
        watch.start()
        try:
            self._process.stdin.write(json.dumps(message, ensure_ascii=False) + "\n")
            self._process.stdin.flush()
            reply: dict[str, Any] = json.loads(self._process.stdout.readline())
        except (OSError, ValueError) as fault:
            return {"error": f"no reply: {fault}"}
        finally:
            watch.cancel()
        return reply
