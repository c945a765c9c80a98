"""Loading: letters and facts out of the database; that all comes back the same shows
test_saving.py.
"""

from pathlib import Path

import pytest

from knowledge.store import Database, editions, loading, open_database, saving
from tests.knowledge.store.test_editions import save
from tests.knowledge.store.test_saving import DOCUMENT, FOUND, WORDS


@pytest.fixture
def database(tmp_path: Path) -> Database:
    database = open_database(tmp_path)
    with database.write() as session:
        saving.save(session, FOUND, DOCUMENT, "7")
    return database


def test_a_letter_is_found_by_file_and_by_code(database: Database) -> None:
    with database.read() as session:
        assert loading.letter_of_digest(session, "d" * 64) == 1
        assert loading.letter_of_digest(session, "e" * 64) is None
        assert loading.letter_of_code(session, "7-foot-1") == 1
        assert loading.letter_of_code(session, "7-9-9") is None


@pytest.mark.parametrize(
    ("wanted", "taken"), [("7", {"7", "7b"}), ("7b", {"7b"}), ("8", set()), ("%", set())]
)
def test_codes_that_are_taken_are_told_by_their_beginning(
    database: Database, wanted: str, taken: set[str]
) -> None:
    save(database, "7b", number="9")

    with database.read() as session:
        assert loading.codes_like(session, wanted) == taken


def test_heads_are_those_asked_for_oldest_first(database: Database) -> None:
    second = save(database, "7b", number="9")

    with database.read() as session:
        assert [head.code for head in loading.heads(session)] == ["7", "7b"]
        assert [head.code for head in loading.heads(session, [second])] == ["7b"]
        assert loading.heads(session, []) == []


def test_a_head_carries_the_contact(database: Database) -> None:
    with database.read() as session:
        head = loading.heads(session)[0]

    assert head.letter.contact.names == ("章三",)
    assert head.letter.addressees == ("李四", "王五")


def test_text_passages_outline_and_warnings_are_those_of_the_letter(database: Database) -> None:
    with database.read() as session:
        assert loading.text(session, 1) == WORDS
        assert loading.passages(session, 1) == list(FOUND.passages)
        assert loading.headings(session, 1) == FOUND.letter.headings
        assert loading.warnings(session, 1) == ("请核对",)


def test_each_quote_knows_its_letter(database: Database) -> None:
    with database.read() as session:
        quotes = loading.quotes_of(session, 1)
        of = loading.letters_of_quotes(session, [quote.id for quote in quotes])

    assert of == {quote.id: 1 for quote in quotes}


def test_facts_stand_under_the_quote_that_proves_them(database: Database) -> None:
    with database.read() as session:
        quotes = {quote.id: quote for quote in loading.quotes_of(session, 1)}
        found = loading.facts_by_quote(session, 1, quotes)

    for quote_id, facts in found.items():
        assert {fact.place.quote for fact in facts if fact.place} == {quotes[quote_id].span}
    assert sum(map(len, found.values())) == 9


def test_names_are_those_of_things_people_and_offices(database: Database) -> None:
    with database.read() as session:
        names = loading.names(session)

    assert {"商标", "获奖商标", "甲", "金奖", "某区某局", "李四", "区委"} <= set(names)
    assert names == sorted(names)


def test_names_of_no_letter_are_none(database: Database) -> None:
    with database.read() as session:
        assert loading.names(session, [99]) == []


def test_commitments_come_with_their_letter(database: Database) -> None:
    newer = save(database, "7b")
    with database.write() as session:
        editions.set_successor(session, 1, newer)

    with database.read() as session:
        assert [(id, one.text) for id, one in loading.commitments(session)] == [
            (newer, "商标达到9件")
        ]
