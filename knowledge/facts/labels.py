"""Labels: "label: value" pairs of the head and foot, however they are set.

One a line, several to a line, in brackets ([ 索引号 ] …), in cells (索引号: | … |). What a value means
is decided by `header.py` and `contact.py`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from knowledge.facts.curated import curated
from knowledge.facts.outline import Prose
from knowledge.facts.vocabulary import one_of
from knowledge.glossary import Span

_LONG = ("内容", "建议内容", "提案内容", "委员建议")
_OTHER = re.compile(
    r"^[-·●]?(?P<name>[\u4e00-\u9fff/]{2,12})：\|?(?P<value>[^\n|。]{1,60})$", re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class Label:
    """标签项: a printed label and the folded value [start, end) behind it; `name` is our word for it."""

    prose: Prose
    printed: str
    name: str
    start: int
    end: int

    @property
    def value(self) -> str:
        """The folded value."""
        return self.prose.text[self.start : self.end]

    @property
    def span(self) -> Span:
        """The value's place in the document."""
        return self.prose.span(self.start, self.end)


def find_labels(prose: Prose) -> Iterator[Label]:
    """The labels of a passage with their values, empty ones left out.

    "来源：发布日期：2026-01-06浏览次数：" -> 发布日期 (published) 2026-01-06
    """
    text = prose.text
    found = [one for one in _label().finditer(text) if _at_edge(prose, one.start())]
    taken = []
    for at, label in enumerate(found):
        printed = label["boxed"] or label["name"]
        stop = found[at + 1].start() if at + 1 < len(found) else len(text)
        start, end = _value(text, label.end(), stop, printed in _LONG)
        taken.append((label.start(), max(end, label.end())))
        if start < end:
            yield Label(prose, printed, _known().get(printed, printed), start, end)
    for label in _OTHER.finditer(text):
        start, end = label.span("value")
        end = min([left for left, _ in taken if start < left < end], default=end)
        if not any(left <= label.start("name") < right for left, right in taken):
            yield Label(prose, label["name"], label["name"], start, end)


def is_field(name: str) -> bool:
    """Whether a name is our word for a labelled value, such as doc_no."""
    return name in curated("labels")["fields"]


@cache
def _known() -> dict[str, str]:
    """The labels that have a meaning to us."""
    fields = curated("labels")["fields"].items()
    return {word: name for name, words in fields for word in words}


@cache
def _label() -> re.Pattern[str]:
    labels = curated("labels")
    words = one_of(
        (*_known(), *labels["plain"], *(w for k in labels["contact"].values() for w in k))
    )
    return re.compile(
        rf"[\[【]\s?(?P<boxed>{words})\s?[\]】]：?\|?|(?P<name>{words})\s?(?:：\|?|\|)"
    )


def _at_edge(prose: Prose, at: int) -> bool:
    """Whether a label may begin here: at a line's start, behind a mark or blank, or a number."""
    if at == 0 or prose.text[at - 1] in "\n|；，。（：-]】>《》" or prose.text[at - 1].isspace():
        return True
    places = prose.folded.places
    return places[at] - places[at - 1] > 1 or bool(re.match(r"[日号人\d]", prose.text[at - 1]))


def _value(text: str, start: int, stop: int, long: bool) -> tuple[int, int]:
    """The value behind a label: up to the line's or cell's end, longer where prose is labelled."""
    if not long:
        breaks = [at for at in (text.find(mark, start, stop) for mark in "\n|") if at >= 0]
        stop = min(breaks, default=stop)
    elif text[start : start + 1] == "\n":
        start += 1
    while start < stop and text[stop - 1] in " \n|；，。（[【->《":
        stop -= 1
    while start < stop and text[start] in " \n|":
        start += 1
    return start, stop
