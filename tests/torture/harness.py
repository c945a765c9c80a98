"""Kill -9 at random points, again and again; then judge by the platform's log alone."""

import os
import random
import re
import signal
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from sqlalchemy import select, text

from assistant.reminders.models import DeliveryRow
from assistant.storage import Database
from tests.torture import bench
from tests.torture.platform import Platform, Shown

REFERENCE = re.compile(r"编号 R([0-9]+)")
LABEL = "重发"

Send = Callable[[Database, int], None]


@dataclass(frozen=True, slots=True)
class Judgement:
    """What became of the reminders, as the platform saw it."""

    due: int
    kills: int
    lost: int  # shown to nobody, and no person is told to look
    told: int  # shown to nobody, but on the list a person looks through
    silent: int  # copies beyond the first without the label
    labelled: int
    most: int  # copies of one reminder
    sound: bool  # PRAGMA integrity_check

    def __str__(self) -> str:
        """One line of the table."""
        return (
            f"{self.due} due, {self.kills} kills: {self.lost} lost, {self.told} for review, "
            f"{self.silent} silent repeats, {self.labelled} labelled, at most {self.most} copies, "
            f"integrity {'ok' if self.sound else 'BROKEN'}"
        )


class Witness(Protocol):
    """证人: a platform in a process of its own, which alone says what was shown."""

    port: int

    def count(self) -> int:
        """How many were shown: a cheap look at how far the sender is."""

    def shown(self) -> list[Shown]:
        """Everything shown so far, in order."""

    def close(self) -> None:
        """Stop it."""


def product(persons: int, each: int, dedupes: bool = False) -> Send:
    """The sender under test."""

    def send(database: Database, port: int) -> None:
        channels = frozenset({bench.CHANNEL}) if dedupes else frozenset[str]()
        bench.send_all(bench.reminders_over(database, persons, each, channels), port)

    return send


def marking(first: bool, persons: int, each: int) -> Send:
    """A wrong sender, to show that the judge sees."""

    def send(database: Database, port: int) -> None:
        reminders = bench.reminders_over(database, persons, each)
        wrong = bench.send_marking_before if first else bench.send_marking_after
        wrong(database, reminders, port)

    return send


def torture(
    folder: Path,
    send: Send,
    persons: int,
    each: int,
    kills: int,
    *,
    dedupes: bool = False,
    seed: int = 1,
    pause: float = 0.0005,
    channel: str = bench.CHANNEL,
    witness: Witness | None = None,
) -> Judgement:
    """Run the sender `kills` times with a sudden end, then once in peace, and judge."""
    path = folder / "assistant.db"
    database = bench.open_base(path)
    bench.fill(database, persons, each, channel)
    database.close()
    platform = witness or Platform(folder / "shown.jsonl", dedupes=dedupes, pause=pause)
    try:
        chance = random.Random(seed)
        for _ in range(kills):
            _killed(path, send, platform, chance, persons * each / kills)
        _child(path, send, platform.port).wait()
        return _judge(path, platform, persons * each, kills)
    finally:
        platform.close()


@dataclass(frozen=True, slots=True)
class Child:
    """A forked sender."""

    pid: int

    def wait(self) -> int:
        """Its exit code, once it is done."""
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])

    def kill(self) -> None:
        """Without warning."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)


def _child(path: Path, send: Send, port: int) -> Child:
    """A real process of its own, with connections of its own."""
    pid = os.fork()
    if pid:
        return Child(pid)
    code = 1
    try:
        send(bench.open_base(path), port)
        code = 0
    finally:
        os._exit(code)


def _killed(path: Path, send: Send, platform: Witness, chance: random.Random, share: float) -> None:
    """Start a sender and kill it after some messages, at any point of the next one."""
    before, wanted = platform.count(), chance.uniform(0.2, 1.7) * share
    child, patience = _child(path, send, platform.port), time.monotonic() + 20
    while platform.count() - before < wanted and time.monotonic() < patience:
        if os.waitpid(child.pid, os.WNOHANG)[0]:
            return  # nothing was left to send
        time.sleep(0.002)
    time.sleep(chance.uniform(0, 0.012))
    child.kill()


def _judge(path: Path, platform: Witness, due: int, kills: int) -> Judgement:
    copies: dict[str, list[str]] = {}
    for shown in platform.shown():
        found = REFERENCE.search(shown.text)
        assert found, shown
        copies.setdefault(found[1], []).append(shown.text)
    states = _states(path)
    absent = [number for number in states if str(number) not in copies]
    told = sum(states[number] == "review" for number in absent)
    counts = Counter(len(texts) for texts in copies.values())
    return Judgement(
        due,
        kills,
        len(absent) - told + (due - len(states)),
        told,
        sum(LABEL not in text for texts in copies.values() for text in texts[1:]),
        sum(LABEL in text for texts in copies.values() for text in texts),
        max(counts, default=0),
        _sound(path),
    )


def _states(path: Path) -> dict[int, str]:
    database = bench.open_base(path)
    with database.read() as session:
        rows = session.scalars(select(DeliveryRow)).all()
    database.close()
    return {row.id: row.state for row in rows}


def _sound(path: Path) -> bool:
    database = bench.open_base(path)
    with database.read() as session:
        verdict = session.execute(text("PRAGMA integrity_check")).scalar_one()
    database.close()
    return bool(verdict == "ok")
