"""Warming up: what is loaded for all answers is not looked through at each collection."""

import gc
from collections.abc import Iterator

import pytest

from assistant.commands.warming import warm
from knowledge import Library


@pytest.fixture
def collector() -> Iterator[None]:
    before = gc.get_threshold()
    yield
    gc.unfreeze()
    gc.set_threshold(*before)


@pytest.mark.usefixtures("collector")
def test_the_letters_at_hand_are_there_for_good(shipped: Library) -> None:
    warm(shipped)
    facts = shipped.facts(shipped.letters()[0].id)

    assert facts[0].quote
    assert gc.get_freeze_count() > len(facts)
    assert not any(one is facts for one in gc.get_objects())
