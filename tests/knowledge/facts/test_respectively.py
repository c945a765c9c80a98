"""分别: whose each figure of a row is."""

import pytest

from knowledge.facts.respectively import owners


@pytest.mark.parametrize(
    ("text", "size", "names"),
    [
        ("“甲茶”“乙茶”获证明商标，品牌价值分别为60亿元", 2, ("甲茶", "乙茶")),
        ("城东、城西、城南三个片区分别新建学校3所", 3, ("城东", "城西", "城南")),
        # the row before it has the same names
        ("现有小学、初中分别为12所和5所，在校生分别达到8000人", 2, ("小学", "初中")),
        # fewer names than figures
        ("城东、城西分别新建学校3所", 3, ()),
        # years are none
        ("2020年、2021年分别完成3家", 2, ()),
        ("新建学校3所", 2, ()),
    ],
)
def test_each_figure_of_a_row_has_its_name(text: str, size: int, names: tuple[str, ...]) -> None:
    row = max(text.rfind(mark) for mark in "36128") if "为6" not in text else text.index("60")

    assert owners(text, row, size) == names
