"""除A和B外还有几个, 不是A也不是B的: a total less the parts set apart, one or several."""

import re

from assistant.dialogue.answer import Answer
from assistant.dialogue.answering.inquiry import Inquiry
from assistant.dialogue.answering.reckoning import computed, value
from assistant.dialogue.answering.saying import label, number, sentence, unit_of
from assistant.dialogue.understanding.content import content_words
from knowledge import Evidence, Indicator

_NOT = "(?:不是|不属于|不算|不含|非)"
ASIDE = re.compile(
    rf"{_NOT}(?P<one>[^，。]{{2,10}}?)，?(?:也|又|且|和){_NOT}(?P<other>[^，。]{{2,10}}?)(?:类)?的"
    r"|除(?:了|去|开|掉)?(?P<out>[^，。]{2,20}?)(?:以外|之外|外|，|$| )"
    r"|(?:扣掉|去掉|减掉|刨去|刨掉|剔除|撇开|排除)(?P<off>[^，。]{2,20}?)(?:之后|以后|后|之外|以外|外|，|$)"
)
_JOINED = re.compile("、|以及|还有|[和与跟及]")
_NUMBERED = re.compile(r"[那这]?[0-9]+[个件项家人名位种类]")


def answer_apart(inquiry: Inquiry) -> Answer | None:
    """The total less every part named; none when one of them is no part of the same total."""
    found = ASIDE.search(inquiry.question.text)
    if not found:
        return None
    parts = [_part(inquiry, named) for named in _named(found)]
    rows = [part for part in parts if part is not None]
    totals = {getattr(row.fact, "total", None) for row in rows}
    if not rows or len(rows) < len(parts) or len(totals) != 1:
        return None
    rest = inquiry.question.text[: found.start()] + inquiry.question.text[found.end() :]
    whole = _whole(inquiry, rows[0], rest)
    return _less(whole, rows) if whole else None


def _named(found: re.Match[str]) -> list[str]:
    """What is set apart, each by itself."""
    joined = "、".join(part for part in found.groups() if part)
    return [name for name in _JOINED.split(_NUMBERED.sub("", joined)) if name.strip()]


def _part(inquiry: Inquiry, named: str) -> Evidence | None:
    """The part of a total that is called so (五金 for 五金刀具品牌)."""
    words = content_words(named, inquiry.library)[0]
    rows = [
        f.evidence
        for f in inquiry.candidates.of(Indicator)
        if getattr(f.evidence.fact, "total", None)
    ]
    mine = [
        row
        for row in rows
        if words and all(any(form in label(row) for form in w.forms) for w in words)
    ]
    return mine[0] if len({label(row) for row in mine}) == 1 else None


def _whole(inquiry: Inquiry, part: Evidence, rest: str) -> Evidence | None:
    """The total of these parts, when what else is asked names it."""
    mine = part.fact
    words = [w for w in content_words(rest, inquiry.library)[0] if w.name and not w.soft]
    for found in inquiry.candidates.of(Indicator):
        fact = found.evidence.fact
        if not isinstance(fact, Indicator) or not isinstance(mine, Indicator):
            continue
        called = all(any(form in fact.name for form in word.forms) for word in words)
        if fact.name == mine.total and not fact.total and fact.unit == mine.unit and called:
            return found.evidence
    return None


def _less(whole: Evidence, parts: list[Evidence]) -> Answer:
    rest = value(whole) - sum(value(part) for part in parts)
    unit = unit_of(whole)
    shown = "-".join(number(value(row)) for row in (whole, *parts))
    said = "，".join(sentence(row) for row in (whole, *parts))
    return computed(
        f"{number(rest)}{unit}", f"{said}，{shown}={number(rest)}{unit}（推算）", (whole, *parts)
    )
