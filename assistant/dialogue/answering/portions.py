"""So many of them: a share the letter states, of the figure it is a share of.

乡村医生1508人，60岁以上的占31.2%: some 470 of them are 60 or older.
"""

import re
from dataclasses import replace
from decimal import Decimal

from assistant.dialogue.answer import Answer
from assistant.dialogue.answering.inquiry import Inquiry
from assistant.dialogue.answering.reckoning import computed, value
from assistant.dialogue.answering.saying import number, sentence, unit_of
from assistant.dialogue.matching import Fit
from assistant.dialogue.matching.ordinals import AGE
from assistant.dialogue.matching.zones import zones_of
from assistant.dialogue.question import Ask
from knowledge import Evidence, Indicator

_TAKES_UP = re.compile("占(?![用地])")
_SHARE_ASKED = re.compile("占|比例|比重|百分|几成|率")
_RATES = ("%", "‰", "个百分点", "百分点")
_WHOLES = frozenset("人名位个家户所件辆座处项台张头株册")


def answer_portion(inquiry: Inquiry) -> Answer | None:
    """How many a stated share comes to."""
    if _asks_share(inquiry):
        return None
    held = _in_any_unit(inquiry)
    for found in held.candidates.fits:
        if found.missing or found.conflicts or not _is_share(held, found):
            continue
        whole = _whole_of(held, found.evidence)
        if whole is not None and _fits_unit(inquiry, whole):
            return _so_many(whole, found.evidence)
    return None


def answer_whole(inquiry: Inquiry) -> Answer | None:
    """全市总人口多少: of 老年人口21.8万人，占总人口的23.1%."""
    if _asks_share(inquiry):
        return None
    held = _in_any_unit(inquiry)
    for found in held.candidates.fits:
        part, takes_up, whole = zones_of(found.evidence).label.partition("占")
        if found.missing or found.conflicts or not takes_up or not whole.endswith("比重"):
            continue
        words = inquiry.question.required
        if not words or not all(any(form in whole for form in w.forms) for w in words):
            continue
        before = _part_before(held, found.evidence, part)
        if before is not None and value(found.evidence):
            return _grossed_up(before, found.evidence)
    return None


def _asks_share(inquiry: Inquiry) -> bool:
    """A share itself is asked for, or something is claimed."""
    question = inquiry.question
    return Ask.YESNO in question.asks or _SHARE_ASKED.search(question.text) is not None


def _in_any_unit(inquiry: Inquiry) -> Inquiry:
    """The question held against shares as well."""
    return inquiry.with_question(replace(inquiry.question, unit=""), Indicator)


def _part_before(inquiry: Inquiry, share: Evidence, part: str) -> Evidence | None:
    """The figure whose share it is."""
    rows = [
        f.evidence
        for f in inquiry.candidates.of(Indicator)
        if f.evidence.quote == share.quote and zones_of(f.evidence).label == part
    ]
    return rows[0] if len(rows) == 1 else None


def _grossed_up(part: Evidence, share: Evidence) -> Answer:
    unit = unit_of(part)
    whole = number((value(part) / value(share) * 100).quantize(Decimal("0.1")))
    shown = f"{number(value(part))}÷{number(value(share))}%≈{whole}{unit}"
    return computed(
        f"约{whole}{unit}", f"{sentence(part)}，{sentence(share)}，{shown}（推算）", (part, share)
    )


def _is_share(inquiry: Inquiry, found: Fit) -> bool:
    """A share of what stands before it, that names what is asked itself."""
    row = found.evidence
    own = zones_of(row).own
    of_it = zones_of(row).label.endswith("占比")  # 占管网总长的31% is a share of something else
    if unit_of(row) != "%" or not of_it or not _TAKES_UP.search(own):
        return False
    ages = AGE.findall(inquiry.question.text)
    told = bool(ages) and set(ages) <= set(AGE.findall(own))
    return told or any(s.value in ("core", "own") and len(w.text) > 1 for w, s in found.support)


def _whole_of(inquiry: Inquiry, share: Evidence) -> Evidence | None:
    """The count before it in its sentence; 占全市总床位数24.3% is a share of something not told."""
    if re.search("占[全总][^，。]", zones_of(share).own):
        return None
    rows = [
        row
        for row in inquiry.figures_before(share)
        if isinstance(row.fact, Indicator)
        and row.fact.total is None
        and unit_of(row) not in (*_RATES, "岁", "元", "年")
    ]
    return rows[0] if len(rows) == 1 else None


def _fits_unit(inquiry: Inquiry, whole: Evidence) -> bool:
    asked = inquiry.question.unit
    return not asked or asked in unit_of(whole) or {asked, unit_of(whole)} <= _WHOLES


def _so_many(whole: Evidence, share: Evidence) -> Answer:
    unit = unit_of(whole)
    part = value(whole) * value(share) / 100
    digits = Decimal(1) if unit in _WHOLES else Decimal("0.01")
    said = number(part.quantize(digits))
    shown = f"{number(value(whole))}×{number(value(share))}%≈{said}{unit}"
    return computed(
        f"约{said}{unit}", f"{sentence(whole)}，{sentence(share)}，{shown}（推算）", (whole, share)
    )
