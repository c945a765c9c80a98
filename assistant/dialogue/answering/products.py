"""Arithmetic with a number the person names: so many times what one costs, what is left after so
many.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.dialogue.answer import Answer
from assistant.dialogue.answering.inquiry import Inquiry
from assistant.dialogue.answering.reckoning import computed, value
from assistant.dialogue.answering.saying import number, sentence, unit_of
from assistant.dialogue.matching import Fit
from assistant.dialogue.matching.zones import folded_text, zones_of
from assistant.dialogue.question import Number, Question, Support
from knowledge import Evidence, Indicator

# 新建40公里管网后还缺多少公里
_LEFT_AFTER = re.compile(
    r"(?:后|完|了|以后|之后)[^，。]{0,4}还(?:会)?(?:缺|剩|差|有|要)[^，。]{0,3}(?:多少|几)"
)
IN_ALL = re.compile("一共|总共|合计|总计|全部")
_MONEY = ("钱", "元", "万", "万元")
_EACH = re.compile("每(公里|平方米|[家个座户亩所台辆套张条处栋间名人盏部])(?!月)")
_LACK = re.compile("缺|差|剩|待|未|不足|尚")


def answer_product(inquiry: Inquiry) -> Answer | None:
    """改造25公里要花多少钱: what one costs, as the letter says it, times the number named."""
    for claim in inquiry.question.numbers:
        for row in _priced(inquiry, claim):
            total = value(row) * claim.value
            shown = f"{number(value(row))}×{number(claim.value)}={number(total)}{unit_of(row)}"
            return computed(
                f"{number(total)}{unit_of(row)}", f"{sentence(row)}，{shown}（推算）", (row,)
            )
    return None


def _priced(inquiry: Inquiry, claim: Number) -> Iterator[Evidence]:
    """Figures stated for each one of what the number counts, that bear what is asked."""
    if not claim.unit or claim.unit in ("%", "元", "万元", "亿元"):
        return
    each = re.compile(rf"每1?一?个?{re.escape(claim.unit)}|{re.escape(claim.unit)}均")
    for found in _fits(inquiry, claim):
        row = found.evidence
        own = zones_of(row).own + folded_text(getattr(row.fact, "name", ""))
        if each.search(own) and unit_of(row) != claim.unit and _speaks_of_it(found):
            yield row


def _speaks_of_it(found: Fit) -> bool:
    return bool(found.bears(Support.CORE, Support.OWN))


def answer_cost_of_all(inquiry: Inquiry) -> Answer | None:
    """改造120公里，每公里35万元: what all of them cost together, where no sum is stated."""
    question = inquiry.question
    if question.numbers or question.unit not in _MONEY or not IN_ALL.search(question.text):
        return None
    for found in inquiry.candidates.of(Indicator):
        row = found.evidence
        each = _EACH.match(found.row.zones.label)
        counted = _counted_before(inquiry, row, each[1]) if each else None
        words = [w for w, s in found.support if not w.soft and s is Support.NONE and w.name]
        if counted is None or any(not _bears(counted, w.forms) for w in words):
            continue
        total = value(row) * value(counted)
        unit = unit_of(row)
        shown = f"{number(value(row))}×{number(value(counted))}={number(total)}{unit}"
        return computed(
            f"{number(total)}{unit}",
            f"{sentence(counted)}，{sentence(row)}，{shown}（推算）",
            (counted, row),
        )
    return None


def _counted_before(inquiry: Inquiry, row: Evidence, unit: str) -> Evidence | None:
    """The one figure of that unit before it in the sentence."""
    if not unit_of(row).endswith("元"):
        return None
    rows = [
        f.evidence
        for f in inquiry.candidates.of(Indicator)
        if f.evidence.quote == row.quote and unit_of(f.evidence) == unit and not f.conflicts
    ]
    return rows[0] if len(rows) == 1 else None


def _bears(row: Evidence, forms: tuple[str, ...]) -> bool:
    return any(form in zones_of(row).quote for form in forms)


def answer_left(inquiry: Inquiry) -> Answer | None:
    """新建40公里管网后还缺多少公里: what is lacking, less the number named."""
    question = inquiry.question
    if not _LEFT_AFTER.search(question.text):
        return None
    for claim in question.numbers:
        for found in _fits(inquiry, claim):
            row = found.evidence
            lacks = _LACK.search(zones_of(row).own)
            if lacks and unit_of(row) == claim.unit and value(row) > claim.value:
                rest = value(row) - claim.value
                shown = f"{number(value(row))}-{number(claim.value)}={number(rest)}{claim.unit}"
                return computed(
                    f"{number(rest)}{claim.unit}", f"{sentence(row)}，{shown}（推算）", (row,)
                )
    return None


def _fits(inquiry: Inquiry, claim: Number) -> Iterator[Fit]:
    """Figures that bear the things named, without the number and the doing that counts it."""
    question = inquiry.question
    bare: Question = replace(
        question,
        numbers=(),
        unit="",
        words=tuple(w if w.name else replace(w, soft=True) for w in question.words),
        qualifiers=replace(question.qualifiers, measure=frozenset(), status=frozenset()),
    )
    for found in inquiry.with_question(bare, Indicator).candidates.fits:
        if found.holds and value(found.evidence) and len(found.bears(Support.CONTEXT)) < 2:
            yield found
