"""Prints what came out of the exam: both halves, tables by kind and style, failures to mend."""

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from tests.conversations.exam_judging import Verdict
from tests.conversations.exam_playing import Played
from tests.conversations.exam_questions import HALVES, TO_DEVELOP

SHOWN_CHARS = 300


@dataclass(frozen=True)
class Result:
    """A played item with a verdict for each turn."""

    letter: str
    played: Played
    verdicts: tuple[Verdict, ...]

    @property
    def right(self) -> bool:
        """Are all its turns right?"""
        return all(verdict.right for verdict in self.verdicts)

    @property
    def confident_wrong(self) -> bool:
        """Is any of its turns wrong without a sign of doubt?"""
        return any(verdict.confident_wrong for verdict in self.verdicts)


def summary(results: Sequence[Result]) -> Iterator[str]:
    """The whole report on one group of letters, line by line."""
    yield from _halves(results)
    yield from _table("kind", results, lambda result: result.played.item.kind)
    yield from _table("style", results, lambda result: result.played.item.style)
    if len({result.letter for result in results}) > 1:
        yield from _table("letter", results, lambda result: result.letter)


def failures(results: Iterable[Result], halves: Sequence[str] = TO_DEVELOP) -> Iterator[str]:
    """Each wrong item of these halves with its replies and what was missed."""
    for result in results:
        item = result.played.item
        if result.right or item.half not in halves:
            continue
        mark = "  CONFIDENTLY WRONG" if result.confident_wrong else ""
        yield f"{result.letter} {item.id}  {item.kind}/{item.style}{mark}"
        for (turn, reply, _), verdict in zip(result.played.turns, result.verdicts, strict=True):
            text = " ".join(str(reply.get("text") or "").split())
            yield f"  {'ok ' if verdict.right else 'BAD'} Q: {turn.question}"
            yield f"      A[{reply.get('kind')}]: {text[:SHOWN_CHARS]}"
            if not verdict.right:
                yield f"      expected {turn.expect}; {verdict.why}"
        yield ""


def _halves(results: Sequence[Result]) -> Iterator[str]:
    heads = ("right", "confident", "headline", "section", "quotes", "median ms", "p99 ms")
    yield _padded("half", 14) + "    n" + "".join(f"{head:>11}" for head in heads)
    for name in (*HALVES, "both"):
        group = [r for r in results if name in (r.played.item.half, "both")]
        if group:
            yield _half_line(name, group)


def _half_line(name: str, group: Sequence[Result]) -> str:
    verdicts = [verdict for result in group for verdict in result.verdicts]
    seconds = sorted(took for result in group for _, _, took in result.played.turns)
    cells = (
        _share(result.right for result in group),
        _share(result.confident_wrong for result in group),
        _share(verdict.headline for verdict in verdicts),
        _share(verdict.cited for verdict in verdicts),
        _share(verdict.quoted for verdict in verdicts),
        f"{1000 * seconds[len(seconds) // 2]:.1f}",
        f"{1000 * seconds[min(len(seconds) - 1, len(seconds) * 99 // 100)]:.1f}",
    )
    return _padded(name, 14) + f"{len(group):>5}" + "".join(f"{cell:>11}" for cell in cells)


def _table(title: str, results: Sequence[Result], key: Callable[[Result], str]) -> Iterator[str]:
    groups: dict[str, list[Result]] = defaultdict(list)
    for result in results:
        groups[key(result)].append(result)
    heads = "".join(f"{half:>9}{'right':>8}{'conf.':>7}" for half in HALVES)
    yield ""
    yield _padded(title, 38) + heads
    for name in sorted(groups, key=lambda one: (-len(groups[one]), one)):
        cells = "".join(_cells(groups[name], half) for half in HALVES)
        yield _padded(name, 38) + cells


def _cells(group: Sequence[Result], half: str) -> str:
    part = [result for result in group if result.played.item.half == half]
    wrong = sum(result.confident_wrong for result in part)
    return f"{len(part):>9}{_share(result.right for result in part):>8}{wrong:>7}"


def _share(marks: Iterable[bool | None]) -> str:
    """The share of yes among those that apply: [True, None, False] -> 50.0 %."""
    counted = [mark for mark in marks if mark is not None]
    return f"{100 * sum(counted) / len(counted):.1f}%" if counted else "-"


def _padded(text: str, width: int) -> str:
    wide = sum(unicodedata.east_asian_width(char) in "WF" for char in text)
    return text + " " * max(1, width - len(text) - wide)
