"""Fixtures for all tests: the shipped letter in a library, made once and only read.

Properties are tested on the same examples in every run, so that a red run means a change in the code.
`HYPOTHESIS_PROFILE=deep make test` tries many more, other ones each time.
"""

import os
from pathlib import Path

import pytest
from hypothesis import settings

from knowledge import Library

settings.register_profile("steady", derandomize=True, database=None, deadline=None)
settings.register_profile("deep", max_examples=5_000, print_blob=True, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))

ROOT = Path(__file__).parent.parent
LETTER = ROOT / "knowledge" / "sources" / "letters" / "letter-59.txt"


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """A library that holds the shipped letter; tests that change a library make their own."""
    library = Library(tmp_path_factory.mktemp("shipped"))
    library.ingest(LETTER)
    return library
