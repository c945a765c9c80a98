"""Development: one indicator over the letters of several years, with the proof of each.

今年比去年多多少, 历年变化: every letter knows the figure of its own year; the difference is reckoned here.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from assistant.dialogue.answer import Answer, Proof
from assistant.dialogue.answering.figures import ranked_figures
from assistant.dialogue.answering.inquiry import Inquiry
from assistant.dialogue.answering.saying import label, number, short, unit_of, value_of
from assistant.dialogue.question import Ask
from assistant.dialogue.understanding import Piece, understand
from knowledge import Evidence, Indicator, LetterHead

_OVER_YEARS = re.compile(
    r"(?:今年|本年|现在|如今)?(?:比|较|跟|和|与)(?:去年|上年|前年|往年|前一年|上一年)(?:相比|比)?"
    r"|历年|逐年|(?:这|近|最近)(?:几|两|三)年|变化|走势|趋势|发展情况"
)
_RISE = re.compile(
    r"(?:是|有)?(?:(?:多了|少了)(?:还是[多少]了)?|增加了?|减少了?|增长了?|下降了?|提高了?|上升了?|变)?(?:怎么样?|如何|咋样|多少|几[个家名人件项]?|情况)?(?:的|呢|吗)?$"
)


@dataclass(frozen=True, slots=True)
class _Point:
    """One year's figure."""

    year: int
    evidence: Evidence
    value: Decimal


def answer_development(inquiries: Sequence[tuple[LetterHead, Inquiry]]) -> Answer | None:
    """From the oldest letter's figure to the newest's; None where fewer than two years have it."""
    text = inquiries[0][1].question.text
    if not _OVER_YEARS.search(text):
        return None
    plain = _RISE.sub("", _OVER_YEARS.sub("", text).strip("，的是 ")) + "是多少"
    points = sorted(_points(inquiries, plain), key=lambda point: point.year)
    years = {point.year: point for point in points if _is_same(point, points[-1])}
    if len(years) < 2:
        return None
    told = list(years.values())
    if re.search(r"[比较跟和与](?:去年|上年|前一年|上一年)", text):
        told = told[-2:]
    return _told(told)


def _points(inquiries: Sequence[tuple[LetterHead, Inquiry]], plain: str) -> Iterator[_Point]:
    """What each dated letter has the thing at; targets and forecasts are none."""
    for head, inquiry in inquiries:
        if head.letter.date is None:
            continue
        question = understand(Piece(plain), inquiry.library, inquiry.now.date())
        if not question.required or Ask.FIGURE not in question.asks:
            continue
        for found, _ in ranked_figures(inquiry.with_question(question, Indicator))[:1]:
            fact, value = found.evidence.fact, value_of(found.evidence)
            if value is not None and getattr(fact, "measure", "") not in ("目标", "预计"):
                yield _Point(head.letter.date.year, found.evidence, value)


def _is_same(one: _Point, other: _Point) -> bool:
    """Figures of one name in one unit can be set against each other."""
    mine, theirs = one.evidence, other.evidence
    return unit_of(mine) == unit_of(theirs) and label(mine) == label(theirs)


def _told(points: Sequence[_Point]) -> Answer:
    first, last = points[0], points[-1]
    change = last.value - first.value
    unit = unit_of(last.evidence)
    unit = "个百分点" if unit == "%" else unit
    verb = "增加" if change > 0 else "减少"
    moved = f"{verb}{number(abs(change))}{unit}" if change else "没有变化"
    steps = "，".join(f"{point.year}年{short(point.evidence)}" for point in points)
    return Answer(
        kind="computed",
        headline=moved,
        body=f"{label(last.evidence)}：{steps}，{last.year}年比{first.year}年{moved}。",
        proofs=tuple(Proof(point.evidence) for point in reversed(points)),
        focus=(last.evidence,),
    )
