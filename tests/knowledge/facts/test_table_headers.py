"""Table headers: captions above, one row of names or two."""

from knowledge.facts.flattened import Grid
from knowledge.facts.table_headers import header_of
from knowledge.glossary import Span
from knowledge.words.folding import fold


def _grid(*rows: tuple[str, ...]) -> Grid:
    return Grid(
        tuple(tuple(fold(cell) for cell in row) for row in rows), (Span(0, 1),) * len(rows), 0, 1
    )


def test_a_row_of_one_text_is_a_caption():
    header = header_of(_grid(("指标表", "指标表"), ("指标", "2022年"), ("商标", "5")))

    assert (header.names, header.captions, header.body) == (("指标", "2022年"), 1, 2)


def test_a_row_of_labels_with_their_values_is_a_caption():
    header = header_of(
        _grid(("填报单位：县水务局", "填报日期：5月20日"), ("事项", "时限"), ("建站", "年底"))
    )

    assert header.names == ("事项", "时限")


def test_names_above_several_columns_stand_before_theirs():
    header = header_of(
        _grid(("指标", "2022年", "2022年"), ("指标", "目标", "完成"), ("商标", "5", "4"))
    )

    assert header.names == ("指标", "2022年目标", "2022年完成")


def test_a_single_row_of_names_is_the_first():
    assert header_of(_grid(("序号", "任务"), ("1", "建站"))).body == 1
