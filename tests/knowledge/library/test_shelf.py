"""The shelf: what is at hand follows the database, and only what changed is read again."""

from pathlib import Path

import pytest

from knowledge import Library
from knowledge.store import loading
from tests.knowledge.library.test_library import letter


def test_a_second_library_sees_letters_that_came_and_went(tmp_path: Path) -> None:
    writer, reader = Library(tmp_path / "data"), Library(tmp_path / "data")
    assert reader.letters() == []
    first = writer.ingest(letter(tmp_path, "a.txt", number=3))
    second = writer.ingest(letter(tmp_path, "b.txt", number=4))
    assert [head.id for head in reader.letters()] == [first.letter_id, second.letter_id]

    writer.remove(first.letter_id or 0)

    assert [head.id for head in reader.letters()] == [second.letter_id]


def test_only_letters_that_changed_are_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    writer, reader = Library(tmp_path / "data"), Library(tmp_path / "data")
    writer.ingest(letter(tmp_path, "a.txt", number=3))
    reader.letters()
    read: list[object] = []
    heads = loading.heads
    monkeypatch.setattr(
        loading, "heads", lambda session, some=None: read.append(some) or heads(session, some)
    )
    second = writer.ingest(letter(tmp_path, "b.txt", number=4))
    read.clear()

    reader.letters()

    assert read == [{second.letter_id}]


def test_names_of_a_new_letter_are_known_at_once(tmp_path: Path) -> None:
    writer, reader = Library(tmp_path / "data"), Library(tmp_path / "data")
    writer.ingest(letter(tmp_path, "a.txt", number=3))
    reader.warm()

    writer.ingest(letter(tmp_path, "b.txt", number=4, agency="清河县水务局"))
    reader.letters()

    assert "清河县水务局" in reader.names.names
    assert ("清河县水务局", 1, 7) in reader.cutter.cut("问清河县水务局")


def test_names_of_a_removed_letter_are_forgotten(tmp_path: Path) -> None:
    library = Library(tmp_path / "data")
    library.ingest(letter(tmp_path, "a.txt", number=3))
    other = library.ingest(letter(tmp_path, "b.txt", number=4, agency="清河县水务局"))
    library.warm()

    library.remove(other.letter_id or 0)
    library.letters()

    assert "清河县水务局" not in library.names.names


def test_a_superseded_letter_keeps_its_facts_at_hand_no_longer(tmp_path: Path) -> None:
    library = Library(tmp_path / "data")
    old = library.ingest(letter(tmp_path, "a.txt", works=4))
    before = library.facts(old.letter_id or 0)

    library.ingest(letter(tmp_path, "b.txt", works=5))

    after = library.facts(old.letter_id or 0)
    assert before[0].letter.superseded_by is None
    assert after[0].letter.superseded_by is not None
