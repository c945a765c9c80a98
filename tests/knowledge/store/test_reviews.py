"""Reviews: the sheets people corrected, by file."""

from pathlib import Path

from knowledge.store import open_database, reviews


def test_the_last_sheet_of_a_file_is_kept(tmp_path: Path) -> None:
    database = open_database(tmp_path)
    with database.write() as session:
        reviews.put(session, "a" * 64, {"letter": {"number": "7"}})
        reviews.put(session, "b" * 64, {"letter": {"number": "9"}})
        reviews.put(session, "a" * 64, {"letter": {"number": "八"}, "indicators": []})

    with database.read() as session:
        assert reviews.sheet_of(session, "a" * 64) == {"letter": {"number": "八"}, "indicators": []}
        assert reviews.sheet_of(session, "b" * 64) == {"letter": {"number": "9"}}


def test_a_file_nobody_corrected_has_no_sheet(tmp_path: Path) -> None:
    database = open_database(tmp_path)

    with database.read() as session:
        assert reviews.sheet_of(session, "c" * 64) is None
