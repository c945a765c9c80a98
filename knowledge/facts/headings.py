"""Headings: which paragraphs of a letter begin with a heading or a number of the outline.

Knows single paragraphs only; levels and codes are given by `outline.py`.
"""

import re
from dataclasses import dataclass

from knowledge.facts.duties import begins_duty
from knowledge.words.numerals import parse_number

_COUNTED = r"[万亿余多个件家项处条所名人户亩公平立吨次张座台辆千百米元天年月倍成层栋间]"
_KINDS = (
    ("第一部分", re.compile(r"第(?P<n>[一二三四五六七八九十]{1,2})(?:部分|章)[，、：]?")),
    (
        "一、",
        re.compile(r"(?P<n>[一二三四五六七八九十]{1,3}|[壹贰叁肆伍陆柒捌玖拾])(?:、|[.．](?!\d))"),
    ),
    ("第一", re.compile(r"第(?P<n>[一二三四五六七八九十]{1,2})[，、：](?!届|次)")),
    ("（一）", re.compile(r"（(?P<n>[一二三四五六七八九十]{1,3})）、?")),
    ("1.", re.compile(r"(?P<n>\d{1,2})(?:[.．]、?(?!\d)|、)")),
    (
        "建议一",
        re.compile(
            r"(?:建议|问题|意见|诉求|承诺|任务|措施)(?P<n>[一二三四五六七八九十]{1,2})：(?=[^，。；：]{4,30}(?:\n|$))"
        ),
    ),
    (
        "1.1",
        re.compile(
            rf"\d{{1,2}}[.．](?P<n>[1-9]\d?)(?![\d.．])(?=、?[“《\u4e00-\u9fff])(?!{_COUNTED}|前|之前|[至到])、?"
        ),
    ),
    ("（1）", re.compile(r"（(?P<n>\d{1,2})）、?")),
    ("1）", re.compile(r"(?P<n>\d{1,2})）、?")),
    ("①", re.compile(r"(?P<n>[①②③④⑤⑥⑦⑧⑨⑩])")),
    (
        "【】",
        re.compile(r"【(?P<n>(?!字体|打印|关闭|返回|收藏|分享|类别|办理类别|联系)[^】]{2,24})】"),
    ),
)
BOXED = "【】"  # a heading without number, counted by whoever reads the letter
ORDER = tuple(kind for kind, _ in _KINDS)
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩"
_LONGEST_ALONE = 45  # characters of a heading on a line of its own
_LONGEST_RUN_IN = 30  # of one that its paragraph follows on the same line
_FIGURES = re.compile(
    r"\d+(?:\.\d+)?(?:%|[万亿]?[个件家项处条所名人户亩元次张座])|\d年|\d月|每[年月季]"
)
_PROMISE = re.compile(
    r"(?:力争|确保|计划|预计|争取).{4,}|长期坚持"
    r"|^(?:本|下|上|\d+个?|[一二三四]|第[一二三四])?(?:季度|个?月|半年|年)(?:之?内|底|末)?前?.{6,}"
)


@dataclass(frozen=True, slots=True)
class Mark:
    """序号: the number a paragraph begins with; `end` is the folded character behind it.

    A heading in black brackets has none of its own: 0.
    """

    kind: str
    number: int
    end: int


def mark_of(text: str) -> Mark | None:
    """The outline number at the beginning of a folded paragraph.

    "（三）抓资助。" -> （一）, 3; "一是摸清家底" -> None; "2022年" -> None
    """
    for kind, pattern in _KINDS:
        found = pattern.match(text)
        if found:
            return Mark(kind, _number(found["n"]), found.end())
    return None


def heading_end(text: str, mark: Mark) -> int | None:
    """Where the heading of a numbered paragraph ends, or None where it is no heading.

    "（一）抓培育。建立台账" -> 6 (the heading is （一）抓培育);
    "（二）9月底前，在3家集市设置公平秤。" -> None: an item of a list, a sentence of its own.
    """
    if mark.kind == BOXED:
        return mark.end
    body = text[mark.end :]
    stop = re.search(r"[。：；\n]", re.sub(r"（[^）]*）", lambda one: "－" * len(one[0]), body))
    if stop is None:
        return len(text) if 0 < len(body) <= _LONGEST_ALONE else None
    words, rest = body[: stop.start()], body[stop.end() :]
    if begins_duty(body, stop.start()) or begins_duty(body, stop.end()):
        return None  # an item with its 责任单位：… behind or below
    bare = re.sub(r"（[^）：，]*）", "", words)  # 补齐短板（8月底前）
    if not words or stop[0] == "；" or _is_sentence(bare, bool(rest)):
        return None
    return mark.end + len(words)


def _is_sentence(words: str, followed: bool) -> bool:
    """Whether the words before the first 。 are a sentence and no heading."""
    if len(words) > _LONGEST_RUN_IN or _FIGURES.search(words) or _PROMISE.search(words):
        return True
    if words.count("，") > 2 or "《" in words and not followed:
        return True
    return not followed and "，" in words and len(words) > 16


def _number(words: str) -> int:
    if words in _CIRCLED:
        return _CIRCLED.index(words) + 1
    value = parse_number(words)
    return int(value) if value is not None else 0
