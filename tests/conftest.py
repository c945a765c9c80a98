"""Fixtures for all tests: the shipped letter in a library, made once and only read."""

from pathlib import Path

import pytest

from knowledge import Library

ROOT = Path(__file__).parent.parent
LETTER = ROOT / "knowledge" / "sources" / "letters" / "letter-59.txt"


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """A library that holds the shipped letter; tests that change a library make their own."""
    library = Library(tmp_path_factory.mktemp("shipped"))
    library.ingest(LETTER)
    return library
