"""The exam: every question to the real program, and every letter read by it, judged, in two halves.

Usage: python -m tests.conversations.exam [--half develop|measure|both] [--letters FOLDER] [--kind K]
       [--style S] [--failures FILE]

`develop` is the half to mend answers on: its failures are listed. `measure` is only counted; its
failures stay out of sight (`--show-measured` shows them, and spends the half).
"""

import argparse
import sys
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from tests.conversations.exam_fields import misread, readings, table
from tests.conversations.exam_judging import BOILERPLATE, Judge, bare, hedging_share
from tests.conversations.exam_matching import Wordings
from tests.conversations.exam_playing import AskProcess, Played, ingest, play
from tests.conversations.exam_questions import (
    HALVES,
    TO_DEVELOP,
    Item,
    Paper,
    letter_papers,
    made_up_papers,
    shipped_paper,
)
from tests.conversations.exam_report import Result, failures, summary


def main(arguments: Sequence[str] | None = None) -> int:
    """Hold the exam; 0 whatever the marks, 1 when the program does not answer."""
    wanted = _arguments(arguments)
    halves = HALVES if wanted.half == "both" else (wanted.half,)
    others = letter_papers(wanted.letters, halves) if wanted.letters else []
    groups = {
        "letter 59": [shipped_paper(halves)],
        "the made-up letters": made_up_papers(halves),
        "the other letters": others,
    }
    shown = HALVES if wanted.show_measured else TO_DEVELOP
    reported: list[str] = []
    with tempfile.TemporaryDirectory(prefix="exam-") as work:
        for name, papers in groups.items():
            chosen = [_chosen(paper, wanted) for paper in papers if paper.source]
            if wanted.together and name != "letter 59":
                results = sit_together(chosen, Path(work) / name)
            else:
                results = [one for paper in chosen for one in sit(paper, Path(work))]
            if results:
                print(f"\n== {name} ==", *summary(results), sep="\n", flush=True)
            reported.extend(failures(results, shown))
        if not (wanted.kind or wanted.style):
            read = list(readings(wanted.letters, halves, Path(work) / "reading"))
            print("\n== what is read of the letters ==", *table(read), sep="\n", flush=True)
            reported.extend(misread(read, shown))
    _list(reported, wanted.failures)
    return 0


def sit(paper: Paper, work: Path) -> list[Result]:
    """Put all questions of one paper to a program with a data folder of its own."""
    if not paper.items or not paper.source:
        return []
    data = work / paper.letter
    if not paper.shipped:
        ingest(data, paper.source)
    with AskProcess(data) as process:
        # the first answer waits for the start of the program and is no part of the timing
        first = process.ask("warm-up", "你好", paper.items[0].now)
        if "error" in first:
            sys.exit(
                f"The program does not answer ({first['error']}): try `python bot.py ask 你好`"
            )
        played = [play(item, process.ask) for item in paper.items]
    return mark(paper, played)


def sit_together(papers: Sequence[Paper], data: Path) -> list[Result]:
    """The same with all letters in one data folder; each question says which letter it means."""
    for paper in papers:
        if paper.source:
            ingest(data, paper.source)
    with AskProcess(data) as process:
        return [
            result
            for paper in papers
            for result in mark(
                paper, [play(item, process.ask, paper.called) for item in paper.items]
            )
        ]


def mark(paper: Paper, played: Iterable[Played]) -> list[Result]:
    """Judge everything; when hedging turns out to be boilerplate, judge again without it."""
    played = list(played)
    text = bare(paper.source.read_bytes().decode("utf-8", "replace")) if paper.source else ""
    judge = Judge(Wordings(paper.macros), paper.section_names, text)
    results = [_marked(paper.letter, one, judge) for one in played]
    pairs = [
        (turn, verdict)
        for result in results
        for (turn, _, _), verdict in zip(result.played.turns, result.verdicts, strict=True)
    ]
    if hedging_share(pairs) > BOILERPLATE:
        strict = replace(judge, phrases_count=False)
        results = [_marked(paper.letter, one, strict) for one in played]
    return results


def _marked(letter: str, played: Played, judge: Judge) -> Result:
    verdicts = tuple(judge.judge(turn, reply) for turn, reply, _ in played.turns)
    return Result(letter, played, verdicts)


def _chosen(paper: Paper, wanted: argparse.Namespace) -> Paper:
    def fits(item: Item) -> bool:
        return wanted.kind in (None, item.kind) and wanted.style in (None, item.style)

    return replace(paper, items=tuple(filter(fits, paper.items)))


def _list(lines: Sequence[str], file: Path | None) -> None:
    if file:
        file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    elif lines:
        print("\n== failures ==", *lines, sep="\n")


def _arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="exam", description=__doc__)
    parser.add_argument("--letters", type=Path, help="folder with the texts of the other letters")
    parser.add_argument("--kind", help="only questions of this kind")
    parser.add_argument("--style", help="only questions of this style")
    parser.add_argument("--half", choices=(*HALVES, "both"), default="both", help="only this half")
    parser.add_argument("--together", action="store_true", help="all letters in one data folder")
    parser.add_argument("--failures", type=Path, help="write the failures here instead")
    parser.add_argument("--show-measured", action="store_true", help="failures of both halves")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
