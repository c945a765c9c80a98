"""Review sheets beside their documents: the correction wins, also when the letter comes in again."""

from pathlib import Path

import pytest

from knowledge import Arrival, KnowledgeError, Library
from tests.conftest import LETTER

CORRECTIONS = (("words: 2022年12月底", "words: 2022年11月底"), ("value: '14036'", "value: 14040"))


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(tmp_path / "data")


def sheet_of(library: Library, folder: Path, *corrections: tuple[str, str]) -> tuple[Path, Path]:
    """A copy of the shipped letter and its sheet, corrected."""
    letter = folder / "letter.txt"
    letter.write_bytes(LETTER.read_bytes())
    sheet = library.write_sheet(letter, library.look(letter))
    words = sheet.read_text("utf-8")
    for wrong, right in corrections:
        assert wrong in words
        words = words.replace(wrong, right, 1)
    sheet.write_text(words, encoding="utf-8")
    return letter, sheet


def outcome(library: Library, path: Path) -> Arrival | KnowledgeError:
    return next(outcome for _, outcome in library.ingest_all([path]))


def values(library: Library) -> tuple[str, str]:
    """The first deadline and how many marks are registered, as the library has them."""
    found = library.findings(library.letters()[0].id)
    deadline = found.commitments[0].deadline
    marks = next(one for one in found.indicators if one.name == "有效注册商标")
    return str(deadline.latest if deadline else None), str(marks.value)


def test_a_correction_wins_and_survives_removal(library: Library, tmp_path: Path) -> None:
    letter, sheet = sheet_of(library, tmp_path, *CORRECTIONS)
    library.ingest(letter)
    outcome(library, sheet)
    assert values(library) == ("2022-11-30", "14040")

    library.remove(library.letters()[0].id)
    library.ingest(letter)

    assert values(library) == ("2022-11-30", "14040")
    assert library.letters()[0].reviewed


def test_a_corrected_fact_is_found_and_keeps_its_code(library: Library, tmp_path: Path) -> None:
    letter, sheet = sheet_of(library, tmp_path, ("name: 有效注册商标", "name: 存续商标"))
    before = library.ingest(letter)
    outcome(library, sheet)

    names = {
        getattr(evidence.fact, "name", "") for evidence in library.facts(before.letter_id or 0)
    }

    assert library.letters_about("有效注册商标多少件") == [before.letter_id]
    assert "存续商标" in names
    assert library.passage("59-1.2-1") is not None


def test_the_same_sheet_twice_changes_nothing(library: Library, tmp_path: Path) -> None:
    letter, sheet = sheet_of(library, tmp_path, *CORRECTIONS)
    library.ingest(letter)
    first, again = outcome(library, sheet), outcome(library, sheet)

    assert isinstance(first, Arrival) and not first.known
    assert isinstance(again, Arrival) and again.known


def test_a_sheet_brings_its_document_along(library: Library, tmp_path: Path) -> None:
    _, sheet = sheet_of(library, tmp_path, *CORRECTIONS)

    outcome(library, sheet)

    assert values(library) == ("2022-11-30", "14040")


def test_a_letter_that_turns_out_to_have_the_number_of_another_supersedes_it(
    library: Library, tmp_path: Path
) -> None:
    letter, sheet = sheet_of(library, tmp_path, ("number: '59'", "number: '60'"))
    other = tmp_path / "other.txt"
    other.write_text(LETTER.read_text("utf-8").replace("59号", "60号"), encoding="utf-8")
    sixty = library.ingest(other)
    library.ingest(letter)

    outcome(library, sheet)

    assert [head.letter.number for head in library.letters()] == ["60"]
    assert library.letter(sixty.letter_id or 0).superseded_by == library.letters()[0].id


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("a: [", "不是正确的 YAML：第 1 行"),
        ("[1, 2]", "没有 sha256"),
        ("sha256: '00'\ndocument: ../../etc/passwd", "“passwd”还没有收过"),
        ("!!python/object/apply:os.system [ls]", "不是正确的 YAML"),
    ],
    ids=["cut", "list", "elsewhere", "program"],
)
def test_a_sheet_that_is_none_is_refused(
    content: str, words: str, library: Library, tmp_path: Path
) -> None:
    sheet = tmp_path / "a.txt.review.yaml"
    sheet.write_text(content, encoding="utf-8")

    refused = outcome(library, sheet)

    assert isinstance(refused, KnowledgeError) and words in str(refused)


def test_a_sheet_is_never_written_over(library: Library, tmp_path: Path) -> None:
    letter, sheet = sheet_of(library, tmp_path, *CORRECTIONS)
    before = sheet.read_text("utf-8")

    with pytest.raises(KnowledgeError, match="没有改写"):
        library.write_sheet(letter, library.look(letter))
    assert sheet.read_text("utf-8") == before
