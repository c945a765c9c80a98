"""Duties: who does a promise and by when, said by labels behind or below it.

新建宿舍楼3栋。（责任单位：县教体局；完成时限：2024年8月底前), in brackets, at the sentence's end or on lines of
their own. What a sentence says of it without labels is left to `units.py` and `deadlines.py`.
"""

import re
from dataclasses import dataclass
from functools import cache

from knowledge.facts.columns import duty_labels
from knowledge.facts.curated import any_of
from knowledge.facts.vocabulary import one_of

# labels only before a colon: 牵头：区住建局; 单位：万元 is none at all
_SHORT = r"(?:目标|牵头|主办|责任|配合|协办|单位|时间|投资|总投资)"
_MEASURE = r"单位：[^\n]{0,3}(?:$|[\n）])"


@dataclass(frozen=True, slots=True)
class Duty:
    """责任要素: a labelled value [start, end) of a folded text; its label (or bracket) begins at
    `begin`.
    """

    kind: str
    begin: int
    start: int
    end: int


def find_duties(text: str, start: int, end: int) -> list[Duty]:
    """The labelled values in [start, end), in order.

    "改造旱厕17座。责任单位：县教体局，完成时限：6月底" -> who 县教体局, when 6月底
    """
    found = list(_label().finditer(text, start, end))
    if not found:
        return _timed_bracket(text, start, end)
    duties = []
    for at, label in enumerate(found):
        stop = found[at + 1].start() if at + 1 < len(found) else end
        stop = _value_end(text, label.end(), stop)
        kind = duty_labels()[label["name"]]
        if kind == "who":
            stop = _units_end(text, label.end(), stop)
        duties.append(Duty(kind, label.start(), label.end(), stop))
    return duties


def _timed_bracket(text: str, start: int, end: int) -> list[Duty]:
    """（10月20日之前，计财股） at the end: by when, then who."""
    found = _in_bracket().search(text, start, end)
    if found is None:
        return []
    at = found.start()
    return [Duty("when", at, *found.span("when")), Duty("who", at, *found.span("who"))]


def begins_duty(text: str, at: int = 0) -> bool:
    """Whether a label of who or when stands at a place, be it behind a bracket or a line's end."""
    return bool(_at_label().match(text, at))


def value_of(text: str, duties: list[Duty], kind: str) -> str | None:
    """The value of the first duty of a kind."""
    return next((text[one.start : one.end] for one in duties if one.kind == kind), None)


@cache
def _label() -> re.Pattern[str]:
    return re.compile(
        rf"[（，；。、\n]?(?<![\u4e00-\u9fff])(?!{_SHORT}(?:[为是]|[均都])|{_MEASURE})(?P<name>{one_of(duty_labels())})(?:均|都)?(?:：|为|是(?!否)){{1,2}}"
    )


@cache
def _in_bracket() -> re.Pattern[str]:
    time = r"[^（），；：]{0,14}(?:\d{1,2}[月日]份?|[年月][底末初内]|季度|学期|[上下中]旬|长期)[^（），；：]{0,6}|[^（），；：]{1,14}[前起内]"
    office = rf"[\u4e00-\u9fff、]{{1,20}}?{any_of('offices', 'endings', 'inner', 'sections')}|各[\u4e00-\u9fff]{{2,6}}"
    doing = any_of("offices", "charge", "tasks")
    return re.compile(
        rf"（(?P<when>{time})，(?:聘请|由)?(?P<who>{office})(?={doing}|[，）])[^（）；：]{{0,24}}）(?=[。；]?$)"
    )


@cache
def _at_label() -> re.Pattern[str]:
    return re.compile(
        rf"[（\n]{{0,2}}(?!{_SHORT}(?:[为是]|[均都])|{_MEASURE}){one_of(duty_labels())}(?:均|都)?(?:[：为]|是(?!否))"
    )


def _value_end(text: str, start: int, stop: int) -> int:
    """A value ends with its line, sentence or bracket; brackets of its own are part of it."""
    depth = 0
    for at in range(start, stop):
        if text[at] == "（":
            depth += 1
        elif text[at] == "）":
            depth -= 1
        if depth < 0 or not depth and text[at] in "。；\n":
            return at
    while stop > start and text[stop - 1] in "，；。、（\n":
        stop -= 1
    return stop


def _units_end(text: str, start: int, stop: int) -> int:
    """Names of offices end before ，2024年3月底前到位 or ，县财政局配合."""
    for comma in re.finditer("，", text[start:stop]):
        at = start + comma.start()
        further = re.match(
            rf"[^，]{{1,20}}{any_of('offices', 'endings', 'inner')}(?=，|$)", text[at + 1 : stop]
        )
        if not further:
            return at
    return stop
