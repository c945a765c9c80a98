"""The inventory of letter 59: every figure counted by hand is found and none is misnamed."""

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from knowledge.facts.indicators import read_indicators
from knowledge.glossary import Indicator
from knowledge.words.folding import fold
from knowledge.words.lexicon import Lexicon
from tests.knowledge.facts.documents import LETTER_DATE, letter_59, statements_of

INVENTORY = yaml.safe_load(
    (Path(__file__).parent / "inventory_59.yaml").read_text(encoding="utf-8")
)


@pytest.fixture(scope="module")
def found() -> tuple[Indicator, ...]:
    return read_indicators(statements_of(letter_59()), Lexicon.load(), LETTER_DATE)


def test_nothing_is_found_that_was_not_counted(found: tuple[Indicator, ...]) -> None:
    assert len(found) == len(INVENTORY)


@pytest.mark.parametrize(
    ("at", "row"), list(enumerate(INVENTORY)), ids=lambda value: str(value)[:40]
)
def test_every_figure_counted_by_hand_is_found_with_its_name(
    found: tuple[Indicator, ...], at: int, row: Mapping[str, Any]
) -> None:
    indicator = found[at]

    assert _differences(indicator, row) == {}


def test_every_figure_is_quoted_verbatim(found: tuple[Indicator, ...]) -> None:
    text = letter_59().text
    for indicator, row in zip(found, INVENTORY, strict=True):
        place = indicator.place

        assert place.figure is not None and place.quote.start <= place.own.start
        assert place.own.start <= place.figure.start < place.figure.end <= place.own.end
        assert str(row["unit"])[-1] in fold(place.figure.of(text)).text or row["unit"] == "个"
        assert fold(place.figure.of(text)).text[:1] in row["words"]


def _differences(indicator: Indicator, row: Mapping[str, Any]) -> dict[str, tuple[Any, Any]]:
    wanted = {key: value for key, value in row.items() if key != "words"}
    wanted["value"] = Decimal(str(row["value"]))
    got = {key: getattr(indicator, key) for key in wanted}
    return {key: (wanted[key], got[key]) for key in wanted if wanted[key] != got[key]}
