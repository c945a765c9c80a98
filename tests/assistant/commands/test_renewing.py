"""The index is renewed beside the serving; what goes wrong there is told and stops nothing."""

from pathlib import Path

import pytest

from assistant.commands.renewing import renew_beside
from knowledge import Library
from knowledge.library import finding
from tests.knowledge.library.test_library import letter
from tests.knowledge.search.conftest import lexicon_with_a_new_word


def test_an_index_of_another_dictionary_is_built_anew_in_a_thread(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Library(tmp_path / "data").ingest(letter(tmp_path, "a.txt"))
    library = Library(tmp_path / "data", lexicon_with_a_new_word(tmp_path / "lexicon"))
    rebuilt: list[int] = []
    plain = finding.SearchIndex.rebuild
    monkeypatch.setattr(
        finding.SearchIndex,
        "rebuild",
        lambda self, rows, progress: plain(self, rows, lambda n: (rebuilt.append(n), progress(n))),
    )

    renew_beside(library).join()
    renew_beside(library).join()

    assert len(rebuilt) == 1  # the second time there was nothing to do
    assert len(library.letters_about("供水管网")) == 1


def test_a_fault_is_told_and_the_old_index_serves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    library = Library(tmp_path / "data")
    library.ingest(letter(tmp_path, "a.txt"))

    def full(*_: object) -> None:
        raise OSError("No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(library, "refresh", full)
        renew_beside(library).join()

    assert "继续用旧的：No space left" in capsys.readouterr().err
    assert len(library.letters_about("供水管网")) == 1
