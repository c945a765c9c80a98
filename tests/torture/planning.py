"""How long a tick takes over 100,000 live occurrences: while a heap is inserted, and when all is
there.

Usage: python -m tests.torture.planning [--persons 200] [--each 500] [--single]
"""

import argparse
import tempfile
import time
from datetime import timedelta
from pathlib import Path

from assistant.reminders.models import SubscriptionRow
from tests.torture import bench


def main() -> None:
    """Tick until nothing is left, and once more."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--persons", type=int, default=200)
    parser.add_argument("--each", type=int, default=500)
    parser.add_argument("--single", action="store_true", help="a message each instead of a digest")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        inserting, idle = timed(Path(folder), asked.persons, asked.each, digest=not asked.single)
    print(f"{asked.persons * asked.each} occurrences in {len(inserting)} ticks")
    print(f"inserting: at most {max(inserting):.2f} s of CPU a tick; nothing new: {idle:.2f} s")


def timed(folder: Path, persons: int, each: int, *, digest: bool) -> tuple[list[float], float]:
    """Seconds of CPU of each tick that inserted, and of one that found everything there."""
    database = bench.open_base(folder / "assistant.db")
    with database.write() as session:
        session.add_all(
            SubscriptionRow(
                owner=n, kind="all", value="", leads=[28, 0], hour=9, channel="", workdays=True,
                digest=digest, monday=False, since=bench.MORNING.date(),
            )
            for n in bench.people(persons)
        )  # fmt: skip
    early = bench.MORNING - timedelta(hours=1)
    reminders = bench.reminders_over(database, persons, each, start=early)
    seconds, left = [], 1
    while left:
        began = time.process_time()
        left = reminders.delivery.tick().left
        seconds.append(time.process_time() - began)
    began = time.process_time()
    reminders.delivery.tick()
    idle = time.process_time() - began
    database.close()
    return seconds, idle


if __name__ == "__main__":
    main()
