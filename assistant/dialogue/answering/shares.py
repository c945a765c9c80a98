"""Shares of wholes the letter does not total: all levels of one thing, all kinds counted."""

from decimal import Decimal

from assistant.dialogue.answer import Answer
from assistant.dialogue.answering.claims import value_is
from assistant.dialogue.answering.inquiry import Inquiry
from assistant.dialogue.answering.reckoning import computed, percent, value
from assistant.dialogue.answering.saying import number, sentence
from assistant.dialogue.answering.sums import STOCK, figures_alike
from assistant.dialogue.matching import Fit
from assistant.dialogue.matching.zones import folded_text
from knowledge import Evidence, Indicator


def share_of_levels(inquiry: Inquiry, found: list[Fit]) -> Answer | None:
    """国家级优势企业占优势企业的比例: where no total is told, all levels together are the whole."""
    named = inquiry.question.qualifiers.level
    facts = [f.evidence.fact for f in found[:2]]
    mine = [f.evidence for f in found[:2] if getattr(f.evidence.fact, "level", None) in named]
    alike = {_bare(fact) for fact in facts if isinstance(fact, Indicator)}
    levels = all(getattr(fact, "level", None) for fact in facts)
    if not levels or {len(named), len(mine), len(alike)} != {1}:
        return None
    if not all(value_is(claim, mine[0]) for claim in inquiry.question.numbers):
        return None
    part = mine[0]
    if getattr(part.fact, "measure", "") not in STOCK or not _other_levels(inquiry, part):
        return None
    rows = [part, *_other_levels(inquiry, part)]
    whole = sum((value(row) for row in rows), Decimal(0))
    adding = "+".join(number(value(row)) for row in rows)
    hundredths = percent(value(part), whole)
    shown = f"{number(value(part))}÷（{adding}）≈{hundredths}%"
    return computed(
        f"{hundredths}%", f"{'，'.join(map(sentence, rows))}，{shown}（推算）", tuple(rows)
    )


def _other_levels(inquiry: Inquiry, part: Evidence) -> list[Evidence]:
    """The stock of the same thing on the other levels."""
    mine = part.fact
    return [
        found.evidence
        for found in inquiry.candidates.of(Indicator)
        if isinstance(mine, Indicator)
        and isinstance(fact := found.evidence.fact, Indicator)
        and fact.measure in STOCK
        and fact.level not in (None, mine.level)
        and fact.unit == mine.unit
        and _bare(fact) == _bare(mine)
    ]


def _bare(fact: Indicator) -> str:
    return folded_text(fact.name).removeprefix(fact.level or "")


def share_of_kinds(inquiry: Inquiry, found: list[Fit]) -> Answer | None:
    """助理工程师占两类工程师的比例: the kinds counted, added up, are the whole."""
    rows = [f.evidence for f in figures_alike(inquiry)]
    part = next((f.evidence for f in found if f.evidence in rows), None)
    if part is None or len(rows) < 2:
        return None
    adding = "+".join(number(value(row)) for row in rows)
    share = percent(value(part), sum((value(row) for row in rows), Decimal(0)))
    shown = f"{number(value(part))}÷（{adding}）≈{share}%"
    return computed(f"{share}%", f"{'，'.join(map(sentence, rows))}，{shown}（推算）", tuple(rows))
