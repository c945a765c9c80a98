"""The desk: letters come in, are found, corrected and taken out."""

from pathlib import Path

import pytest

from knowledge import Commitment, Indicator, Library, UnreadableFile

AGENCY = "某市某区水务局"
LETTER = """{agency}
关于区五届人大三次会议第{number}号建议的答复

李四代表：

您提出的《关于改善供水的建议》（第{number}号）收悉。现答复如下。

一、供水情况

全区现有水厂{works}座，供水管网320公里。

二、下一步工作

将于2024年9月底前新建水厂1座，由区水务局负责。

{agency}
2024年5月8日

联系人：章三，联系电话：000-1234567
"""


def test_the_same_file_twice_changes_nothing(tmp_path: Path) -> None:
    library = Library(tmp_path / "data")
    path = letter(tmp_path, "a.txt")
    first = library.ingest(path)

    again = library.ingest(path)

    assert again.known
    assert again.letter_id == first.letter_id
    assert len(library.letters()) == 1


def test_a_corrected_letter_supersedes_and_the_old_one_stays_citable(tmp_path: Path) -> None:
    library = Library(tmp_path / "data")
    library.ingest(letter(tmp_path, "a.txt", works=4))
    old = library.letters()[0]
    old_code = library.facts(old.id)[0].fact.place.code  # type: ignore[union-attr]

    arrival = library.ingest(letter(tmp_path, "b.txt", works=5))

    assert arrival.replaces == old.code
    assert [h.id for h in library.letters()] == [arrival.letter_id]
    assert library.passage(old_code) is not None
    assert {h.id for h, _ in library.commitments()} == {arrival.letter_id}


def test_a_search_finds_the_letter_and_never_a_superseded_one(tmp_path: Path) -> None:
    library = Library(tmp_path / "data")
    library.ingest(letter(tmp_path, "a.txt", works=4))
    new = library.ingest(letter(tmp_path, "b.txt", works=5))

    assert library.letters_about("现有水厂多少座") == [new.letter_id]


def test_removing_a_letter_removes_its_facts(tmp_path: Path) -> None:
    library = Library(tmp_path / "data")
    arrival = library.ingest(letter(tmp_path, "a.txt"))

    library.remove(arrival.letter_id or 0)

    assert library.letters() == []
    assert library.letters_about("水厂") == []


def test_removing_the_newer_letter_lets_the_older_answer_again(tmp_path: Path) -> None:
    library = Library(tmp_path / "data")
    older = library.ingest(letter(tmp_path, "a.txt", works=4))
    newer = library.ingest(letter(tmp_path, "b.txt", works=5))

    library.remove(newer.letter_id or 0)

    assert [head.id for head in library.letters()] == [older.letter_id]
    assert library.letters_about("现有水厂多少座") == [older.letter_id]


def test_an_older_edition_that_comes_late_is_no_answer(tmp_path: Path) -> None:
    library = Library(tmp_path / "data")
    newer = library.ingest(letter(tmp_path, "b.txt", works=5))
    older = letter(tmp_path, "a.txt", works=4)
    older.write_text(
        older.read_text(encoding="utf-8").replace("2024年5月", "2024年3月"), encoding="utf-8"
    )

    arrival = library.ingest(older)

    assert (arrival.replaces, arrival.replaced_by) == ("", library.letters()[0].code)
    assert [head.id for head in library.letters()] == [newer.letter_id]
    assert library.letters_about("现有水厂多少座") == [newer.letter_id]


def test_of_three_editions_exactly_one_answers_whichever_is_removed(tmp_path: Path) -> None:
    library = Library(tmp_path / "data")
    for works in (4, 5, 6):
        library.ingest(letter(tmp_path, f"{works}.txt", works=works))
    first, second, third = (head.id for head in library.letters(superseded=True))

    library.remove(second)
    assert [head.id for head in library.letters()] == [third]
    library.remove(third)

    assert [head.id for head in library.letters()] == [first]
    assert library.letters_about("现有水厂多少座") == [first]


