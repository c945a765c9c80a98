"""Questions while thousands of letters are being ingested by another process.

Prints the letters a second, and the times of the answers by the clock, for between two questions
the library has to catch up with what has come in.

Usage: python -m tests.bench.busy [LETTERS] [QUESTIONS_A_SECOND]
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import datetime
from itertools import cycle
from pathlib import Path

from assistant.commands.warming import warm
from assistant.dialogue import Dialogue
from assistant.glossary import Address, Message
from assistant.storage import held
from knowledge import Library
from tests.bench.letters import write_letters
from tests.conversations.exam_questions import SHIPPED_LETTER, shipped_paper

HOUSE = Path(__file__).parents[2]
_SHARES = (("p50", 0.5), ("p95", 0.95), ("p99", 0.99), ("most", 1.0))


def main(letters: int = 3000, rate: float = 5.0) -> None:
    """Ingest so many letters, ask so often meanwhile, print the times."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_letters(folder / "letters", letters)
        library = Library(folder / "data")
        library.ingest(SHIPPED_LETTER)
        dialogue = Dialogue(library)
        warm(library, dialogue)
        began = time.monotonic()
        with held(folder / "data"):  # as one that serves: who ingests makes way
            times = sorted(_asked(dialogue, _ingest(folder), rate))
        seconds = time.monotonic() - began
        library.close()
    shares = (f"{name} {times[int(part * (len(times) - 1))]:.1f}" for name, part in _SHARES)
    print(f"{letters} letters in {seconds:.0f} s, {letters / seconds:.0f} a second with the start")
    print(f"{len(times)} questions meanwhile, ms by the clock: {', '.join(shares)}")


def _ingest(folder: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, str(HOUSE / "bot.py"), "--data", str(folder / "data")]
    return subprocess.Popen(
        [*command, "ingest", str(folder / "letters")],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def _asked(dialogue: Dialogue, ingesting: subprocess.Popen[bytes], rate: float) -> Iterator[float]:
    """The ms of each answer, one question after the other, until the letters are in."""
    for at, item in enumerate(cycle(shipped_paper().items)):
        if ingesting.poll() is not None:
            return
        address = Address("busy", f"{at}", f"{at}")
        message = Message(address, item.turns[0].question, datetime.fromisoformat(item.now))
        began = time.perf_counter()
        dialogue.reply_to(message)
        took = time.perf_counter() - began
        yield took * 1000
        time.sleep(max(0.0, 1 / rate - took))


if __name__ == "__main__":
    main(*[kind(word) for kind, word in zip((int, float), sys.argv[1:], strict=False)])
