"""Indicator tables: cells of figures -> indicators."""

from datetime import date

from knowledge.facts.indicator_tables import read_indicator_tables
from knowledge.facts.passages import read_outline
from knowledge.reading import read_bytes


def _read(content: str):
    document = read_bytes("table.csv", content.encode())
    return document, read_indicator_tables(read_outline(document))


def test_years_as_columns_give_a_row_each_year():
    _, found = _read("指标,单位,2021年,2022年目标\n有效注册商标,件,12793,14500\n续展率,%,88.5,90\n")

    assert [(one.name, str(one.value), one.unit, one.year, one.measure) for one in found] == [
        ("有效注册商标", "12793", "件", 2021, "数量"),
        ("有效注册商标", "14500", "件", 2022, "目标"),
        ("续展率", "88.5", "%", 2021, "数量"),
        ("续展率", "90", "%", 2022, "目标"),
    ]
    assert found[0].as_of == date(2021, 12, 31)


def test_indicators_as_columns_give_a_scope_each_row():
    _, found = _read(
        '区县,有效注册商标（件）,同比增长（%）\n江阳区,"9,867",14.4\n白云区,"12,300",8\n'
    )

    assert [(one.scope, one.name, str(one.value), one.unit, one.measure) for one in found] == [
        ("江阳区", "有效注册商标", "9867", "件", "数量"),
        ("江阳区", "有效注册商标", "14.4", "%", "增长率"),
        ("白云区", "有效注册商标", "12300", "件", "数量"),
        ("白云区", "有效注册商标", "8", "%", "增长率"),
    ]


def test_the_figure_is_the_cell():
    document, found = _read("指标,单位,2021年\n有效注册商标,件,12793\n发明专利,件,322\n")

    assert found[1].place.figure is not None
    assert found[1].place.figure.of(document.text) == "322"


def test_a_table_of_promises_has_no_indicators():
    _, found = _read(
        "序号,事项,时限,责任单位\n1,新建站点7个,年内,区民政局\n2,占比达到68%,年内,区民政局\n"
    )

    assert found == ()
