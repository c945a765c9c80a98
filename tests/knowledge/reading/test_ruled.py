"""Ruled tables in pictures: their cells, merged ones whole; a page without lines has none."""

from PIL import Image, ImageDraw

from knowledge.reading.pages import grid_of
from knowledge.reading.ruled import ruled_tables

PAGE = (800, 1000)


def page(*lines: tuple[int, int, int, int]) -> Image.Image:
    image = Image.new("RGB", PAGE, "white")
    for line in lines:
        ImageDraw.Draw(image).line(line, fill="black", width=2)
    return image


def test_a_table_is_a_grid_of_its_cells_with_merged_ones_in_all_they_cover() -> None:
    rows = [(100, y, 700, y) for y in (200, 260, 380)]
    half = (100, 320, 400, 320)  # the cell to the right of it covers two rows
    sides = [(x, 200, x, 380) for x in (100, 250, 400, 700)]

    ((box, cells),) = ruled_tables(page(*rows, half, *sides))
    part = grid_of([(cell, str(at)) for at, cell in enumerate(cells)], box, PAGE[0], near=6)

    assert part is not None
    assert [[one.text for one in row] for row in part.rows] == [
        ["0", "1", "2"],
        ["3", "4", "5"],
        ["6", "7", "5"],
    ]


def test_a_page_of_text_with_an_underlined_word_has_no_table() -> None:
    image = page((100, 300, 260, 300))
    for y in range(100, 900, 40):
        ImageDraw.Draw(image).text((100, y), "no table here " * 6, fill="black")

    assert ruled_tables(image) == []
