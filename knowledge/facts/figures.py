"""Figures: numbers with a unit in a statement - where, how many of what, how exact.

Which indicator a figure belongs to is left to `indicators.py`.
"""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from knowledge.facts.vocabulary import Vocabulary
from knowledge.words.numerals import find_numbers, parse_number

_ARABIC = re.compile(
    r"(?P<number>\d[\d,]*(?:\.\d+)?)(?P<more>[多余几])?(?P<scale>[十百千]?[万亿]{1,2}|[百千](?=[万元人户件个]))?(?P<more2>[多余])?"
)
_RANGE = re.compile(r"(\d[\d,]*(?:\.\d+)?)(?:[万亿千百]|%|个百分点)?(?:[-~—–]{1,2}|至|到)$")
_CHINESE_SCALE = re.compile(r"[万亿]$")
_KINDS = re.compile(
    r"大(?=[\u4e00-\u9fff]{2})(?!约|概|致|量|会|力|幅|于|学|队|街|厦|楼|道|户|赛|奖)"
)
_DURATION = ("天", "个月", "小时", "个小时", "分钟", "工作日", "个工作日", "自然日", "星期")
_WITHIN = re.compile(r"之?内|以?内|前|后|起|以来|来|期间|之[前后]|间|左右[内前后]")
_LONE_ONE = re.compile("一$|一[多余几]$")
_NUMBERED = re.compile(r"第$|[〔\[]\d*$|[A-Za-z#№.-]$")
_CLOCK = re.compile(r"\d时$")  # 17时30分
_PER = re.compile(r"每$|每隔$|百分之$|千分之$")
_AGE = frozenset(("岁", "周岁"))
_LASTING = re.compile(
    r"(?:年限|期限|有效期|保护期|租期|工期|历史|周期|学制|任期|合同期|寿命|保质期|质保期)"
    r"(?:为|是|达|达到|约|只有|仅|延长至|缩短至|有)?\d{1,3}$"
)
_LENGTHS = frozenset(("米", "公里", "千米", "厘米", "毫米", "分钟", "小时"))
# A quotation of up to 14 characters is a slogan or a name: “一标一策”.
_TITLES = re.compile(r"“[^“”]{1,14}”|《[^《》]{1,80}》|〔[^〕]{1,8}〕")


@dataclass(frozen=True, slots=True)
class Figure:
    """数字: a number with its unit at [start, end) of a statement.

    "约24万余元" -> value 24, unit 万元, bound "约余". `condition` is True where it only tells which
    things are meant (60周岁以上老人).
    """

    start: int
    end: int
    value: Decimal
    unit: str
    bound: str | None = None
    condition: bool = False


def find_figures(text: str, words: Vocabulary) -> list[Figure]:
    """The figures of a statement in order; dates, ordinals and slogans are none.

    "2022年共3家，第四届" -> [3 家]
    """
    hidden = _hidden(text)
    found: list[Figure] = []
    for start, end, value in find_numbers(text):
        if (
            hidden[start]
            or _CLOCK.search(text, max(0, start - 2), start)
            or _NUMBERED.search(text, max(0, start - 3), start)
        ):
            continue
        figure = _figure(text, start, end, value, words)
        if figure and not (found and figure.start < found[-1].end):
            found.append(figure)
    return _without_lower_ends(text, _with_conditions(text, found, words))


def _hidden(text: str) -> bytearray:
    """Marks what stands in short quotations and in titles of documents: “一标一策”, 《…》."""
    hidden = bytearray(len(text) + 1)
    for found in _TITLES.finditer(text):
        hidden[found.start() : found.end()] = b"\1" * (found.end() - found.start())
    return hidden


def _figure(text: str, start: int, end: int, value: Decimal, words: Vocabulary) -> Figure | None:
    if text[start].isascii():
        return _arabic(text, start, words)
    return _chinese(text, start, end, value, words)


def _arabic(text: str, start: int, words: Vocabulary) -> Figure | None:
    found = _ARABIC.match(text, start)
    number = parse_number(found["number"]) if found else None
    if found is None or number is None:
        return None
    more, scale = found["more"] or found["more2"] or "", found["scale"] or ""
    unit, end = _unit(text, found.end(), words, kinds=len(found["number"]) == 1)
    if not unit or (len(found["number"]) == 4 and unit in ("年度", "年")):
        return None
    return _bounded(text, start, end, number, scale + unit, more, words)


