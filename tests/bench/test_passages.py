"""The adapter for measuring: plain passages in, places and scores out."""

from pathlib import Path

from tests.bench.passages import build


def test_the_place_of_the_right_passage_comes_first(tmp_path: Path) -> None:
    search = build(["全区知名品牌32个。", "公共停车位2732个。"], str(tmp_path))

    found = search("停车位有多少", 5)

    assert found[0][0] == 1
    assert found[0][1] > 0


def test_building_again_in_the_same_folder_starts_anew(tmp_path: Path) -> None:
    build(["全区知名品牌32个。"], str(tmp_path))
    search = build(["公共停车位2732个。"], str(tmp_path))

    assert search("知名品牌", 5) == []
