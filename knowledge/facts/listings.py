"""Listings: names given together, and as what (四大证明商标, 3家（…）, …等认定工作).

    read_listings(statements, indicators, lexicon, letter_date) -> tuple[Listing, ...]

Reads series of names before a figure or 等, and names in brackets or behind a colon after a figure.
Who holds which title is left to `recognitions.py`.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from knowledge.facts.clauses import Statement, enclosed
from knowledge.facts.figures import Figure, find_figures
from knowledge.facts.names import clean_name
from knowledge.facts.series import Named, Series, Titled, read_series, series_in
from knowledge.facts.times import first_time
from knowledge.facts.vocabulary import Vocabulary, vocabulary_of
from knowledge.glossary import Indicator, Item, Listing
from knowledge.words.lexicon import Lexicon

_AFTER_FIGURE = re.compile(
    r"[^，；。：（）]{0,20}?(?P<open>（|：|，(?:即|分别是|分别为|包括|有)：?|(?:即|分别是|分别为|包括)：?)"
)
_DUTY = re.compile(r"负责|牵头|配合|责任|时限|完成时间|[年月]底|\d月|日前")
_OFFICE = re.compile(r"(?:局|委|办|厅|会|部|院|所|中心|集团|公司|街道|镇|乡|支队|大队|部门|单位)$")
_GROUP = re.compile(r"[；]")
_WORDY = re.compile(
    r"[\d]{1,}[个家件项%]|同比|占|其中|第.{1,8}号|以下简称|简称|见附件|不含|含|截至"
)


def read_listings(
    statements: Iterable[Statement],
    indicators: Sequence[Indicator],
    lexicon: Lexicon,
    letter_date: date | None = None,
) -> tuple[Listing, ...]:
    """The listings of the statements in order, then the kinds a total is made of.

    "国家级优势企业3家（甲厂、乙厂、丙厂）" -> 国家级优势企业: 甲厂, 乙厂, 丙厂; count 3, complete
    """
    vocabulary = vocabulary_of(lexicon)
    known = frozenset(indicator.name for indicator in indicators if len(indicator.name) > 2)
    by_figure = {i.place.figure.start: i for i in indicators if i.place.figure}
    reader = _Reader(vocabulary, known, by_figure, letter_date)
    found = [listing for statement in statements for listing in reader.read(statement)]
    return (*found, *_kinds(indicators))


@dataclass(slots=True)
class _Reader:
    vocabulary: Vocabulary
    known: frozenset[str]
    by_figure: dict[int, Indicator]
    letter_date: date | None

    def read(self, statement: Statement) -> Iterator[Listing]:
        text = statement.text
        if "、" not in text and "”" not in text and "（" not in text:
            return
        figures = find_figures(text, self.vocabulary)
        depth = enclosed(text)
        yield from self._behind_figures(statement, text, figures, depth)
        for series in read_series(text, depth, figures, self.vocabulary):
            listing = self._of_series(statement, series)
            if listing:
                yield listing

    def _behind_figures(
        self, statement: Statement, text: str, figures: list[Figure], depth: bytes
    ) -> Iterator[Listing]:
        """Names in brackets or behind a colon after a figure: 3家（甲、乙、丙）, 5件，即“甲”“乙”."""
        for figure in figures:
            found = _AFTER_FIGURE.match(text, figure.end)
            indicator = self.by_figure.get(statement.place(figure.start, figure.end).own.start)
            if not found or not indicator or depth[figure.start]:
                continue
            close = _end_of_list(text, found.end(), bracket=found["open"] == "（")
            if _DUTY.search(text, found.end(), close):
                continue
            items = self._items(statement, text, found.end(), close, figures)
            if items and not _only_offices(items, figure):
                yield self._listing(statement, indicator, figure, items, close)

    def _items(
        self, statement: Statement, text: str, start: int, end: int, figures: list[Figure]
    ) -> list[Item]:
        """The names between two places; parts with a figure of their own are groups."""
        items: list[Item] = []
        count = _whole(next(f for f in reversed(figures) if f.end <= start))
        for left, right in _pieces(text, start, end, _GROUP):
            inner = [f for f in figures if left <= f.start and f.end <= right]
            figure = inner[0] if inner else None
            if len(inner) > 1 or text.startswith("其中", left):
                return []
            if figure is None:
                if _WORDY.search(text, left, right):
                    return items
                named = series_in(text, left, right, count)
                items += [self._item(statement, one, None) for one in named]
                continue
            group = clean_name(text[left : figure.start])
            inside = text.find("：", figure.end, right) + 1 or figure.end
            if not group or "、" in text[left : figure.start] or inside >= right:
                return []
            named = series_in(text, inside, right, _whole(figure))
            items += [self._item(statement, one, group) for one in named]
        return items

    def _item(self, statement: Statement, named: Named, group: str | None) -> Item:
        return Item(named.name, statement.place(named.start, named.end).own, group)

    def _listing(
        self,
        statement: Statement,
        indicator: Indicator,
        figure: Figure,
        items: list[Item],
        end: int,
    ) -> Listing:
        count = _whole(figure)
        stated = None if figure.bound else count
        more = statement.text[max(0, end - 4) : end].rstrip("）。，").endswith("等")
        return Listing(
            indicator.name,
            tuple(items),
            statement.place(_start(statement, indicator), end, (figure.start, figure.end)),
            count,
            complete=not more and (stated is None or len(items) >= stated),
            status=indicator.status,
            year=indicator.year,
        )

    def _of_series(self, statement: Statement, series: Series) -> Listing | None:
        """A series as a listing; a known name in front of the first item is what they all are."""
        named = list(series.items)
        label = Titled(series.label, series.status)
        first = named[0]
        known = next(
            (k for k in sorted(self.known, key=len, reverse=True) if first.name.startswith(k)), None
        )
        if known and len(first.name) > len(known) + 1:
            named[0] = Named(first.name[len(known) :], first.start + len(known), first.end)
            label = Titled(known + series.label.removeprefix(known), series.status)
        if not label.name:
            label = Titled(_common_end([one.name for one in named]), series.status)
        if not label.name:
            return None
        time = first_time(statement.text, self.letter_date)
        figure = (series.figure.start, series.figure.end) if series.figure else None
        return Listing(
            label.name,
            tuple(self._item(statement, one, None) for one in named),
            statement.place(_with_mark(statement.text, named[0].start), series.end, figure),
            series.count,
            complete=series.complete and (series.count is None or len(named) >= series.count),
            status=label.status,
            year=time.year if time else None,
        )


def _whole(figure: Figure) -> int | None:
    return int(figure.value) if figure.value == int(figure.value) else None


def _only_offices(items: Sequence[Item], figure: Figure) -> bool:
    """新建20处（区城管局、各镇）: who does it, not what is counted; （套） is another measure word."""
    offices = all(_OFFICE.search(item.name) for item in items) and len(items) != figure.value
    return offices or len(items) == 1 and len(items[0].name) < 2


def _with_mark(text: str, start: int) -> int:
    """A quoted name begins with its mark."""
    return start - 1 if text[start - 1 : start] == "“" else start


def _start(statement: Statement, indicator: Indicator) -> int:
    """Where the words of an indicator begin, counted in the statement."""
    index = statement.prose.folded.index(indicator.place.own.start)
    return max(0, index - statement.start)


def _end_of_list(text: str, start: int, *, bracket: bool) -> int:
    if bracket:
        close = text.find("）", start)
        return close if close > 0 else start
    found = re.compile(r"[。；\n]").search(text, start)
    end = found.start() if found else len(text)
    comma = text.find("，", start, end)
    return comma if comma > 0 else end


def _pieces(text: str, start: int, end: int, marks: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    for found in marks.finditer(text, start, end):
        yield start, found.start()
        start = found.end()
    if start < end:
        yield start, end


def _common_end(names: list[str]) -> str:
    """What all names end with: 甲幼儿园, 乙幼儿园 -> 幼儿园."""
    shortest = min(names, key=len)
    for cut in range(1, len(shortest) - 1):
        if all(name.endswith(shortest[cut:]) for name in names):
            return shortest[cut:]
    return ""


def _kinds(indicators: Sequence[Indicator]) -> Iterator[Listing]:
    """The parts of a total as a listing of its kinds: 知名品牌类别: 农产品品牌, 五金刀具品牌 …"""
    at = 0
    while at < len(indicators):
        parts = [indicators[at]]
        while at + len(parts) < len(indicators) and _same_total(
            parts[0], indicators[at + len(parts)]
        ):
            parts.append(indicators[at + len(parts)])
        at += len(parts)
        if len(parts) > 1 and parts[0].total and all(part.name != part.total for part in parts):
            yield _kind_listing(parts)


def _same_total(one: Indicator, other: Indicator) -> bool:
    return bool(one.total) and one.total == other.total and one.place.quote == other.place.quote


def _kind_listing(parts: list[Indicator]) -> Listing:
    items = tuple(Item(part.name, part.place.own) for part in parts)
    return Listing(f"{parts[0].total}类别", items, parts[0].place, len(parts), year=parts[0].year)
