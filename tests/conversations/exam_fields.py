"""What the program understands of a letter, field by field, against the truth kept beside the
letter.

One point a plain field, a promise, its deadline and its unit, and an indicator. Rows are matched by
their words, because a program may word or cut them a little differently. Questions are the business
of `exam`.
"""

import json
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import yaml

from tests.conversations.exam_matching import normalize
from tests.conversations.exam_playing import PATIENCE, ROOT
from tests.conversations.exam_questions import HALVES, TO_DEVELOP, letter_beside, made_up_truths

Row = Mapping[str, Any]

PLAIN_FIELDS = ("title", "agency", "number", "session", "date", "category")
# how alike a promise and how alike the name of an indicator have to be
PROMISE_LIKENESS = 0.5
INDICATOR_LIKENESS = 0.4
# so many characters of a heading tell it from the others
HEADING_START = 6


@dataclass(frozen=True)
class Point:
    """One thing that is true of a letter, and what was read instead."""

    name: str
    right: bool
    want: object
    have: object


@dataclass(frozen=True)
class Reading:
    """All points of one letter."""

    letter: str
    half: str
    points: tuple[Point, ...]


def readings(folder: Path | None, halves: Sequence[str], data: Path) -> Iterator[Reading]:
    """The made-up letters of these halves and the letters of `folder`, which are to develop on."""
    truths = [(half, truth) for half in halves for truth in made_up_truths(half)]
    if folder and set(halves) & set(TO_DEVELOP):
        truths += [(TO_DEVELOP[0], truth) for truth in sorted(folder.glob("*.yaml"))]
    for half, path in truths:
        letter = letter_beside(path)
        if letter:
            truth = yaml.safe_load(path.read_text(encoding="utf-8"))["truth"]
            yield Reading(path.stem, half, tuple(compare(truth, understood(letter, data))))


def understood(letter: Path, data: Path) -> Row:
    """What `ingest --dry-run --json` says of a letter; empty if it says nothing."""
    command = [sys.executable, "bot.py", "--data", str(data), "ingest", "--dry-run", "--json"]
    done = subprocess.run(
        [*command, str(letter)], cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE
    )
    try:
        said = json.loads(done.stdout)
    except ValueError:
        return {}
    row: Row = said[0] if isinstance(said, list) else said
    return row


def compare(truth: Row, got: Row) -> Iterator[Point]:
    """Every point of the truth; what it leaves out is not asked for."""
    for name in PLAIN_FIELDS:
        if truth.get(name) is not None:
            yield Point(name, _same(truth[name], got.get(name)), truth[name], got.get(name))
    yield from _names("addressees", truth.get("addressees"), got.get("addressees"))
    yield from _contact(truth.get("contact") or {}, got.get("contact") or {})
    if truth.get("headings"):
        yield _headings(truth["headings"], got.get("headings") or [])
    for promise in truth.get("commitments") or []:
        yield from _promise(promise, got.get("commitments") or [])
    for indicator in truth.get("indicators") or []:
        yield _indicator(indicator, got.get("indicators") or [])


def table(found: Sequence[Reading]) -> Iterator[str]:
    """`fields x% (n/N)` for each half, then each kind of field."""
    for half in HALVES:
        points = [point for one in found if one.half == half for point in one.points]
        if points:
            letters = sum(one.half == half for one in found)
            yield f"{half:<14}{letters:>3} letters   fields {_share(points)}"
    names = sorted({point.name for one in found for point in one.points})
    yield "\n" + f"{'field':<24}" + "".join(f"{half:>22}" for half in HALVES)
    for name in names:
        cells = (_share(_named(found, half, name)) for half in HALVES)
        yield f"{name:<24}" + "".join(f"{cell:>22}" for cell in cells)


def misread(found: Iterable[Reading], halves: Sequence[str] = TO_DEVELOP) -> Iterator[str]:
    """Each wrong point of these halves."""
    for one in found:
        for point in one.points:
            if one.half in halves and not point.right:
                yield f"{one.letter}  {point.name}: want {point.want}, got {point.have}"


def _named(found: Sequence[Reading], half: str, name: str) -> list[Point]:
    return [p for one in found if one.half == half for p in one.points if p.name == name]


def _share(points: Sequence[Point]) -> str:
    right = sum(point.right for point in points)
    return f"{100 * right / len(points):.1f}% ({right}/{len(points)})" if points else "-"


def _same(want: object, have: object) -> bool:
    return have is not None and normalize(str(want)) == normalize(str(have))


def _names(name: str, want: Sequence[str] | None, have: Any) -> Iterator[Point]:
    if want:
        known = have if isinstance(have, list) else [have]
        right = all(any(_same(one, other) for other in known) for one in want)
        yield Point(name, right, want, have)


def _contact(want: Row, have: Row) -> Iterator[Point]:
    names = want.get("names") or [one for one in [want.get("name")] if one]
    yield from _names("contact.names", names, have.get("names"))
    phones, read = want.get("phones"), have.get("phones") or []
    if phones:
        right = {_digits(one) for one in phones} <= {_digits(one) for one in read}
        yield Point("contact.phones", right, phones, read)
    if want.get("postcode"):
        right = _digits(want["postcode"]) == _digits(have.get("postcode"))
        yield Point("contact.postcode", right, want["postcode"], have.get("postcode"))


def _headings(want: Sequence[Row], have: Sequence[Row]) -> Point:
    due, read = ([(row.get("level"), _start(row)) for row in rows] for rows in (want, have))
    alike = len(due) == len(read) and all(
        level == other_level and (text.startswith(other) or other.startswith(text))
        for (level, text), (other_level, other) in zip(due, read, strict=True)
    )
    return Point("headings", alike, due, read)


def _start(row: Row) -> str:
    return normalize(str(row.get("text")))[:HEADING_START]


def _promise(want: Row, rows: Sequence[Row]) -> Iterator[Point]:
    hit = max(rows, key=lambda row: _likeness(want["text"], row.get("text")), default={})
    if _likeness(want["text"], hit.get("text")) < PROMISE_LIKENESS:
        hit = {}
    yield Point("commitment", bool(hit), want["text"], hit.get("text"))
    if want.get("deadline_iso"):
        until = hit.get("deadline_to")
        right = _same(want["deadline_iso"], until)
        yield Point("commitment.deadline", right, want["deadline_iso"], until)
    if want.get("unit"):
        right = bool(hit) and _units(want["unit"]) == _units(hit.get("unit"))
        yield Point("commitment.unit", right, want["unit"], hit.get("unit"))


def _indicator(want: Row, rows: Sequence[Row]) -> Point:
    fits = [
        row.get("name")
        for row in rows
        if _number(row.get("value")) == _number(want["value"])
        and _likeness(want["name"], f"{row.get('scope') or ''}{row.get('name') or ''}")
        >= INDICATOR_LIKENESS
    ]
    return Point("indicator", bool(fits), f"{want['name']}={want['value']}", fits)


def _likeness(want: object, have: object) -> float:
    return SequenceMatcher(None, normalize(str(want)), normalize(str(have or ""))).ratio()


def _digits(value: object) -> str:
    return re.sub(r"\D", "", normalize(str(value or "")))


def _number(value: object) -> str:
    return re.sub(r"[^0-9.]", "", normalize(str(value)))


def _units(value: object) -> str:
    joined = "、".join(map(str, value)) if isinstance(value, list) else str(value or "")
    return re.sub("[,、和及]", "", normalize(joined))
