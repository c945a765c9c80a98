"""Series: names joined by 、 or standing in quotations one behind another, with what closes them.

"对标五金、汽摩、静脉五大产业" -> 五金, 汽摩, 静脉; label 产业, figure 五大. What they are good for is
left to `listings.py`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.facts.figures import Figure
from knowledge.facts.names import clean_name
from knowledge.facts.times import time_at
from knowledge.facts.vocabulary import Vocabulary

_CLAUSE_MARK = re.compile(r"[，；。：！？\n]")
_JOIN = re.compile(r"[和与及](?=[“\u4e00-\u9fff])|以及")
_QUOTED = re.compile(r"“([^“”]{1,24})”")
_QUOTED_ROW = re.compile(r"“[^“”]{1,24}”(?:(?:[、和与及]|以及)?“[^“”]{1,24}”)+")
_ETC = re.compile(r"等(?!级|候|待|额|同|于|到|价|额)")
_LABEL_END = re.compile(
    r"[和与及]“|[，；。：、（）“”\n]|为(?:引领|载体|重点|主|基础|依托|核心|抓手)|的(?!士)|(?:已|将|也|均|都|正在|全部|陆续|相继)(?=[\u4e00-\u9fff])"
)
_RESTART = re.compile(r"(?<=[\u4e00-\u9fff])(?:用|以|把|将|向|按照|采取|通过)(?=[\u4e00-\u9fff“])")
_NOMINAL = re.compile(
    r"(?:工作|活动|项目|设施|中心|制度|机制|范围|服务|体系|工程|平台|措施|标准|品牌|商标|企业|单位|学校|市场|方式|产品|任务|事项)$"
)
_TOO_LONG = 24


@dataclass(frozen=True, slots=True)
class Named:
    """One name of a series at [start, end)."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Titled:
    """What a series is called, and at which stage its things are."""

    name: str
    status: str | None


@dataclass(frozen=True, slots=True)
class Series:
    """一串名称: the names, what they are (label), how many are said to be, up to where it goes."""

    items: tuple[Named, ...]
    label: str
    end: int
    count: int | None = None
    complete: bool = True
    status: str | None = None
    figure: Figure | None = None


def read_series(
    text: str, depth: bytes, figures: list[Figure], vocabulary: Vocabulary
) -> Iterator[Series]:
    """The series of a statement that say what they are, outside brackets."""
    for start, end in _clauses(text, depth):
        row = _QUOTED_ROW.search(text, start, end)
        if row:
            yield _quoted(text, row, start, end, figures, vocabulary)
        elif "、" in text[start:end]:
            series = _listed(text, start, end, depth, figures, vocabulary)
            if series:
                yield series


def series_in(text: str, start: int, end: int, count: int | None = None) -> list[Named]:
    """The names between two places that hold nothing else: 甲厂、乙厂和丙厂 -> three, if `count` is 3.

    Without that number 和 stays: 住房和城乡建设局 is one name.
    """
    quoted = list(_QUOTED.finditer(text, start, end))
    if quoted:
        return [Named(found[1], found.start(1), found.end(1)) for found in quoted]
    parts = list(_parts(text, start, end, _inner_depth(text, start, end)))
    if len(parts) + 1 == count:
        parts[-1:] = _joined(text, *parts[-1])
    named = []
    for left, right in parts:
        stop = _ETC.search(text, left, right)
        right = stop.start() if stop and right - stop.start() <= 6 else right
        named.append(_named(text, left, right))
    return [one for one in named if one.name and len(one.name) <= _TOO_LONG]


def _clauses(text: str, depth: bytes) -> Iterator[tuple[int, int]]:
    start = 0
    for found in _CLAUSE_MARK.finditer(text):
        if not depth[found.start()]:
            yield start, found.start()
            start = found.end()
    if start < len(text):
        yield start, len(text)


def _quoted(
    text: str,
    row: re.Match[str],
    start: int,
    end: int,
    figures: list[Figure],
    vocabulary: Vocabulary,
) -> Series:
    """“甲”“乙”四大证明商标 or “甲”“乙”等品牌."""
    items = tuple(
        Named(found[1], found.start(1), found.end(1))
        for found in _QUOTED.finditer(text, row.start(), row.end())
    )
    at = row.end()
    more = _ETC.match(text, at)
    at = more.end() if more else at
    figure = next((f for f in figures if f.start == at), None)
    at = figure.end if figure else at
    label, stop = _label(text, at, end, vocabulary)
    status = _status(text[start : row.start()], vocabulary)
    return Series(items, label, stop, _count(figure), not more, status, figure)


def _listed(
    text: str,
    start: int,
    end: int,
    depth: bytes,
    figures: list[Figure],
    vocabulary: Vocabulary,
) -> Series | None:
    """甲、乙、丙等N个X, 甲、乙五大产业, 甲园、乙园启用."""
    parts = list(_parts(text, start, end, depth))
    counted = [f for f in figures if start <= f.start < end and not depth[f.start]]
    left, right = parts[-1]
    in_last = [f for f in counted if f.start >= left]
    if len(parts) < 2 or len(counted) > len(in_last):
        return None
    closing = _closing(text, left, right, in_last, vocabulary)
    if closing is None:
        return None
    stop, at, figure, more, status = closing
    items = _series_items(text, parts, stop, vocabulary)
    if len(items) < 2 or any(len(item.name) > _TOO_LONG for item in items):
        return None
    label, label_end = _label(text, at, end, vocabulary) if not status else ("", end)
    status = status or _status(text[start : items[0].start], vocabulary)
    return Series(tuple(items), label, label_end, _count(figure), not more, status, figure)


