"""Rows: a fact taken apart to columns comes back the same."""

from dataclasses import replace
from decimal import Decimal

import pytest

from knowledge.glossary import Commitment, Deadline, Fact, Indicator, Item, Listing, Place, Span
from knowledge.store.rows import columns_of, fact_of
from knowledge.store.saving import facts_of
from tests.knowledge.store.test_saving import FOUND

PLACE = Place("7-1-1", "一", Span(3, 9), Span(0, 12))


@pytest.mark.parametrize("fact", facts_of(FOUND), ids=lambda fact: type(fact).__name__)
def test_a_fact_of_every_kind_comes_back_the_same(fact: Fact) -> None:
    assert fact.place is not None
    items = fact.items if isinstance(fact, Listing) else ()

    row = columns_of(fact, quote_id=1, letter_id=2, position=3)

    assert fact_of(type(fact), row, fact.place.quote, items) == fact
    assert (row["quote_id"], row["letter_id"], row["position"]) == (1, 2, 3)


def test_a_figure_keeps_its_digits_and_its_own_place() -> None:
    one = Indicator("专利", Decimal("3.850"), "件", replace(PLACE, figure=Span(5, 7)))

    row = columns_of(one, 1, 1, 0)

    assert str(row["value"]) == "3.850"
    assert (row["figure_start"], row["figure_end"]) == (5, 7)


@pytest.mark.parametrize(
    "deadline",
    [None, Deadline("适时"), Deadline("每季度", precision="recurring", recurring="每季度")],
)
def test_a_deadline_without_days_stays_what_it_was(deadline: Deadline | None) -> None:
    promise = Commitment("巡查", deadline, PLACE)

    again = fact_of(Commitment, columns_of(promise, 1, 1, 0), PLACE.quote)

    assert isinstance(again, Commitment)
    assert again.deadline == deadline


def test_the_items_of_a_listing_are_rows_of_their_own() -> None:
    listing = Listing("商标", (Item("甲", Span(3, 4)),), PLACE)

    assert "items" not in columns_of(listing, 1, 1, 0)
