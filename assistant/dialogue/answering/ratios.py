"""平均每家多少: one figure of a sentence over another, per unit of what the second counts."""

import re
from decimal import Decimal

from assistant.dialogue.answer import Answer
from assistant.dialogue.answering.inquiry import Inquiry
from assistant.dialogue.answering.reckoning import computed, value
from assistant.dialogue.answering.saying import label, number, sentence, unit_of
from assistant.dialogue.answering.wanted import counts_doers
from assistant.dialogue.matching import Fit
from assistant.dialogue.question import Support
from knowledge import Evidence, Indicator

_PER = re.compile(
    r"(?:每|一)(万亩|人次|公里|平方米|[个家件项人户位名所亩台辆套座张条处栋间])|([生人户亩校])均"
)
PER_HEAD = re.compile("[人户]均(?=[\u4e00-\u9fff]{0,6}(?:多少|几))")
_OF_MONEY = re.compile(
    r"钱|(?:多少|几)(?:的?奖励|奖金|补助|补贴|资金|资助|经费|投资|融资)"
    r"|(?:奖|补|拨|花|融|贷|投|拿|分|领)(?:励|助|贴|资)?[了到得]?(?:多少|几多)(?=$|[，。？呢啊呀])"
)
_SHORT_UNITS = {"生": "人"}
_PER_NOUN = re.compile(r"每一?个([\u4e00-\u9fff]{2})")


def answer_ratio(inquiry: Inquiry) -> Answer | None:
    """平均每家多少: two figures of one sentence, the second counted in the unit behind 每."""
    found = _PER.search(inquiry.question.text)
    if not found:
        return None
    per = _SHORT_UNITS.get(found.group(1) or found.group(2), found.group(1) or found.group(2))
    named = _divisors_named(inquiry)
    pairs = [
        (
            above.score + _is_meant(inquiry, above) + below.score,
            above.evidence,
            below.evidence,
        )
        for below in inquiry.candidates.of(Indicator)
        if value(below.evidence)
        and (below.evidence in named if named else _is_divisor(inquiry, per, below.evidence))
        for above in _beside(inquiry, below)
    ]
    pairs = [row for row in pairs if unit_of(row[1]) == inquiry.question.unit] or pairs
    if not pairs:
        return None
    _, above, below = max(pairs, key=lambda pair: pair[0])
    return _ratio(above, below)


def _divisors_named(inquiry: Inquiry) -> list[Evidence]:
    """每个事项: the figures that count what is named behind 每, in whatever unit."""
    named = _PER_NOUN.search(inquiry.question.text)
    rows = [found.evidence for found in inquiry.candidates.of(Indicator)]
    return [row for row in rows if named and label(row).endswith(named[1])]


def _is_meant(inquiry: Inquiry, above: Fit) -> float:
    """What was talked about comes first, then money where no measure word is asked: 平均每家多少."""
    talked_of = any(row.fact is above.evidence.fact for row in inquiry.focus)
    money = (
        bool(inquiry.focus) and not inquiry.question.unit and unit_of(above.evidence).endswith("元")
    )
    return inquiry.near_focus(above) + talked_of + money


def _is_divisor(inquiry: Inquiry, per: str, row: Evidence) -> bool:
    """The things counted in the unit behind 每, or those whose number is told: 210个主体人均多少."""
    told = any(
        claim.value == value(row) and (claim.unit == unit_of(row) or counts_doers(row))
        for claim in inquiry.question.numbers
    )
    return told or _is_counted_in(per, row)


def _is_counted_in(per: str, row: Evidence) -> bool:
    """210个主体 is a number of firms: 平均每家."""
    firms = per in ("家", "户", "人") and unit_of(row) == "个" and counts_doers(row)
    return unit_of(row) == per or firms


def _beside(inquiry: Inquiry, below: Fit) -> list[Fit]:
    """Figures of the same sentence in the unit asked for, that together bear all the words."""
    asked = inquiry.question.unit
    money = asked in ("钱", "元", "块", "万", "万元", "亿元") or _OF_MONEY.search(
        inquiry.question.text
    )
    return [
        above
        for above in inquiry.candidates.of(Indicator)
        if above.evidence.quote == below.evidence.quote
        and unit_of(above.evidence) not in (unit_of(below.evidence), "%", "‰")
        and (not money or unit_of(above.evidence).endswith("元"))
        and not {w.text for w in above.missing} & {w.text for w in below.missing}
        and (inquiry.touches(above) or inquiry.touches(below) or below.bears(Support.CORE))
        and not above.conflicts
    ]


def _ratio(above: Evidence, below: Evidence) -> Answer:
    each = value(above) / value(below)
    said = number(each.quantize(Decimal("0.01")))
    rounded = number(each.quantize(Decimal(1))) if each > 100 else said
    unit = f"{unit_of(above)}/{unit_of(below)}"
    shown = f"{number(value(above))}÷{number(value(below))}≈{said}"
    head = f"约{rounded}{unit}"
    return computed(
        head, f"{head}。{sentence(above)}，{sentence(below)}，{shown}{unit}（推算）", (above, below)
    )
