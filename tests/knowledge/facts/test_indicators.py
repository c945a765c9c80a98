"""Indicators of sentences on any topic."""

import difflib
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from knowledge.glossary import Indicator
from knowledge.words.lexicon import Lexicon
from tests.knowledge.facts.documents import figures_of

TOPICS = yaml.safe_load(
    (Path(__file__).parent / "figures_of_other_topics.yaml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("row", TOPICS, ids=lambda row: row["text"][:16])
def test_figures_of_any_topic_get_their_own_name(row: Mapping[str, Any], lexicon: Lexicon) -> None:
    found = figures_of(row["text"], lexicon)

    assert _misread(found, row["figures"]) == []


def _misread(found: list[Indicator], wanted: list[dict[str, Any]]) -> list[str]:
    """What differs, in words; a name may lack what stands in （…） in the table."""
    if len(found) != len(wanted):
        return [f"{one.name}={one.value}{one.unit}" for one in found]
    return [fault for one, row in zip(found, wanted, strict=True) for fault in _faults(one, row)]


def _faults(one: Indicator, row: dict[str, Any]) -> list[str]:
    faults = [] if _alike(one, row["name"]) else [f"name {one.name}, not {row['name']}"]
    for key, value in row.items():
        have = getattr(one, key)
        want = Decimal(str(value)) if key == "value" else value
        if key != "name" and have != want:
            faults.append(f"{row['name']}: {key} {have}, not {want}")
    return faults


def _alike(one: Indicator, name: str) -> bool:
    short = name.split("）")[-1] or name.strip("（）")
    whole = name.replace("（", "").replace("）", "")
    return any(
        difflib.SequenceMatcher(None, one.name, want).ratio() > 0.9 for want in (short, whole)
    )


def test_the_year_told_of_holds_on_in_its_passage(lexicon: Lexicon) -> None:
    text = "2021年，新改建校舍186间，完成投资3.92亿元。改造食堂12座。目前建成泵站3座。"

    years = {one.name: one.year for one in figures_of(text, lexicon)}

    assert years["改造食堂"] == 2021
    assert years["泵站"] != 2021


def test_a_part_may_come_in_a_smaller_unit_than_its_total(lexicon: Lexicon) -> None:
    text = "蔬菜总产量1.52万吨，同比增长4.1%，其中白菜8600吨、萝卜5200吨。"

    totals = {one.name: one.total for one in figures_of(text, lexicon)}

    assert totals["白菜"] == totals["萝卜"] == "蔬菜总产量"


def test_each_figure_of_a_row_is_that_of_the_name_in_its_place(lexicon: Lexicon) -> None:
    text = "现有小学、初中分别为12所和5所，在校生分别达到8000人和3200人。"

    found = [(one.subject, one.name) for one in figures_of(text, lexicon)]

    assert found[-1] == ("初中", "在校生")


def test_a_figure_compared_with_is_of_its_own_year(lexicon: Lexicon) -> None:
    text = "2021年投入养护资金2140万元，比2020年的1860万元增加280万元。"

    years = {str(one.value): one.year for one in figures_of(text, lexicon)}

    assert years["1860"] == 2020


def test_the_minutes_of_a_clock_are_no_figure(lexicon: Lexicon) -> None:
    assert figures_of("末班车时间由17时30分延长至18时30分。", lexicon) == []


def test_money_won_is_none_aimed_at(lexicon: Lexicon) -> None:
    won, aimed = figures_of("争取上级补助资金1.36亿元。争取建成泵站3座。", lexicon)

    assert (won.measure, aimed.measure) == ("数量", "目标")
