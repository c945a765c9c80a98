"""Calling: the people and phones of a contact, told apart by the labels before them.

A name behind 联系人 is taken as it stands; one that only stands beside a phone (王平 6660000;
电话6660000，王平) has to begin with a surname. Names behind 签发人, 负责人 and the like and numbers of a fax
are no contact.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from knowledge.facts.curated import curated
from knowledge.facts.outline import Outline, Prose
from knowledge.facts.people import has_surname, split_names
from knowledge.facts.vocabulary import one_of

_AREA = r"(?:[（(]0\d{2,3}[）)]\s?|0\d{2,3}\s?[-—－–·.]{0,2}\s?)"
_GROUPS = r"[2-9]\d{2,3}[ -]\d{3,4}"  # 666 1290, 7722-315
_PHONE = re.compile(
    rf"(?<![\d./〔A-Za-z-])(?:{_AREA}?(?:[2-9]\d{{6,7}}|[2-9]\d{{3}} \d{{4}}(?=\s*(?:$|[；，、）传转])))|{_AREA}{_GROUPS}|(?<=[话机]){_GROUPS}|(?<=[话机]：){_GROUPS})(?:(?:转|-)\d{{1,5}})?(?![\d号年.])"
    r"|(?<!\d)1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)|(?<!\d)[48]00-?\d{3,4}-?\d{3,4}(?!\d)|(?<=电话：)1?\d{4}(?!\d)"
)
_CALLS = re.compile(r"联系|联络|经办|咨询|承办人")
_WEBSITE = re.compile(r"ICP备|版权所有|网站标识|技术支持|公网安备")  # its operator's phone
_NUMBERS_ONLY = re.compile(r"[\u4e00-\u9fff]{0,12}[\d\-—、，/ （）]+")  # 曲波 副主任 0451-86600000
_ASKS = ("请与", "请向", "请找", "请同", "请联系", "可与", "可向", "可找", "可联系")
_ASKED = ("联系", "咨询", "反映", "沟通")
_SHORT = frozenset(
    "单位 科室 部门 处室 职务 姓名 经办 热线 联系 咨询 反映 沟通 审核 签发 印发 此件 备注".split()
)
_SET_IN = 5  # blanks: 联系人： above them
_BREAK = re.compile(r"[，；。：/（）|]")


@dataclass(frozen=True, slots=True)
class Called:
    """联系项: a name or a phone at [start, end) of a folded passage; `name` is contact or phone."""

    name: str
    start: int
    end: int
    value: str


def find_called(outline: Outline, prose: Prose) -> Iterator[Called]:
    """The people and phones of a passage, in order.

    "联系人：市应急局 邵一航 8660000；消防队 骆青 8660119" -> 邵一航, 8660000, 骆青, 8660119
    """
    reader = _Reader(outline, prose)
    start = 0
    for line in prose.text.split("\n"):
        yield from reader.line(start, start + len(line))
        start += len(line) + 1


class _Reader:
    """通联行的读法: goes through a passage line by line and remembers the label in force."""

    def __init__(self, outline: Outline, prose: Prose) -> None:
        self._text = prose.text
        self._prose = prose
        self._stored = outline.document.text
        self._state = ""  # the kind of the last label; "after" behind a phone
        self._sure = False  # the next words stand right behind a label of people
        self._waiting: list[Called] = []  # names with a surname that wait for a phone
        self._named = False  # somebody was named since the last break
        self._calling = False
        self._names = False  # the line above has a label of people, a name and a number
        self._heads = False  # the lines below a row of labels (姓名 职务 电话) are people

    def line(self, start: int, end: int) -> Iterator[Called]:
        """What one line names."""
        events = list(_events(self._text, start, end))
        words = self._text[start:end]
        speaks = any(kind in ("person", "phone", "both", "ask", "joint") for kind, *_ in events)
        self._calling = bool((speaks or _CALLS.search(words)) and not _WEBSITE.search(words)) or (
            self._calling and bool(_NUMBERS_ONLY.fullmatch(words))
        )
        numbers = any(kind == "number" for kind, *_ in events)
        self._heads = self._heads or self._names and self._is_below(start) and numbers
        self._begin(numbers)
        for kind, left, right in events:
            yield from self._event(kind, left, right)
        yield from self._stop()
        held = [kind for kind, *_ in events if kind not in ("break", "words")]
        only_labels = bool(held) and "number" not in held and not self._named
        people = {"person", "both"} & set(held)
        self._names = bool(people) and numbers or self._names and self._is_below(start) and numbers
        self._heads = only_labels and bool(people) or self._heads and "number" in held

    def _is_below(self, start: int) -> bool:
        """Whether a line is set in under the value above it, not under the label."""
        at = self._prose.folded.places[start] if start < len(self._prose.folded.places) else 0
        before = self._stored[:at]
        return len(before) - len(before.rstrip(" \u3000\t")) >= _SET_IN

    def _begin(self, numbers: bool) -> None:
        """A new line: its first words are people's below a row of labels."""
        self._sure = self._heads and numbers
        self._state = "person" if self._sure else ""
        self._named = False

    def _event(self, kind: str, left: int, right: int) -> Iterator[Called]:
        if kind == "words":
            yield from self._words(left, right)
        elif kind == "number":
            yield from self._number(left, right)
        elif kind == "break":
            if self._text[left] in "。":
                yield from self._stop()
            elif self._named:
                self._sure = False
        elif kind == "joint":
            self._state, self._sure = "both", True
        else:
            if kind in ("phone", "asked"):
                yield from self._kept()
            self._state = kind
            self._sure = kind in ("person", "both")

    def _words(self, left: int, right: int) -> Iterator[Called]:
        """Names behind a label, or such as wait for a phone."""
        printed = self._prose.span(left, right).of(self._stored)
        names = split_names(printed) if self._state not in _OTHERS else ()
        if not self._sure:
            names = tuple(name for name in names if has_surname(name))
        found = [Called("contact", left, right, name) for name in names]
        if self._sure:
            self._named = self._named or bool(found)
            yield from found
        elif (
            self._state == "ask"
            or not self._state
            or self._state in ("after", "phone", "office", "both", "person")
        ):
            self._waiting += found

    def _number(self, left: int, right: int) -> Iterator[Called]:
        if not self._calling:
            return
        if self._state != "fax":
            yield from self._kept()
        name = "fax" if self._state == "fax" else "phone"
        self._state, self._sure = "after", False
        printed = (
            re.sub(r"[—－–·.-]+", "-", self._text[left:right]).replace("）", "-").strip("（( ")
        )
        yield Called(name, left, right, re.sub(r"\s", "", printed))

    def _kept(self) -> Iterator[Called]:
        """The names that waited for a phone."""
        self._named = self._named or bool(self._waiting)
        yield from self._waiting
        self._waiting = []

    def _stop(self) -> Iterator[Called]:
        """A sentence's end: names behind their phone (电话6660000，王平。) count if there are no others."""
        if self._state == "after" and not self._named and self._calling:
            yield from self._kept()
        self._waiting = []