def _closing(
    text: str, left: int, right: int, figures: list[Figure], vocabulary: Vocabulary
) -> tuple[int, int, Figure | None, bool, str | None] | None:
    """Where the last name ends, where the label begins, the figure, whether 等, the stage."""
    etc = _ETC.search(text, left, right)
    if etc and etc.start() > left:
        figure = next((f for f in figures if f.start == etc.end()), None)
        at = figure.end if figure else etc.end()
        later = re.compile(r"(?:也|还|都|均|将|会|已|正)+").match(text, at)
        status = _stage(text[at:right], vocabulary) if later else None
        return etc.start(), at, figure, True, status
    first = next((f for f in figures if f.start > left), None)
    if first and not first.condition:
        return first.start, first.end, first, False, None
    stage = vocabulary.stage.search(text, left + 2, right)
    if stage:
        return stage.start(), stage.start(), None, False, stage[0]
    return None


def _series_items(
    text: str, parts: list[tuple[int, int]], stop: int, vocabulary: Vocabulary
) -> list[Named]:
    """The names of the parts: the first without the verb in front, the last up to `stop`."""
    spans = [*parts[:-1], (parts[-1][0], stop)]
    begin = 0
    for at, (left, right) in enumerate(spans):
        again = [found.end() for found in _RESTART.finditer(text, left + 2, right)]
        if again and 0 < at < len(spans) - 1:
            begin, spans[at] = at, (again[-1], right)
    spans = spans[begin:]
    left, right = spans[0]
    spans[0] = (_first_name(text, left, right, vocabulary), right)
    split = list(_joined(text, *spans[-1]))
    return [one for one in (_named(text, *span) for span in [*spans[:-1], *split]) if one.name]


def _joined(text: str, left: int, right: int) -> Iterator[tuple[int, int]]:
    """The last part split at 和 where both sides are names: 丙和丁."""
    found = _JOIN.search(text, left + 1, right)
    if found and right - found.end() >= 1:
        yield left, found.start()
        left = found.end()
    yield left, right


def _first_name(text: str, left: int, right: int, vocabulary: Vocabulary) -> int:
    """Where the first name begins behind the words that lead to it: 对标五金 -> 五金."""
    timed = time_at(text, None, left)
    left = timed[1] if timed and timed[1] < right else left
    first = left
    for found in vocabulary.leading.finditer(text, left, right):
        if (len(found[0]) > 1 or found.start() == first) and found.end() < right:
            left = found.end()
    while left < right and text[left] in "了的":
        left += 1
    return left


def _status(front: str, vocabulary: Vocabulary) -> str | None:
    """The stage the words in front give: 加快培育."""
    stages = vocabulary.stage.findall(front)
    return stages[-1] if stages else None


def _stage(words: str, vocabulary: Vocabulary) -> str | None:
    found = vocabulary.stage.search(words)
    return found[0] if found else words.strip("也还都均将会已正")[:8] or None


def _label(text: str, start: int, end: int, vocabulary: Vocabulary) -> tuple[str, int]:
    """What the names are: the noun behind them, up to the next mark."""
    found = _LABEL_END.search(text, start, end)
    stop = found.start() if found else end
    name = clean_name(text[start:stop])
    if not vocabulary.doing.match(name) and not _NOMINAL.search(name):
        verb = next(
            (v for v in vocabulary.doing.finditer(name, 2) if len(name) - v.end() > 1), None
        )
        if verb:
            name, stop = name[: verb.start()], start + verb.start()
    return (name if len(name) <= 20 else ""), stop


def _count(figure: Figure | None) -> int | None:
    return int(figure.value) if figure and figure.value == int(figure.value) else None


def _parts(text: str, start: int, end: int, depth: bytes) -> Iterator[tuple[int, int]]:
    """The parts between 、 outside brackets."""
    for at in range(start, end):
        if text[at] == "、" and not depth[at]:
            yield start, at
            start = at + 1
    yield start, end


def _inner_depth(text: str, start: int, end: int) -> bytes:
    """The depth of brackets counted from `start`, for a list that itself stands in brackets."""
    depth, level = bytearray(len(text) + 1), 0
    for at in range(start, end):
        level += text[at] == "（"
        depth[at] = 1 if level > 0 else 0
        level -= text[at] == "）"
    return bytes(depth)


def _named(text: str, left: int, right: int) -> Named:
    """A name without marks, quotations and a remark in brackets: 民生农超（某超市） -> 民生农超."""
    words = text[left:right]
    bracket = words.find("（")
    if bracket > 1 and words.endswith("）"):
        words = words[:bracket]
    name = clean_name(words)
    at = text.find(name, left) if name else left
    return Named(name, at, at + len(name))
