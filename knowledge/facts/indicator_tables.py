"""Indicator tables: the cells of a table of figures as indicators, each with its cell as place.

Years or measures as columns (指标 | 单位 | 2021年 | 2022年目标), or indicators as columns and
areas or names as rows (区县 | 有效注册商标（件）). Tables of promises are read by `tables.py`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from knowledge.facts.calendar import month_end
from knowledge.facts.outline import Outline, Prose
from knowledge.facts.table_headers import is_numeric
from knowledge.facts.tables import is_commitment_table
from knowledge.glossary import Indicator, Span
from knowledge.words.folding import Folded

_UNIT = re.compile(r"[（(](?:单位[：:])?(?P<u>[\u4e00-\u9fff%/]{1,8})[）)]|(?P<p>%)$")
_UNIT_COLUMN = re.compile(r"^(?:计量)?单位$")
_CAPTIONS = 3  # passages above a table that may say its unit
_NOTE_COLUMN = re.compile(r"备注|说明|来源|忽略")
_NUMBER_COLUMN = re.compile(r"^(?:序号?|编号|项次|排名|位次|电话|邮编|代码)$")
_TIME = re.compile(
    r"(?:截[至止])?(?P<y>20\d\d|19\d\d)年?(?:(?P<m>1[0-2]|0?[1-9])月|(?P<q>[一二三四1-4])季度|(?P<h>[上下])半年)?(?:底|末|度)?"
)
_MEASURES = (
    ("目标", r"目标|计划|任务数"),
    ("增长率", r"同比|增长率|增幅|增速|增长"),
    ("新增", r"新增|净增"),
    ("占比", r"占比|比重|比例"),
    ("累计", r"累计"),
    ("存量", r"完成|实际|现有|数值|数量|总量|存量|指标值|合计|总数"),
)
_CAPTION_UNIT = re.compile(r"单位[：:](?P<u>[\u4e00-\u9fff%/]{1,6})")
_AREA = re.compile(
    r"^[\u4e00-\u9fff]{1,10}(?:省|市|区|县|镇|乡|街道|州|旗|全国|全市|全区|全县|全省)$|^全[国省市区县]$"
)


@dataclass(frozen=True, slots=True)
class _Column:
    """A column of figures: what its name says apart from the indicator's name."""

    at: int
    name: str
    unit: str
    measure: str | None
    time: str | None
    year: int | None
    as_of: date | None


def read_indicator_tables(outline: Outline) -> tuple[Indicator, ...]:
    """The indicators of all tables of figures of a document, row by row."""
    found: list[Indicator] = []
    for rows in outline.tables:
        if not is_commitment_table(rows[0].header):
            found += _table(rows, _caption(outline, rows[0]))
    return tuple(found)


def columns_read(rows: tuple[Prose, ...]) -> set[int]:
    """The columns of a table that figures, their names, units or numbers are read from."""
    header = rows[0].header
    named = _name_column(rows)
    figures = {at for at in range(len(header)) if _is_figures(rows, at)}
    plain = {
        at
        for at, name in enumerate(header)
        if _UNIT_COLUMN.match(name) or _NUMBER_COLUMN.match(name) or _NOTE_COLUMN.match(name)
    }
    return plain | figures | {named} if named is not None and figures else set()


def _caption(outline: Outline, row: Prose) -> str:
    """The passages above the first row: captions and names of columns."""
    passages = list(outline.prose)
    at = next(at for at, prose in enumerate(passages) if prose is row)
    above = passages[max(0, at - _CAPTIONS) : at]
    return "\n".join(prose.text for prose in above if prose.row is None and len(prose.text) < 200)


def _table(rows: tuple[Prose, ...], caption: str) -> Iterator[Indicator]:
    header = rows[0].header
    named = _name_column(rows)
    if named is None:
        return
    stated = _CAPTION_UNIT.search(caption)
    unit = stated["u"] if stated else ""
    columns = _about_the_same(
        [
            _column(at, name, unit)
            for at, name in enumerate(header)
            if at != named and _is_figures(rows, at) and not _NUMBER_COLUMN.match(name)
        ]
    )
    units = next((at for at, name in enumerate(header) if _UNIT_COLUMN.match(name)), None)
    for prose in rows:
        for column in columns:
            figure = _cell(prose, column.at)
            if is_numeric(figure.text) and _cell(prose, named).text:
                yield _indicator(prose, column, named, units)


