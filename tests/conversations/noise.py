"""Noise on purpose: right questions as people mistype them, and what the answers become.

Usage: python -m tests.conversations.noise [--limit N]

The property: under noise an answer keeps its value or turns into "not in the letter" or a question
back; it never becomes another value. The changes themselves are in `noise_changes`; `noise_damage`
tells a damaged question from a sound one of another meaning, which may have another value and is
only counted apart.
"""

import argparse
import random
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.conversations.exam_judging import ASKING_KINDS, SILENT_KINDS, TALKING_KINDS, Judge
from tests.conversations.exam_matching import Wordings, normalize
from tests.conversations.exam_playing import Ask, AskProcess
from tests.conversations.exam_questions import Item, Paper, shipped_paper
from tests.conversations.noise_changes import CHANGES
from tests.conversations.noise_damage import is_damage

# kinds whose questions have one value; a yes or a no is no value that could be compared
VALUED = frozenset({"figure", "list", "who", "when", "computed", "contact", "metadata"})
CLEAN_STYLES = frozenset({"plain", "keyword", "abbrev", "synonym", "colloquial"})
# the same change strikes other places of a question
TRIES = 4
NUMBER = re.compile(r"\d+(?:\.\d+)?")
HUMBLE = SILENT_KINDS | ASKING_KINDS | TALKING_KINDS


@dataclass(frozen=True)
class Variant:
    """A right question, changed."""

    item: Item
    change: str
    text: str


@dataclass(frozen=True)
class Outcome:
    """What became of the answer: `kept`, `humble`, or `other`, which must not be of a damaged
    question.
    """

    variant: Variant
    state: str
    before: str
    after: str

    @property
    def damaged(self) -> bool:
        """Is it the same question, damaged?"""
        clean = self.variant.item.turns[0].question
        return is_damage(clean, self.variant.text, self.variant.change)


def clean_items(paper: Paper) -> list[Item]:
    """The questions that noise is put on: one turn, one value, cleanly typed."""
    return [
        item
        for item in paper.items
        if item.kind in VALUED and item.style in CLEAN_STYLES and item.turns[0].answerable
    ]


def variants(items: Iterable[Item], names: Sequence[str]) -> Iterator[Variant]:
    """Every change at several places of every question; the same in every run, none twice."""
    for item in items:
        question = item.turns[0].question
        seen = {question}
        for change, alter in CHANGES.items():
            for attempt in range(TRIES):
                text = alter(question, random.Random(f"{item.id} {change} {attempt}"), names)
                if text not in seen:
                    seen.add(text)
                    yield Variant(item, change, text)


def names_in(paper: Paper) -> list[str]:
    """What the right answers call by name: the words that people would type in pinyin."""
    groups = (group for item in paper.items for turn in item.turns for group in turn.must)
    words = {word for group in groups for word in group}
    return sorted(word for word in words if re.fullmatch(r"[一-鿿]{3,6}", word))


def outcomes(paper: Paper, ask: Ask, limit: int | None = None) -> Iterator[Outcome]:
    """Ask each question clean and, where the answer is right, each of its variants."""
    judge = Judge(Wordings(paper.macros), {}, "")
    rows = list(variants(clean_items(paper), names_in(paper)))
    if limit:
        rows = random.Random(limit).sample(rows, min(limit, len(rows)))
    clean: dict[str, dict[str, Any]] = {}
    for number, row in enumerate(rows):
        item = row.item
        turn = item.turns[0]
        if item.id not in clean:
            clean[item.id] = ask(f"clean-{item.id}", turn.question, item.now)
        before = clean[item.id]
        if not judge.judge(turn, before).right or before.get("kind") in HUMBLE:
            continue
        after = ask(f"noise-{number}", row.text, item.now)
        # a headline may say less, it must say nothing else
        kept = judge.judge(turn, after).right and values(after, item) <= values(before, item)
        humble = after.get("kind") in HUMBLE or _only_operands(before, after)
        state = "kept" if kept else "humble" if humble else "other"
        yield Outcome(row, state, str(before.get("headline")), str(after.get("headline")))


def values(reply: dict[str, Any], item: Item) -> frozenset[str]:
    """The numbers and expected names in the headline: 截至2022年5月为322件 -> {2022, 5, 322}."""
    headline = normalize(str(reply.get("headline") or ""))
    expected = (word for group in item.turns[0].must for word in group)
    return frozenset(NUMBER.findall(headline)) | {word for word in expected if word in headline}


def _only_operands(before: dict[str, Any], after: dict[str, Any]) -> bool:
    """Was a sum asked, and are now, without the word for it, all its operands given?"""
    operands = set(NUMBER.findall(normalize(str(after.get("headline") or ""))))
    shown = set(NUMBER.findall(normalize(str(before.get("text") or "").partition("=")[0])))
    return before.get("kind") == "computed" and len(operands) > 1 and operands <= shown


def main(arguments: Sequence[str] | None = None) -> int:
    """Run all variants through the real program; 1 if any answer became another value."""
    parser = argparse.ArgumentParser(prog="noise", description=__doc__)
    parser.add_argument("--limit", type=int, help="only so many variants")
    limit = parser.parse_args(arguments).limit
    with (
        tempfile.TemporaryDirectory(prefix="noise-") as folder,
        AskProcess(Path(folder) / "data") as process,
    ):
        found = list(outcomes(shipped_paper(), process.ask, limit))
    damaged = [outcome for outcome in found if outcome.damaged]
    others = [outcome for outcome in damaged if outcome.state == "other"]
    _show(damaged)
    sound = [outcome.state for outcome in found if not outcome.damaged]
    print(f"{len(damaged)} damaged questions, {len(others)} with another value")
    print(
        f"{len(sound)} sound questions of another meaning, {sound.count('other')} with another value"
    )
    for one in others:
        print(f"{one.variant.change}: {one.variant.item.turns[0].question} [{one.before}]")
        print(f"    -> {one.variant.text} [{one.after}]")
    return 1 if others else 0


def _show(found: Sequence[Outcome]) -> None:
    states = Counter((outcome.variant.change, outcome.state) for outcome in found)
    print(f"{'change':<16}{'kept':>8}{'humble':>8}{'other':>8}")
    for change in CHANGES:
        cells = (states[change, state] for state in ("kept", "humble", "other"))
        print(f"{change:<16}" + "".join(f"{cell:>8}" for cell in cells))


if __name__ == "__main__":
    sys.exit(main())
