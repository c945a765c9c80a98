"""How fast a heap of due reminders leaves over Telegram: the real channel against the strict fake.

The fake refuses (429) what goes beyond 30 a second in all and one a second in a chat.
Usage: python -m tests.torture.pace [--persons 500] [--each 20]
"""

import argparse
import asyncio
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from assistant.channels.telegram import Connection, TelegramChannel
from assistant.glossary import Message, Reply
from assistant.reminders import Reminders
from tests.fakes.telegram import TOKEN, TelegramFake
from tests.torture import bench

SLOWEST = 25  # messages a second that the issue wants at least


@dataclass(frozen=True, slots=True)
class Passed:
    """What the platform saw: messages shown, refusals, seconds from the first to the last."""

    shown: int
    refused: int
    seconds: float
    copies: int  # most of one message

    def __str__(self) -> str:
        """One line of the table."""
        return (
            f"{self.shown} shown in {self.seconds:.0f} s: {self.shown / self.seconds:.1f} a second, "
            f"{self.refused} refused (429), at most {self.copies} copy of one"
        )


def passed(persons: int, each: int) -> Passed:
    """Fill a database with due messages, send them all, and ask the platform."""
    context = get_context("fork")
    ours, theirs = context.Pipe()
    platform = context.Process(target=_platform, args=(theirs, persons), daemon=True)
    platform.start()
    url = ours.recv()
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(_sent(Path(folder), url, persons, each))
    ours.send("enough")
    shown, refused, seconds, copies = ours.recv()
    platform.join()
    return Passed(shown, refused, seconds, copies)


def _platform(pipe: Any, persons: int) -> None:
    """A process of its own, so that it takes no time from the sender."""
    asyncio.run(_served(pipe, persons))


async def _served(pipe: Any, persons: int) -> None:
    async with TelegramFake().serve() as fake:
        for account in bench.people(persons).values():
            fake.chat(int(account.addresses[0].chat))  # each has pressed Start
        pipe.send(fake.url)
        await asyncio.to_thread(pipe.recv)
        calls = [call for call in fake.calls if call.method == "sendMessage"]
        good = [call.at for call in calls if call.status == 200]
        copies = Counter(shown.text for shown in fake.shown)
        pipe.send((len(good), len(calls) - len(good), max(good) - min(good), max(copies.values())))


async def _sent(folder: Path, url: str, persons: int, each: int) -> None:
    database = bench.open_base(folder / "assistant.db")
    bench.fill(database, persons, each)
    reminders = bench.reminders_over(database, persons, each)
    channel = TelegramChannel(
        Connection(TOKEN, f"{url}/bot", f"{url}/file/bot"),
        _silent,
        database,
        reminders.delivery.ties.clock,
    )
    while not _is_empty(reminders):
        await reminders.delivery.empty(bench.CHANNEL, channel)
    await channel.close()
    database.close()


def _is_empty(reminders: Reminders) -> bool:
    counts = reminders.register.counts()
    return not counts.keys() & {"pending", "unknown", "sending"}


def _silent(message: Message) -> Reply:
    return Reply("help", "", "")


def main() -> int:
    """0 when they leave fast enough and none is refused more than one in a thousand times."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--persons", type=int, default=500)
    parser.add_argument("--each", type=int, default=20)
    asked = parser.parse_args()
    found = passed(asked.persons, asked.each)
    print(found)
    return (
        0 if found.shown / found.seconds >= SLOWEST and found.refused * 1000 <= found.shown else 1
    )


if __name__ == "__main__":
    sys.exit(main())