def _name_column(rows: tuple[Prose, ...]) -> int | None:
    """The first column of words."""
    header = rows[0].header
    return next(
        (
            at
            for at, name in enumerate(header)
            if not _NUMBER_COLUMN.match(name)
            and not _UNIT_COLUMN.match(name)
            and not _is_figures(rows, at)
            and any(_cell(prose, at).text for prose in rows)
        ),
        None,
    )


def _is_figures(rows: tuple[Prose, ...], at: int) -> bool:
    """Whether at least half of the filled cells of a column are figures."""
    filled = [_cell(prose, at).text for prose in rows if _cell(prose, at).text]
    return bool(filled) and 2 * sum(map(is_numeric, filled)) >= len(filled)


def _column(at: int, name: str, unit: str) -> _Column:
    """有效注册商标（件） -> 有效注册商标, 件; 2022年目标（件） -> no name, 目标, 2022."""
    stated = _UNIT.search(name)
    rest = _UNIT.sub("", name)
    time = _TIME.search(rest)
    rest = _TIME.sub("", rest, count=1)
    measure = next((kind for kind, words in _MEASURES if re.search(words, rest)), None)
    bare = re.sub(
        r"目标值?|计划数?|任务数|同比(?:增长|增减)?|增幅|增速|完成[数值情况]*|实际[数值]*|数值|数量|指标值|[（）()±%]",
        "",
        rest,
    )
    name = bare if len(bare) >= 2 else ""
    own = (stated["u"] or stated["p"]) if stated else ""
    if measure == "增长率" and not own:
        own = "%"
    return _Column(
        at, name, own or unit, measure, time[0] if time else None,
        int(time["y"]) if time else None, _as_of(time) if time else None,
    )  # fmt: skip


def _about_the_same(columns: list[_Column]) -> list[_Column]:
    """同比增长 right of 有效注册商标 is the growth of the latter."""
    named: list[_Column] = []
    for column in columns:
        before = named[-1].name if named else ""
        own = column.name or column.measure not in ("增长率", "占比") or column.year
        named.append(column if own else replace(column, name=before))
    return named


def _as_of(time: re.Match[str]) -> date:
    """The last day of the time a column speaks of: 2022年5月 -> 31 May 2022, 2021年 -> its end."""
    month = 12
    if time["m"]:
        month = int(time["m"])
    elif time["q"]:
        month = 3 * ("一二三四".find(time["q"]) + 1 or int(time["q"]))
    elif time["h"] == "上":
        month = 6
    return month_end(int(time["y"]), month)


def _indicator(prose: Prose, column: _Column, named: int, units: int | None) -> Indicator:
    row_name, figure = _cell(prose, named).text, _cell(prose, column.at)
    row_unit = _cell(prose, units).text if units is not None else ""
    in_name = _UNIT.search(row_name)
    unit = "%" if figure.text.endswith("%") else row_unit or column.unit
    if in_name and not row_unit and (in_name["u"] or in_name["p"]):
        unit, row_name = unit if unit == "%" else in_name["u"] or "%", _UNIT.sub("", row_name)
    name, about = (column.name, row_name) if column.name else (row_name, None)
    place = Span(figure.places[0], figure.places[-1] + 1)
    area = about if about and _AREA.match(about) else None
    return Indicator(
        name=name,
        value=Decimal(figure.text.strip("% ").replace(",", "").replace("—", "-")),
        unit="%" if column.measure == "增长率" else unit,
        place=replace(
            prose.place(place, prose.passage.span, place), section=_cell_name(prose, column)
        ),
        measure=column.measure or "数量",
        scope=area,
        subject=about if area is None else None,
        time=column.time,
        as_of=column.as_of,
        year=column.year,
    )


def _cell_name(prose: Prose, column: _Column) -> str:
    """Where a figure stands, as a person finds it: 附件第2行“2022年”列."""
    return f"{prose.passage.section}第{prose.row or 1}行“{prose.header[column.at]}”列"


def _cell(prose: Prose, at: int) -> Folded:
    return prose.cells[at] if at < len(prose.cells) else Folded("", ())
