"""Editions: which stored letters are one and the same."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from knowledge.glossary import ReplyLetter
from knowledge.store import Database, changes, editions, open_database, saving
from tests.knowledge.store.test_saving import DOCUMENT, FOUND


@pytest.fixture
def database(tmp_path: Path) -> Database:
    return open_database(tmp_path)


def save(database: Database, code: str = "7", source: str = "seven.txt", **letter: object) -> int:
    """A letter under a code of its own; `letter` are the values that differ."""
    passages = tuple(replace(p, code=p.code.replace("7", code, 1)) for p in FOUND.passages)
    found = replace(FOUND, letter=replace(FOUND.letter, **letter), passages=passages)  # type: ignore[arg-type]
    document = replace(DOCUMENT, name=source, digest=code * 64)
    with database.write() as session:
        letter_id = saving.save(session, found, document, code)
        saving.mark(session, letter_id, {"source": source})
    return letter_id


def live(database: Database, letter: ReplyLetter, source: str = "other.txt", but: int = 0) -> int:
    with database.read() as session:
        found = editions.live_edition(session, letter, source, but)
    return found.id if found else 0


@pytest.mark.parametrize(
    ("stored", "asked"),
    [("7", "7"), ("007", "7"), ("7", "07"), ("A7", "a7")],
)
def test_a_letter_is_known_by_its_number_whatever_its_zeros_and_case(
    database: Database, stored: str, asked: str
) -> None:
    letter_id = save(database, number=stored)

    assert live(database, replace(FOUND.letter, number=asked)) == letter_id


@pytest.mark.parametrize(
    "other", [{"number": "8"}, {"agency": "某区他局"}, {"session": "二届三次"}]
)
def test_another_number_agency_or_session_is_another_letter(
    database: Database, other: dict[str, str]
) -> None:
    save(database)

    assert live(database, replace(FOUND.letter, **other)) == 0  # type: ignore[arg-type]


def test_a_document_without_a_number_is_known_by_its_file(database: Database) -> None:
    letter_id = save(database, source="table.xlsx", number=None)
    nameless = replace(FOUND.letter, number=None)

    assert live(database, nameless, "table.xlsx") == letter_id
    assert live(database, nameless, "other.xlsx") == 0
    assert live(database, nameless, "table.xlsx", but=letter_id) == 0
    assert live(database, nameless, "") == 0


def test_a_superseded_letter_points_to_its_successor_and_answers_no_more(
    database: Database,
) -> None:
    old, new = save(database), save(database, "7b")

    with database.write() as session:
        editions.set_successor(session, old, new)

    with database.read() as session:
        assert editions.successor_of(session, old) == new
        assert editions.successor_of(session, new) is None
        assert [one.code for one in editions.predecessors(session, new)] == ["7"]
    assert live(database, FOUND.letter) == new


def test_a_letter_may_answer_again(database: Database) -> None:
    old, new = save(database), save(database, "7b")
    with database.write() as session:
        editions.set_successor(session, old, new)
        editions.set_successor(session, old, None)
        assert editions.successor_of(session, old) is None


def test_only_a_real_change_is_noted(database: Database) -> None:
    old, new = save(database), save(database, "7b")

    with database.write() as session:
        editions.set_successor(session, old, new)
        first = changes.last(session)
        editions.set_successor(session, old, new)
        again = changes.last(session)

    assert first == again


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        (editions.Edition(9, "7", date(2024, 5, 6)), editions.Edition(1, "7b", date(2024, 6, 6))),
        (editions.Edition(1, "7", date(2024, 5, 6)), editions.Edition(2, "7b", date(2024, 5, 6))),
        (editions.Edition(9, "7", None), editions.Edition(1, "7b", date(2024, 5, 6))),
    ],
)
def test_later_dates_are_newer_and_of_one_date_what_came_in_later(older, newer) -> None:
    assert older.order < newer.order
