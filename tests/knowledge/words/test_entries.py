"""Entries: the lexicon's files as they are read, and every fault told with its file."""

from decimal import Decimal
from pathlib import Path

import pytest

from knowledge.words.curated import Faults
from knowledge.words.entries import (
    DepartmentWords,
    Measure,
    read_aliases,
    read_departments,
    read_groups,
    read_qualifiers,
    read_units,
)


@pytest.fixture
def faults() -> Faults:
    return Faults()


def write(folder: Path, name: str, text: str) -> Path:
    (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def test_lists_of_words_are_read_by_name(tmp_path: Path, faults: Faults) -> None:
    folder = write(tmp_path, "terms", "水务: [泵站, 管网]\n教育: [学位]\n")

    assert read_groups(folder, "terms", faults) == {"水务": ("泵站", "管网"), "教育": ("学位",)}
    assert faults == []


def test_an_alias_leads_to_the_name_it_stands_for(tmp_path: Path, faults: Faults) -> None:
    folder = write(tmp_path, "aliases", "市场监督管理局: [市监局, 工商局]\n")

    assert read_aliases(folder, faults)["工商局"] == "市场监督管理局"
    assert faults == []


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("水务局: [水]\n", "too short"),
        ("水务局: [水利局]\n水利局: [水务局]\n", "circle"),
        ("水务局: [水利局]\n财政局: [水利局]\n", "twice"),
    ],
)
def test_aliases_that_lead_astray_are_faults(
    text: str, fault: str, tmp_path: Path, faults: Faults
) -> None:
    read_aliases(write(tmp_path, "aliases", text), faults)

    assert [fault in told for told in faults] == [True]


UNITS = "general: [个]\ncounters: [[件, 项]]\nmeasures:\n  元:\n    1: [元]\n    10000: [万元]\n"


def test_measures_have_a_base_and_a_size(tmp_path: Path, faults: Faults) -> None:
    general, counters, measures = read_units(write(tmp_path, "units", UNITS), faults)

    assert (general, counters) == (("个",), (("件", "项"),))
    assert measures["万元"] == Measure("元", Decimal(10000))
    assert faults == []


@pytest.mark.parametrize(
    "text", [UNITS.replace("[个]", "[个]\nsizes: {}"), UNITS + "    100: [万元]\n"]
)
def test_an_unknown_key_or_a_unit_of_two_sizes_is_a_fault(
    text: str, tmp_path: Path, faults: Faults
) -> None:
    read_units(write(tmp_path, "units", text), faults)

    assert len(faults) == 1
    assert faults[0].startswith("units.yaml")


LEVELS = "level:\n  members: {国家级: [国家级, 全国], 市级: [市级], 区级: [区级]}\n  together: [[市级, 区级]]\n"


def test_members_of_a_class_contradict_unless_they_go_together(
    tmp_path: Path, faults: Faults
) -> None:
    national, city, _ = read_qualifiers(write(tmp_path, "qualifiers", LEVELS), faults)["level"]

    assert (national.kind, national.name, national.words) == ("level", "国家级", ("国家级", "全国"))
    assert national.together == frozenset()
    assert city.together == {"市级", "区级"}


def test_what_goes_together_has_to_be_a_member(tmp_path: Path, faults: Faults) -> None:
    text = LEVELS.replace("[[市级, 区级]]", "[[市级, 镇级]]")

    read_qualifiers(write(tmp_path, "qualifiers", text), faults)

    assert faults == ["qualifiers.yaml: together of level names 镇级, which is no member"]


def test_a_department_goes_by_full_short_and_former_names(tmp_path: Path, faults: Faults) -> None:
    text = "水务局:\n  full: [水务管理局]\n  short: [水务]\n  former: [水利局]\n  fields: [管网]\n教育局:\n"
    departments = read_departments(write(tmp_path, "departments", text), faults)

    assert departments["水务局"].all == ("水务局", "水务管理局", "水务", "水利局")
    assert departments["水务局"].fields == ("管网",)
    assert departments["教育局"] == DepartmentWords("教育局")
    assert faults == []


def test_two_departments_may_not_share_a_name(tmp_path: Path, faults: Faults) -> None:
    text = "水务局:\n  short: [水]\n农业局:\n  short: [水]\n"

    read_departments(write(tmp_path, "departments", text), faults)

    assert faults == ["departments.yaml: 水 stands twice (under 水务局 and 农业局)"]