def _chinese(text: str, start: int, end: int, value: Decimal, words: Vocabulary) -> Figure | None:
    number = text[start:end]
    if number.startswith("百分之"):
        return _bounded(text, start, end, value, "%", "", words)
    more = text[end] if text[end : end + 1] in ("多", "余") else ""
    unit, stop = _unit(text, end + len(more), words, kinds=True)
    if not unit or "分之" in number or _LONE_ONE.search(number) and len(number) == 1:
        return None
    if (
        unit in ("类", "等")
        and len(number) < 2
        and re.match(r"[\u4e00-\u9fff]", text[stop : stop + 1])
    ):
        return None
    if (
        unit in ("期", "批", "层", "线", "楼", "届", "号", "节", "段", "道", "度", "场")
        and len(number) < 2
    ):
        return None
    scale = _CHINESE_SCALE.search(number)
    if scale:
        value = value / (10**8 if scale[0] == "亿" else 10**4)
        unit = scale[0] + unit
    return _bounded(text, start, stop, value, unit, more, words)


def _unit(text: str, at: int, words: Vocabulary, *, kinds: bool) -> tuple[str, int]:
    """The unit at a place and where it ends; 大 counts kinds (四大商标) where `kinds`."""
    found = (
        words.unit.match(text, at)
        or _lasting(text, at)
        or (_KINDS.match(text, at) if kinds else None)
    )
    if found and found[0] == "届":
        return "", at  # of a congress
    if not found or (
        found[0] in ("个", "项", "条", "大") and words.structuring.match(text, found.end())
    ):
        return "", at
    if found[0] in _DURATION and _WITHIN.match(text, found.end()):
        return "", at
    if found[0] in ("小时", "天") and re.match(
        r"[\u4e00-\u9fff]", text[found.end() : found.end() + 1]
    ):
        return "", at
    per = re.compile(r"/(?:(?!以[上下内])[\u4e00-\u9fffa-z]){1,4}").match(text, found.end())
    end = per.end() if per else found.end()
    return text[found.start() : end], end


def _lasting(text: str, at: int) -> re.Match[str] | None:
    """年 is a unit where the words in front say how long something lasts: 使用年限15年."""
    lasting = _LASTING.search(text, max(0, at - 14), at)
    return re.compile("年(?![代底初末度级])").match(text, at) if lasting else None


def _bounded(
    text: str, start: int, end: int, value: Decimal, unit: str, more: str, words: Vocabulary
) -> Figure | None:
    if _PER.search(text, max(0, start - 3), start):
        return None
    before = words.bound_before.search(text, max(0, start - 4), start)
    behind = words.bound_behind.match(text, end)
    bound = (before[0] if before else "") + more + (behind[0] if behind else "")
    return Figure(start, behind.end() if behind else end, value, unit, bound or None)


def _with_conditions(text: str, figures: list[Figure], words: Vocabulary) -> list[Figure]:
    """Marks figures that only tell which things are meant.

    "年销售额超过1亿元的企业有6家" -> 1亿元 is a condition of the 6家.
    """
    marked = []
    for at, figure in enumerate(figures):
        following = figures[at + 1] if at + 1 < len(figures) else None
        between = text[figure.end : following.start] if following else text[figure.end :]
        condition = figure.unit in _AGE or (
            following is not None and _restricts(text, figure, between, words)
        )
        marked.append(
            Figure(figure.start, figure.end, figure.value, figure.unit, figure.bound, condition)
        )
    return marked


def _restricts(text: str, figure: Figure, between: str, words: Vocabulary) -> bool:
    """Whether a figure goes with the noun counted by the next one of the clause."""
    if re.search(r"[，；。：、（）]", between) or len(between) < 2:
        return False
    last = text[figure.end - 1]
    if between.startswith("的") and len(between) > 2:
        return True
    noun = any(between.startswith(word) for word in words.bare)
    if figure.unit in _LENGTHS and (noun or not words.following.match(between)):
        return not words.doing_last.search(text, max(0, figure.start - 8), figure.start)
    return bool(figure.bound) and last in "上下内"


def _without_lower_ends(text: str, figures: list[Figure]) -> list[Figure]:
    """A range is one figure, its upper end: 3至5家 -> 5家, bound 3至."""
    kept: list[Figure] = []
    for figure in figures:
        lower = _RANGE.search(text, max(0, figure.start - 14), figure.start)
        if lower and "由" in text[max(0, lower.start() - 12) : lower.start()]:
            lower = None  # 由27%到55% is a change
        joined = kept and _reaches(text, kept[-1], figure)
        if joined and not lower:
            bound = text[kept[-1].start : figure.start] + (figure.bound or "")
            figure = replace(figure, start=kept.pop().start, bound=bound)
        elif lower:
            if kept and kept[-1].start == lower.start():
                kept.pop()
            bound = text[lower.start() : figure.start] + (figure.bound or "")
            figure = Figure(
                lower.start(), figure.end, figure.value, figure.unit, bound, figure.condition
            )
        kept.append(figure)
    return kept


def _reaches(text: str, lower: Figure, figure: Figure) -> bool:
    """80元至300元 is a range, 由80元到300元 a change."""
    change = text[max(0, lower.start - 12) : lower.start].rfind("由") >= 0
    link = text[lower.end : figure.start]
    return link in ("至", "到", "-", "~", "—") and lower.unit == figure.unit and not change
