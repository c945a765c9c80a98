"""Shares of wholes the letter does not total."""

import pytest

from tests.assistant.dialogue.conftest import Ask


@pytest.mark.parametrize(
    ("asked", "share"),
    [("国家级优势企业占优势企业的比例", "16.7%"), ("优势企业里市级的占多少", "83.3%")],
)
def test_all_levels_together_are_the_whole(ask: Ask, asked: str, share: str) -> None:
    assert ask(asked).headline == share


def test_kinds_that_cannot_be_added_up_make_no_whole(ask: Ask) -> None:
    assert ask("助理工程师占两类工程师的比例").kind == "unknown"
