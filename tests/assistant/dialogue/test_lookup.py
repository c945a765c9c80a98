"""What questions need of the letters is made once, and made anew when letters come or go."""

from pathlib import Path

import pytest

from assistant.dialogue import Dialogue, lookup
from assistant.dialogue.lookup import LookUp
from assistant.dialogue.question import Question
from knowledge import Library
from tests.assistant.dialogue.conftest import message
from tests.bench.letters import write_letters

MINE = "柳溪区水务局\n关于第7号建议的答复\n\n王一二代表：\n\n全区现有古戏台12座。\n\n柳溪区水务局\n2022年5月6日\n"


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return _ingested(tmp_path, write_letters(tmp_path / "letters", 3))


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    path = tmp_path / "mine.txt"
    path.write_text(MINE, encoding="utf-8")
    return path


def _ingested(folder: Path, paths: list[Path]) -> Library:
    library = Library(folder / "data")
    for path in paths:
        library.ingest(path)
    return library


def test_a_letter_of_another_process_is_known_at_once_and_forgotten_when_removed(
    library: Library, mine: Path, tmp_path: Path
) -> None:
    dialogue, look = Dialogue(library), LookUp(library)
    before = dialogue.reply_to(message("古戏台有几座"))
    words = look.vocabulary().words

    other = _ingested(tmp_path, [mine])
    during = dialogue.reply_to(message("古戏台有几座"))
    learned = look.vocabulary().words
    other.remove(other.letters()[-1].id)
    after = dialogue.reply_to(message("古戏台有几座"))

    assert (before.kind, during.headline, after.kind) == ("unknown", "12座", "unknown")
    assert "古戏台" in learned - words
    assert look.vocabulary().words == words


def test_of_a_new_letter_only_its_own_words_are_read(
    library: Library, mine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    look = LookUp(library)
    look.vocabulary()
    read: list[set[str]] = []
    plain = lookup.words_of
    monkeypatch.setattr(
        lookup, "words_of", lambda texts, of: (read.append(set(texts)), plain(texts, of))[1]
    )

    look.vocabulary()
    library.ingest(mine)
    look.vocabulary()

    assert len(read) == 1
    assert any("古戏台" in text for text in read[0])


def test_a_vocabulary_with_a_letter_more_is_that_of_all(library: Library, mine: Path) -> None:
    look = LookUp(library)
    look.vocabulary()

    library.ingest(mine)

    assert look.vocabulary().words == LookUp(library).vocabulary().words


def test_a_search_is_remembered_until_letters_come_or_go(
    library: Library, mine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    searched: list[str] = []
    plain = library.letters_about
    monkeypatch.setattr(
        library,
        "letters_about",
        lambda text, of=None: (searched.append(text), plain(text, of))[1],
    )
    look, question = LookUp(library), Question("古戏台有几座", ())

    assert look.letters(question) == look.letters(question)
    library.ingest(mine)
    look.letters(question)

    assert len(searched) == 2


def test_a_near_reading_is_looked_up_in_the_letters_of_what_was_typed(library: Library) -> None:
    look = LookUp(library)
    some = tuple(head.id for head in library.letters()[:1])

    found = look.facts(Question("古戏台有几座", (), among=some), ())

    assert [head.id for head, _ in found] == list(some)


def test_of_many_new_letters_each_question_learns_a_few(library: Library, tmp_path: Path) -> None:
    look = LookUp(library)
    look.vocabulary()
    for path in write_letters(tmp_path / "more", 9)[3:]:
        library.ingest(path)

    first = look.vocabulary().words
    for _ in range(6):
        last = look.vocabulary().words

    assert first < last
    assert last == LookUp(library).vocabulary().words
