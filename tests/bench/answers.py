"""The speed of one answer, in process: the questions to develop on, asked on one letter or among
thousands.

CPU time, which other programs on the machine hardly change. With a file every answer is written to
it, a line each, so that two versions of the program can be compared: `diff` says what changed.

Usage: python -m tests.bench.answers [LETTERS] [FILE]
"""

import json
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from assistant.commands.warming import warm
from assistant.dialogue import Dialogue
from assistant.glossary import Address, Message, Reply
from knowledge import Library
from tests.bench.letters import write_letters
from tests.conversations.exam_questions import SHIPPED_LETTER, Paper, made_up_papers, shipped_paper

SLOWEST = 10  # questions named
Answered = tuple[str, str, Reply, float]  # id, question, reply, seconds of CPU


def main(letters: int = 1, file: str = "") -> None:
    """Ask all, print the times, write the answers."""
    with tempfile.TemporaryDirectory() as folder:
        library = _library(Path(folder), letters)
        answered = list(_asked(library, [shipped_paper()]))
        if letters == 1:
            for at, paper in enumerate(made_up_papers()):
                alone = Library(Path(folder) / f"alone-{at}")
                assert paper.source
                alone.ingest(paper.source)
                answered += _asked(alone, [paper])
                alone.close()
        library.close()
    _print(letters, answered)
    if file:
        Path(file).write_text("\n".join(map(_line, answered)) + "\n", encoding="utf-8")


def _library(folder: Path, letters: int) -> Library:
    """The shipped letter, the newest among so many."""
    library = Library(folder / "data")
    if letters > 1:
        for _ in library.ingest_all(write_letters(folder / "letters", letters - 1)):
            pass
    library.ingest(SHIPPED_LETTER)
    return library


def _asked(library: Library, papers: Sequence[Paper]) -> Iterator[Answered]:
    dialogue = Dialogue(library)
    warm(library, dialogue)
    for item in (item for paper in papers for item in paper.items):
        for at, turn in enumerate(item.turns):
            message = Message(
                Address("bench", item.id, item.id), turn.question, datetime.fromisoformat(item.now)
            )
            began = time.process_time()
            reply = dialogue.reply_to(message)
            yield f"{item.id}.{at}", turn.question, reply, time.process_time() - began


def _print(letters: int, answered: Sequence[Answered]) -> None:
    times = sorted(seconds * 1000 for *_, seconds in answered)
    shares = (f"{name} {times[int(part * (len(times) - 1))]:.1f}" for name, part in _SHARES)
    print(f"{letters} letters, {len(times)} questions, ms of CPU: {', '.join(shares)}")
    for id, question, _, seconds in sorted(answered, key=lambda one: -one[3])[:SLOWEST]:
        print(f"{seconds * 1000:8.1f}  {id}  {question[:60]}")


_SHARES = (("p50", 0.5), ("p90", 0.9), ("p95", 0.95), ("p99", 0.99), ("most", 1.0))


def _line(answered: Answered) -> str:
    id, question, reply, _ = answered
    proofs = [(one.code, one.quote) for one in reply.citations]
    told = (id, question, reply.kind, reply.headline, reply.text, proofs)
    return json.dumps((*told, list(map(str, reply.suggestions))), ensure_ascii=False)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]), *sys.argv[2:3])
