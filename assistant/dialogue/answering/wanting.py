"""What a question wants of a sentence (a clock time, a place, an office …), and how a sentence
shows it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from assistant.dialogue.answering.inquiry import Inquiry
from assistant.dialogue.answering.kinds import CALLED, DOERS, asked_kind
from assistant.dialogue.question import Ask
from knowledge import compiled

# only a sentence has them
TOLD_FIRST = frozenset({"clock", "weekday", "phone", "direction", "consequence"})
_ASKED = " asked"
# what else the question has to ask, so that its words mean this
_ASKS = {
    "consequence": {Ask.EXPLAIN, Ask.LIST, Ask.YESNO},
    "time": {Ask.WHEN},
    "permission": {Ask.YESNO},
    "stage": {Ask.PROGRESS},
    "whether": {Ask.YESNO, Ask.PROGRESS},
    "office": {Ask.WHO, Ask.UNIT, Ask.LIST},
    "papers": {Ask.EXPLAIN, Ask.LIST, Ask.WHO},
    "way": {Ask.EXPLAIN, Ask.LIST},
}


@dataclass(frozen=True, slots=True)
class Want:
    """所求: its name, the words that ask for it, and what of a sentence is such a thing."""

    name: str
    asked: re.Pattern[str]
    shown: re.Pattern[str]


def wanted_of(inquiry: Inquiry) -> Want | None:
    """What is wanted, the most particular; nothing where a person's name is asked."""
    text, asks = inquiry.question.text, set(inquiry.question.asks)
    if compiled("wanting")["officer asked"].search(text):
        return None
    for want in _wants():
        if (
            want.name != "each"
            and want.asked.search(text)
            and (want.name not in _ASKS or _ASKS[want.name] & asks)
        ):
            return want
    return _named_kind(inquiry)


def each_of(text: str) -> bool:
    """一晚多少钱, 每件奖多少: what is told of all together is no answer."""
    return compiled("wanting")["each asked"].search(text) is not None


def is_each(text: str) -> bool:
    """Does the text say that it holds for each?"""
    return compiled("wanting")["each"].search(text) is not None


def asks_clock(text: str) -> bool:
    """几点, 星期几: the time of a day or the day of a week."""
    asked = compiled("wanting")
    return any(asked[name].search(text) is not None for name in ("clock asked", "weekday asked"))


def names_office(text: str) -> bool:
    """Does it name an office, a firm or another body that may be in charge?"""
    return compiled("wanting")["office"].search(text) is not None


@cache
def _wants() -> tuple[Want, ...]:
    return tuple(_read(compiled("wanting")))


def _read(found: dict[str, re.Pattern[str]]) -> Iterator[Want]:
    for name, asked in found.items():
        shown = found.get(name.removesuffix(_ASKED))
        if name.endswith(_ASKED) and shown:
            yield Want(name.removesuffix(_ASKED), asked, shown)


def _named_kind(inquiry: Inquiry) -> Want | None:
    """哪两所学校 wants names that end so."""
    kind = asked_kind(inquiry)
    if not kind or Ask.LIST not in inquiry.question.asks or kind in DOERS:
        return None
    named = CALLED[kind].pattern if kind in CALLED else re.escape(kind)
    shown = rf"[\u4e00-\u9fff]{{2,}}[、和][\u4e00-\u9fff]{{2,}}(?:等?[0-9一二两三四五六七八九十]+[个所条家种])?(?:{named})|(?:{named})[、（：]"
    return Want(kind, re.compile(kind), re.compile(shown))