_OTHERS = ("address", "fax", "postcode", "email", "other")


def _events(text: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """Labels, numbers, marks and the words between them, from left to right."""
    found = [(_PHONE, "number"), (_labels(), "label"), (_BREAK, "break")]
    marks = sorted(
        (one.start(), -one.end(), kind, one)
        for pattern, kind in found
        for one in pattern.finditer(text, start, end)
    )
    at, before = start, ""
    for left, right, kind, one in marks:
        right = -right
        if left < at:
            continue
        name = _kind_of(text, one, before) if kind == "label" else kind
        if not name:
            continue
        if left > at and not (name == "joint" and before in ("person", "office")):
            yield "words", at, left
        yield name, left, right
        at, before = right, name
    if end > at:
        yield "words", at, end


def _kind_of(text: str, label: re.Match[str], before: str) -> str:
    """The kind of a label; "" for a short word without a colon, "joint" for 联系人及电话."""
    word = label["word"]
    kind = "both" if word == "联系" and label["colon"] else _kinds()[word]
    if word in _SHORT and not label["colon"] and before not in ("ask", "person", "office", "phone"):
        return ""
    if kind == "phone" and label["and"] and before in ("person", "office"):
        return "joint"
    return kind


@cache
def _kinds() -> dict[str, str]:
    """Every label of the foot and its kind; those of no contact are "other"."""
    labels = curated("labels")
    kinds = {word: "other" for words in labels["fields"].values() for word in words}
    kinds |= dict.fromkeys(labels["foot"], "other")
    kinds |= {word: kind for kind, words in labels["contact"].items() for word in words}
    return kinds | dict.fromkeys(_ASKS, "ask") | dict.fromkeys(_ASKED, "asked")


@cache
def _labels() -> re.Pattern[str]:
    return re.compile(rf"(?P<and>[及和与、/])?(?P<word>{one_of(_kinds())})(?P<colon>\s?[：:为])?")
