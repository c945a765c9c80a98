"""The real WeCom channel, killed at random, before a platform that honours the duplicate check.

The fake WeCom runs in a process of its own; it shows a body it has seen before once.
Usage: python -m tests.torture.wecom [--due 2000] [--kills 40] [--seed 1] [--forgetful]
"""

import argparse
import asyncio
import logging
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from assistant.channels.wecom import Connection, Options, WeComApp
from assistant.glossary import Message, Reply
from assistant.storage import Database
from tests.fakes.wecom import AES_KEY, AGENT, CORP, SECRET, TOKEN, WeComFake
from tests.torture import bench
from tests.torture.harness import Judgement, Send, torture
from tests.torture.platform import Shown

CHANNEL = "wecom"
EACH = 20  # commitments; every person gets one message for each
LOOK = 0.005  # seconds between two looks at how many were shown


@dataclass(frozen=True, slots=True)
class Judged:
    """What became of the reminders, and how many texts and cards were shown twice in all."""

    reminders: Judgement
    twice: int

    def __str__(self) -> str:
        """One line of the table."""
        return f"{self.reminders}; {self.twice} texts or cards shown twice"


class WeComPlatform:
    """The fake WeCom as the judge's witness."""

    def __init__(self, persons: int, *, honours: bool = True) -> None:
        """`honours` the duplicate check, or shows what comes again once more."""
        context = get_context("fork")
        self._count = context.Value("q", 0)
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(
            target=_platform, args=(persons, honours, self._count, theirs), daemon=True
        )
        self._process.start()
        self.port: int = self._pipe.recv()
        self.twice = 0

    def count(self) -> int:
        """How many were shown: a cheap look at how far the sender is."""
        return int(self._count.value)

    def shown(self) -> list[Shown]:
        """The texts in order; `twice` counts what was shown more than once, cards included."""
        self._pipe.send("shown")
        found: list[tuple[str, str, str, str]] = self._pipe.recv()
        self.twice = sum(copies - 1 for copies in Counter(found).values())
        return [Shown(user, text) for user, kind, text, _ in found if kind == "text"]

    def close(self) -> None:
        """Stop the process."""
        self._process.kill()
        self._process.join()


class Forgetful(WeComFake):
    """Shows the same body again: to see that the judge can see."""

    def is_repeat(self, body: dict[str, Any]) -> bool:
        """It never was."""
        return False


def _platform(persons: int, honours: bool, count: Any, pipe: Any) -> None:
    logging.disable(
        logging.CRITICAL
    )  # a killed sender leaves a broken connection: that is the point
    asyncio.run(_served(persons, honours, count, pipe))


async def _served(persons: int, honours: bool, count: Any, pipe: Any) -> None:
    made = WeComFake if honours else Forgetful
    async with made(person_per_minute=0).serve() as fake:
        for account in bench.people(persons, CHANNEL).values():
            fake.member(account.addresses[0].chat)
        pipe.send(int(fake.url.rsplit(":", 1)[1]))
        while True:
            count.value = sum(shown.kind == "text" for shown in fake.shown)
            if pipe.poll():
                pipe.recv()
                pipe.send([(one.user, one.kind, one.text, str(one.card)) for one in fake.shown])
            await asyncio.sleep(LOOK)


def sender(persons: int, each: int) -> Send:
    """The product's outbox and its WeCom channel."""

    def send(database: Database, port: int) -> None:
        asyncio.run(_sent(database, port, persons, each))

    return send


async def _sent(database: Database, port: int, persons: int, each: int) -> None:
    reminders = bench.reminders_over(database, persons, each, frozenset({CHANNEL}), channel=CHANNEL)
    connection = Connection(CORP, AGENT, SECRET, f"http://127.0.0.1:{port}/cgi-bin")
    options = Options(TOKEN, AES_KEY, limits=())
    clock = reminders.delivery.ties.clock
    channel = WeComApp(connection, options, _silent, database, clock)
    reminders.delivery.outbox.recover()
    while reminders.register.counts().keys() & {"pending", "unknown", "sending"}:
        await reminders.delivery.empty(CHANNEL, channel)
    await channel.close()


def _silent(message: Message) -> Reply:
    return Reply("help", "", "")


def judged(folder: Path, due: int, kills: int, seed: int = 1, *, honours: bool = True) -> Judged:
    """Kill it so often, then let it finish."""
    persons = due // EACH
    platform = WeComPlatform(persons, honours=honours)
    found = torture(
        folder, sender(persons, EACH), persons, EACH, kills,
        seed=seed, channel=CHANNEL, witness=platform,
    )  # fmt: skip
    return Judged(found, platform.twice)


def main() -> int:
    """0 when each was shown exactly once."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--due", type=int, default=2000)
    parser.add_argument("--kills", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--forgetful", action="store_true", help="a platform that shows repeats")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = judged(
            Path(folder), asked.due, asked.kills, asked.seed, honours=not asked.forgetful
        )
    print(found)
    of = found.reminders
    return 0 if (of.lost, of.told, of.silent, of.labelled, found.twice) == (0, 0, 0, 0, 0) else 1


if __name__ == "__main__":
    sys.exit(main())
