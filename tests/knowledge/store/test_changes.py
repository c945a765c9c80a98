"""The change number: who remembers it reads what changed since, and nothing else."""

from dataclasses import replace
from pathlib import Path

from knowledge.store import changes, open_database, saving
from knowledge.store.editions import set_successor
from tests.knowledge.store.test_saving import DOCUMENT, FOUND


def test_each_letter_is_named_once_with_its_last_change(tmp_path: Path) -> None:
    database = open_database(tmp_path)
    with database.write() as session:
        older = saving.save(session, replace(FOUND, passages=()), DOCUMENT, "7")
        seen = changes.last(session)
        other = replace(DOCUMENT, digest="e" * 64)
        newer = saving.save(session, replace(FOUND, passages=()), other, "7b")
        set_successor(session, older, newer)

    with database.read() as session:
        assert set(changes.since(session, seen)) == {older, newer}
        assert changes.since(session, changes.last(session)) == []


def test_a_number_is_not_used_again_when_its_letter_is_gone(tmp_path: Path) -> None:
    database = open_database(tmp_path)
    with database.write() as session:
        removed = saving.save(session, FOUND, DOCUMENT, "7")
        saving.remove(session, removed)
        seen = changes.last(session)

        again = saving.save(session, FOUND, DOCUMENT, "7")

        assert changes.since(session, seen) == [again]
