"""Which figures are near enough to be the one asked for."""

import re

from assistant.dialogue.answering.inquiry import Inquiry
from assistant.dialogue.answering.saying import unit_of
from assistant.dialogue.answering.wanted import (
    comes_in,
)
from assistant.dialogue.matching import Fit
from assistant.dialogue.matching.zones import folded_text
from assistant.dialogue.question import Ask, Support, Word
from knowledge import Listing, Recognition

_ALONE = re.compile(r"光(?!电|明|荣|伏)|单单|单独|(?<!名)单(?=[^位列子据元价一])|仅仅|这一[项块类]")
_EACH = re.compile("(?:标准为)?(?:[0-9]+[^每]{0,10}岁[^每]{0,4})?每")
_SPANS = frozenset("月 个月 年 天 学期 次 年度".split())
_IN_ALL = re.compile("[一总共]共|合计|总额|总计|全部|加起来")
_HOW_MANY = re.compile(r"(?:多少|几|好多)(?:[家个件项名位人种类所条户])?")


def is_near(inquiry: Inquiry, found: Fit) -> bool:
    """The fact itself bears a third of the words; what only the sentence bears is no part of it.

    湖滨路、南门广场、体育场3处停车场…泊位1150个 says nothing of one of the three.
    """
    if is_for_each(inquiry, found):
        return True
    required = sum(not w.soft for w, _ in found.support)
    around = [
        w for w, s in found.support if s in (Support.QUOTE, Support.OWN) and not w.soft and w.name
    ]
    if _ALONE.search(inquiry.question.text) and found.bears(Support.CONTEXT):
        return False  # 光商标这一项: that a heading speaks of it does not single it out
    places = inquiry.question.qualifiers.places  # 永安市 in a list of offices is still the area
    if (
        any(_one_of_many(inquiry, found, w) for w in around if w.text not in places)
        or found.core * 3 < required
    ):
        return False
    told = [(w, s) for w, s in found.support if not w.soft or s in (Support.CORE, Support.OWN)]
    if not told or not _asks_number(inquiry):
        return True
    if found.core * 2 >= required and comes_in(inquiry.question.unit, found.evidence):
        return True
    return _counted(inquiry.question.text, told) in (Support.CORE, Support.OWN)


def is_for_each(inquiry: Inquiry, found: Fit) -> bool:
    """护路员894名，每人补助500元: what each gets is that of those counted before, one by one."""
    question, row = inquiry.question, found.evidence
    asked = (
        question.unit in ("钱", "元", "块", "万元") or not question.unit and "贴" in question.text
    )
    money = asked and unit_of(row).endswith("元")
    each = _EACH.match(found.row.zones.label) and all(n.unit in _SPANS for n in question.numbers)
    return money and bool(each) and not _IN_ALL.search(question.text)


def _counted(text: str, told: list[tuple[Word, Support]]) -> Support:
    """Where the thing counted is borne: what follows 多少家, else what was named last.

    多少家企业申报了区长质量奖 counts firms; 区长质量奖 need only be spoken of.
    """
    asking = _HOW_MANY.search(text)
    behind = [s for w, s in told if asking and text.startswith(w.text, asking.end())]
    return behind[0] if behind else told[-1][1]


def _asks_number(inquiry: Inquiry) -> bool:
    return Ask.FIGURE in inquiry.question.asks


def _one_of_many(inquiry: Inquiry, figure: Fit, word: Word) -> bool:
    """Is the word the name of one among several listed in the figure's sentence?"""
    for found in inquiry.candidates.of(Listing, Recognition):
        if found.evidence.quote != figure.evidence.quote:
            continue
        fact = found.evidence.fact
        items = (
            [i.name for i in fact.items]
            if isinstance(fact, Listing)
            else [getattr(fact, "holder", "")]
        )
        if any(_is_this(word.text, folded_text(item)) for item in items if item):
            return True
    return False


def _is_this(word: str, item: str) -> bool:
    """专利, listed somewhere, is not what 专利权人 names."""
    return word in item or item in word and len(item) * 3 > len(word) * 2
