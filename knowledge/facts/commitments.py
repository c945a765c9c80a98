"""Commitments: the promises of table and text put together, each one once.

A promise that stands in both is the table's; where the two differ, a person is told.
"""

import re
from collections.abc import Iterator
from datetime import date

from rapidfuzz import fuzz

from knowledge.facts.lines import quoted
from knowledge.facts.outline import Outline
from knowledge.facts.promises import read_lists, read_promises
from knowledge.facts.tables import read_tables
from knowledge.glossary import Commitment, Document, ReplyLetter

_SPOKEN_OF = 62  # of 100: below, a sentence is about something else
_EVERY = re.compile("每")
_SAME = 78  # of 100: above, two wordings are one promise


def read_commitments(
    outline: Outline, letter: ReplyLetter
) -> tuple[tuple[Commitment, ...], tuple[str, ...]]:
    """The commitments of a letter and the doubts about them (text and table that differ).

    With a table, only dated and recurring promises (每半年) of the text that it lacks are added.
    """
    base = letter.date or _rough_date(letter) or _year_of_tables(outline)
    listed = read_tables(outline, base) or read_lists(outline, base, letter.agency)
    written = read_promises(outline, base, letter.agency)
    if not listed:
        return written, ()
    extra: list[Commitment] = []
    doubts: list[str] = []
    for promise in written:
        row = _row_of(promise, listed)
        if row is not None:
            doubts += _differences(outline.document, promise, row, letter.agency)
        elif (
            promise.deadline and promise.deadline.recurring and _EVERY.match(promise.deadline.words)
        ):
            extra.append(promise)
        elif promise.deadline and promise.deadline.latest:
            extra.append(promise)
            said = quoted(outline.document, promise.place.quote)
            doubts.append(f"正文承诺“{said}”（{promise.deadline.words}）未列入承诺事项表。")
    doubts += _unmentioned(outline, listed)
    return (*listed, *extra), tuple(doubts)


def _unmentioned(outline: Outline, rows: tuple[Commitment, ...]) -> Iterator[str]:
    """Rows of the table that the letter itself does not speak of; of a letter, not of a bare table."""
    sentences = [
        _bare(sentence)
        for prose in outline.parts("opening", "body", "closing")
        for sentence in re.split(r"[。；\n]", prose.text)
        if len(sentence) > 4
    ]
    missing = [
        row
        for row in rows
        if row.source == "table"
        and not any(fuzz.token_set_ratio(_bare(row.text), one) >= _SPOKEN_OF for one in sentences)
    ]
    if missing and len(sentences) > 2:
        said = "、".join(f"第{row.row}行“{row.text}”" for row in missing)
        yield f"承诺事项表{said}，正文没有提到。"


def _rough_date(letter: ReplyLetter) -> date | None:
    """The month of a damaged signature, or when the letter was published."""
    for field in letter.fields:
        found = re.match(r"((?:19|20)\d\d)年(1[0-2]|[1-9])月", field.value)
        if field.name == "damaged_date" and found:
            return date(int(found[1]), int(found[2]), 1)
    return letter.published


def _year_of_tables(outline: Outline) -> date | None:
    """The year that the caption of a table without a letter names: 2025年承诺事项台账."""
    if not outline.tables or any(outline.parts("salutation")):
        return None
    heads = "\n".join(p.text for p in outline.parts("metadata", "title", "body", "header"))
    found = re.search(r"(20\d\d)年", heads)
    return date(int(found[1]), 1, 1) if found else None


def _row_of(promise: Commitment, rows: tuple[Commitment, ...]) -> Commitment | None:
    """The row of the table that says the same, if any."""
    best = max(rows, key=lambda row: _likeness(promise, row))
    return best if _likeness(promise, best) >= _SAME else None


def _likeness(promise: Commitment, row: Commitment) -> float:
    return float(fuzz.token_set_ratio(_bare(promise.text), _bare(row.text))) if row.text else 0.0


def _bare(text: str) -> str:
    """Characters apart, so that the order of words does not matter; digits left out."""
    return " ".join(char for char in text if not char.isdigit() and char not in "，。、；：“”（）")


def _differences(
    document: Document, promise: Commitment, row: Commitment, agency: str | None
) -> Iterator[str]:
    """What text and table say otherwise of one promise, both quoted."""
    here, there = (quoted(document, one.place.quote) for one in (promise, row))
    quotes = f"正文“{here}”，表中“{there}”"
    due, listed = promise.deadline, row.deadline
    if due and listed and due.latest and listed.latest and due.latest != listed.latest:
        words = f"“{due.words}”与“{listed.words}”"
        yield f"正文与承诺事项表时限不一致（{words}）：{quotes}。"
    same_unit = promise.target_unit == row.target_unit
    if same_unit and promise.target and row.target and promise.target != row.target:
        yield f"正文与承诺事项表数字不一致：{quotes}。"
    if promise.unit_words != agency and row.units and not _share_a_unit(promise, row):
        words = f"“{promise.unit_words}”与“{row.unit_words}”"
        yield f"正文与承诺事项表责任单位不一致（{words}）：{quotes}。"


def _share_a_unit(one: Commitment, other: Commitment) -> bool:
    """Whether two promises name a department in common: 大足区教育局 and 区教育局 are one."""
    return any(
        fuzz.partial_ratio(here, there) >= _SAME for here in one.units for there in other.units
    )
