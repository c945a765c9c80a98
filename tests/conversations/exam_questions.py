"""Reads the question sets of the exam; the folder of a question decides its half, `develop` or
`measure`.

A set (`Paper`) is put on one letter. Three places hold questions: `questions/HALF/letter-59/` (by
kind), `questions/HALF/letters/` (one file a letter whose text lies outside the repository), and the
truths beside the made-up letters of `tests/letters/` (those to measure on are in its folder
`measure`). Who does not ask for the measured half never gets it. How answers are judged is the
business of `exam_judging`.
"""

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
QUESTIONS = HERE / "questions"
# `develop`: failures are shown and mended; `measure`: only counted
HALVES = ("develop", "measure")
TO_DEVELOP = HALVES[:1]
MADE_UP_LETTERS = HERE.parent / "letters"
SHIPPED_LETTER = HERE.parents[1] / "knowledge" / "sources" / "letters" / "letter-59.txt"
# for a letter without a date
SOME_DAY = "2024-10-01T09:00:00+08:00"
# a question comes some weeks after the letter, while 今年 still means the letter's year
DAYS_UNTIL_ASKED = 20

Alternatives = tuple[str, ...]


@dataclass(frozen=True)
class Turn:
    """One message, and what a right reply to it holds."""

    question: str
    expect: str
    must: tuple[Alternatives, ...] = ()
    must_not: Alternatives = ()
    sections: Alternatives = ()
    also_ok: Alternatives = ()
    deny_ok: bool = False
    max_chars: int = 800

    @property
    def answerable(self) -> bool:
        """Does the letter hold the answer?"""
        return self.expect in ("answer", "list")


@dataclass(frozen=True)
class Item:
    """A question with an id that never changes, or a dialogue: right when all its turns are."""

    id: str
    kind: str
    style: str
    now: str
    turns: tuple[Turn, ...]
    half: str = "develop"


@dataclass(frozen=True)
class Paper:
    """The questions on one letter; `source` is None when the letter's text is not at hand."""

    letter: str
    source: Path | None
    items: tuple[Item, ...]
    section_names: Mapping[str, Alternatives] = field(default_factory=dict)
    macros: Mapping[str, Alternatives] = field(default_factory=dict)
    called: str = ""  # how a question names the letter where there are several

    @property
    def shipped(self) -> bool:
        """Does the assistant know the letter without being given it?"""
        return self.source == SHIPPED_LETTER


def shipped_paper(halves: Sequence[str] = TO_DEVELOP) -> Paper:
    """The questions on the letter that the assistant ships with."""
    about = _load(QUESTIONS / "letter-59.yaml")
    now = about["meta"]["now"]
    items = tuple(
        item
        for half in halves
        for path in sorted((QUESTIONS / half / "letter-59").glob("*.yaml"))
        for item in _items(_load(path)["items"], now, half)
    )
    sections = {name: tuple(names) for name, names in about["meta"]["sections"].items()}
    macros = {name: tuple(words) for name, words in about["macros"].items()}
    return Paper("letter-59", SHIPPED_LETTER, items, sections, macros, called="关于第59号建议：")


def letter_papers(folder: Path | None, halves: Sequence[str] = TO_DEVELOP) -> list[Paper]:
    """The questions on letters of `folder`, named by the stem of each letter's file."""
    papers: dict[str, Paper] = {}
    for half in halves:
        for path in sorted((QUESTIONS / half / "letters").glob("*.yaml")):
            content = _load(path)
            items = tuple(_items(content["items"], content["meta"]["now"], half))
            source = letter_beside(folder / path.name) if folder else None
            paper = Paper(path.stem, source, items, called=content["meta"]["called"])
            # one paper a letter, with the questions of both halves
            before = papers.get(path.stem)
            papers[path.stem] = replace(paper, items=before.items + items) if before else paper
    return list(papers.values())


def made_up_papers(halves: Sequence[str] = TO_DEVELOP) -> list[Paper]:
    """The questions kept with the truths of the made-up letters (`questions`, `unanswerable`,
    `items`).
    """
    papers = []
    for half in halves:
        for path in made_up_truths(half):
            content = _load(path)
            source = letter_beside(path)
            if source and content.keys() & {"questions", "unanswerable", "items"}:
                items = tuple(replace(item, half=half) for item in _kept(path.stem, content))
                papers.append(Paper(path.stem, source, items, called=_called(content["truth"])))
    return papers


def made_up_truths(half: str) -> list[Path]:
    """The files that say what is true of the made-up letters of this half."""
    folder = MADE_UP_LETTERS if half in TO_DEVELOP else MADE_UP_LETTERS / half
    return sorted(folder.glob("*.yaml"))


def letter_beside(truth: Path) -> Path | None:
    """The letter that a truth is about: the file of another suffix with the same stem."""
    beside = sorted(truth.parent.glob(f"{truth.stem}.*"))
    return next((path for path in beside if path.suffix != ".yaml"), None)


def _load(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


def _items(rows: Iterable[Mapping[str, Any]], now: str, half: str) -> Iterator[Item]:
    for row in rows:
        turns = tuple(_turn(turn) for turn in row.get("dialogue", [row]))
        yield Item(row["id"], row["kind"], row["style"], row.get("now", now), turns, half)


def _turn(row: Mapping[str, Any]) -> Turn:
    section = row.get("section", [])
    return Turn(
        question=row["question"],
        expect=row["expect"],
        must=tuple(_alternatives(group) for group in row.get("must", [])),
        must_not=_alternatives(row.get("must_not", [])),
        sections=() if section == "无" else _alternatives(section),
        also_ok=_alternatives(row.get("also_ok", [])),
        deny_ok=row.get("deny_ok", False),
        max_chars=row.get("max_chars", 800),
    )


def _alternatives(value: Any) -> Alternatives:
    return (value,) if isinstance(value, str) else tuple(str(one) for one in value)


def _kept(stem: str, content: Mapping[str, Any]) -> Iterator[Item]:
    """Rows `{q, style, must, accept}`: `accept` holds further wordings for each group of `must`."""
    now = _asked_on((content.get("truth") or {}).get("date"))
    for number, row in enumerate(content.get("questions") or []):
        accept = row.get("accept") or []
        groups = [
            _alternatives(group) + _alternatives(accept[place] if place < len(accept) else [])
            for place, group in enumerate(row["must"])
        ]
        kind = row.get("kind", "computed" if row.get("computed") else "answerable")
        turn = Turn(row["q"], "answer", tuple(groups))
        yield Item(f"{stem}-q{number:02}", kind, row.get("style", "plain"), now, (turn,))
    for number, row in enumerate(content.get("unanswerable") or []):
        turn = Turn(row["q"], "unknown")
        yield Item(f"{stem}-u{number:02}", "unanswerable", row.get("style", "plain"), now, (turn,))
    # the other sets' rows: dialogues, kinds, what must not be said
    yield from _items(content.get("items") or [], now, "develop")


def _called(truth: Mapping[str, Any]) -> str:
    number = truth.get("number")
    return f"关于第{number}号建议：" if number else f"{truth.get('agency')}的答复："


def _asked_on(date: Any) -> str:
    if not date:
        return SOME_DAY
    written = datetime.date.fromisoformat(str(date))
    day = written + datetime.timedelta(days=DAYS_UNTIL_ASKED)
    last = datetime.date(written.year, 12, 31)
    return f"{min(day, last).isoformat()}T09:00:00+08:00"
