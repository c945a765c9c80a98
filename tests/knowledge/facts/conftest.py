"""Fixtures of the tests of facts."""

import pytest

from knowledge.words.lexicon import Lexicon


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return Lexicon.load()
