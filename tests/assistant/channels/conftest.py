"""What tests of all channels share: the time, and a dialogue of a few sentences."""

from datetime import UTC, datetime

import pytest

from tests.fakes.dialogue import TableDialogue

NOW = datetime(2022, 10, 1, 1, 0, tzinfo=UTC)


@pytest.fixture
def dialogue() -> TableDialogue:
    return TableDialogue()