def test_many_files_are_taken_in_their_order_and_a_bad_one_gives_its_reason(tmp_path: Path) -> None:
    library = Library(tmp_path / "data")
    paths = [letter(tmp_path, f"{n}.txt", number=n) for n in range(5)]
    paths[2].write_bytes(b"\x7fELF\x00\x00")
    library.ingest(paths[3])

    outcomes = list(library.ingest_all(paths))

    assert [path for path, _ in outcomes] == paths
    assert [isinstance(outcome, UnreadableFile) for _, outcome in outcomes] == [
        n == 2 for n in range(5)
    ]
    assert [getattr(outcome, "known", None) for _, outcome in outcomes] == [
        False,
        False,
        None,
        True,
        False,
    ]


def test_letters_of_one_number_from_two_offices_have_codes_of_their_own(tmp_path: Path) -> None:
    library = Library(tmp_path / "data")
    library.ingest(letter(tmp_path, "a.txt"))
    other = letter(tmp_path, "b.txt")
    other.write_text(
        other.read_text(encoding="utf-8").replace("水务局", "教育局"), encoding="utf-8"
    )
    library.ingest(other)

    codes = [head.code for head in library.letters()]

    assert len(set(codes)) == 2
    keys = [promise.key for _, promise in library.commitments()]
    assert len(set(keys)) == len(keys)


def test_an_unreadable_file_leaves_nothing(tmp_path: Path) -> None:
    library = Library(tmp_path / "data")
    (tmp_path / "empty.txt").write_bytes(b"")

    with pytest.raises(UnreadableFile):
        library.ingest(tmp_path / "empty.txt")

    assert library.letters(superseded=True) == []


def test_changes_by_another_process_are_seen(tmp_path: Path) -> None:
    library = Library(tmp_path / "data")
    assert library.letters() == []

    Library(tmp_path / "data").ingest(letter(tmp_path, "a.txt"))

    assert len(library.letters()) == 1


def test_every_quote_is_verbatim(shipped: Library) -> None:
    head = shipped.letters()[0]
    text = shipped.text(head.id)

    for evidence in shipped.facts(head.id):
        place = evidence.fact.place
        assert place is not None
        assert place.quote.of(text) == evidence.quote
        assert place.own.of(text)


def test_facts_of_every_kind_are_found(shipped: Library) -> None:
    kinds = {type(evidence.fact) for evidence in shipped.facts(shipped.letters()[0].id)}

    assert {Indicator, Commitment} <= kinds
    assert len(kinds) == 8


def letter(folder: Path, name: str, number: int = 7, works: int = 4, agency: str = AGENCY) -> Path:
    path = folder / name
    words = LETTER.format(number=number, works=works, agency=agency)
    path.write_text(words, encoding="utf-8")
    return path


def test_letters_of_one_district_that_differ_about_a_figure_are_both_quoted(tmp_path: Path) -> None:
    library = Library(tmp_path / "data")
    said = "某市某区{office}关于第{number}号建议的答复\n甲某代表：\n一、情况\n截至2024年5月底，全区现有供水管网{length}公里。\n某市某区{office}\n2024年6月3日\n"
    warnings = []
    for number, office, length in (
        (7, "水务局", 320),
        (8, "发展和改革委员会", 300),
        (9, "教育局", 300),
    ):
        path = tmp_path / f"{number}.txt"
        path.write_text(said.format(office=office, number=number, length=length), encoding="utf-8")
        warnings.append(library.ingest(path).findings.warnings)

    first, second, third = warnings
    assert first == ()
    assert "本件“截至2024年5月底，全区现有供水管网300公里。”为300公里" in second[0]
    assert "7“截至2024年5月底，全区现有供水管网320公里。”为320公里" in second[0]
    assert len(third) == 1
