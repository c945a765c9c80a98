"""By how much a figure differs from that of a year named: 覆盖面比2021年提高了几个百分点."""

import re
from dataclasses import replace

from assistant.dialogue.answer import Answer
from assistant.dialogue.answering.figures import newest_of, ranked_figures
from assistant.dialogue.answering.inquiry import Inquiry
from assistant.dialogue.answering.reckoning import computed, value
from assistant.dialogue.answering.saying import label, number, sentence, unit_of
from assistant.dialogue.answering.wanted import measure_of
from assistant.dialogue.matching import Fit
from assistant.dialogue.question import Ask, Qualifiers
from knowledge import Indicator

_CHANGE = "提高|提升|增加|增长|增多|上升|扩大|新增|下降|减少|降低|缩短|变化|[多少高低升降增减涨]"
SINCE = re.compile(
    rf"(?:比|较|跟|和|与|从|自)(?P<year>(?:19|20)[0-9]{{2}})年?[底末]?(?:相比|比|以来|起|到现在|到目前|至今)?"
    rf"[^，。]{{0,4}}?(?P<change>{_CHANGE})(?:了|出)?(?:多少|几|好多|百分之)"
)
_CHANGING = re.compile(f"(?:{_CHANGE})了?")
_CHANGES = ("增量", "增长率", "新增", "目标", "预计")


def answer_since(inquiry: Inquiry) -> Answer | None:
    """The newest figure less that of the year named, both cited."""
    asked = SINCE.search(inquiry.question.text)
    if asked is None:
        return None
    rows = _of_one_thing(inquiry, int(asked["year"]))
    if rows is None:
        return None
    then, now = rows
    gap = value(now.evidence) - value(then.evidence)
    unit = unit_of(now.evidence)
    points = "个百分点" if unit == "%" else unit
    moved = f"{'增加' if gap > 0 else '减少'}{number(abs(gap))}{points}" if gap else "没有变化"
    shown = f"{number(value(now.evidence))}-{number(value(then.evidence))}={number(gap)}{points}"
    said = f"{moved}。{sentence(then.evidence)}，{sentence(now.evidence)}，{shown}（推算）"
    return computed(moved, said, (now.evidence, then.evidence))


def _of_one_thing(inquiry: Inquiry, year: int) -> tuple[Fit, Fit] | None:
    """(the figure of that year, the newest) of the thing asked about; None where one is missing."""
    question = inquiry.question
    kept = tuple(w for w in question.words if not _CHANGING.fullmatch(w.text))
    places = Qualifiers(places=question.qualifiers.places)
    plain = replace(
        question,
        text=SINCE.sub("是多少", question.text),
        words=kept,
        qualifiers=places,
        unit="",
        numbers=(),
        asks=(Ask.FIGURE,),
    )
    ranked = [f for f, _ in ranked_figures(inquiry.with_question(plain, Indicator))]
    rows = [f for f in ranked if measure_of(f.evidence) not in _CHANGES]
    if not rows:
        return None
    alike = [f for f in rows if _name(f) == _name(rows[0])]
    then = next((f for f in alike if getattr(f.evidence.fact, "year", None) == year), None)
    now = newest_of([f for f in alike if f is not then])
    return (then, now[0]) if then and now else None


def _name(found: Fit) -> tuple[str, str]:
    return label(found.evidence), unit_of(found.evidence)
