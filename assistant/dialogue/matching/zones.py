"""The places of a fact where a word of the question may be found, as folded text.

`core` is the fact itself: its name, subject, level, status, year. `own` is the clause that states
it, `quote` the sentence around, `context` the headings and the letter's title.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from knowledge import (
    Action,
    Commitment,
    Contact,
    Evidence,
    Indicator,
    LetterField,
    Listing,
    Recognition,
    fold,
    to_chinese,
)

MEASURE_WORDS = {
    "存量": "现有 总数 总量 存量",
    "新增": "新增 增加 新",
    "增量": "增加 增长 提高 比去年 增量",
    "增长率": "增长率 增长 增幅",
    "目标": "目标 达到 计划",
    "累计": "累计 总数 总计",
    "预计": "预计 估计",
    "占比": "占比 比例 占",
    "标准": "标准 每",
}
PARTED = "|"
_JUDGED = re.compile("(?:评审|评选|审核|验收)(?:认定)?$")


@dataclass(frozen=True, slots=True)
class Zones:
    """Folded text of a fact, from the fact itself outwards; `label` names it for comparing."""

    label: str
    core: str
    own: str
    quote: str
    context: str


def zones_of(evidence: Evidence) -> Zones:
    """The zones of a fact; computed once a fact."""
    return _zones(evidence.fact, evidence.quote, evidence.headings, _about(evidence))


def _about(evidence: Evidence) -> str:
    """What the letter as a whole is about and from."""
    letter = evidence.letter.letter
    return PARTED.join([letter.title or "", letter.subject or "", letter.agency or ""])


@lru_cache(maxsize=50_000)
def _zones(fact: object, quote: str, headings: tuple[str, ...], title: str | None) -> Zones:
    label, core = _core(fact)
    folded = folded_text(quote)
    if isinstance(fact, Recognition):
        core = PARTED.join([core, _prize(folded_text(fact.title), folded)])
    return Zones(
        label=folded_text(label),
        core=folded_text(core),
        own=_own(fact, quote, folded),
        quote=folded,
        context=folded_text(PARTED.join([*headings, title or ""])),
    )


@lru_cache(maxsize=50_000)
def folded_text(text: str) -> str:
    """Folded, cached: the same headings stand over many facts."""
    return fold(text).text


def _prize(title: str, quote: str) -> str:
    """区长质量奖 of a sentence that tells who passed its 区长质量评审认定; "" where it names none."""
    prize = f"{_JUDGED.sub('', title)}奖"
    return prize if prize in quote and _JUDGED.search(title) else ""


def _own(fact: object, quote: str, folded: str) -> str:
    """The clause that states the fact, cut out of its quote."""
    place = getattr(fact, "place", None)
    if place is None or place.own.start < place.quote.start or place.own.end > place.quote.end:
        return folded
    start = place.own.start - place.quote.start
    return folded_text(quote[start : start + place.own.end - place.own.start]) or folded


def _core(fact: object) -> tuple[str, str]:
    """(label, core) of a fact."""
    match fact:
        case Indicator():
            return _indicator(fact)
        case Listing():
            names = [item.name for item in fact.items]
            groups = [item.group or "" for item in fact.items]
            counted = counted_name(fact)
            return fact.name, PARTED.join(
                [fact.name, counted, *names, *groups, fact.status or "", _year(fact.year)]
            )
        case Recognition():
            label = fact.holder + fact.title
            parts = [fact.holder, fact.title, fact.status, fact.level or "", _year(fact.year)]
            return label, PARTED.join(parts)
        case Commitment():
            words = fact.deadline.words if fact.deadline else ""
            return fact.text, PARTED.join(
                [fact.text, words, fact.unit_words, *fact.units, "承诺事项目标计划"]
            )
        case Action():
            return "", PARTED.join([fact.text, *fact.units, fact.phase])
        case LetterField():
            return fact.name, PARTED.join([fact.name, fact.value])
        case Contact():
            return "联系人", PARTED.join(["联系人联系电话", *fact.names, *fact.phones])
        case _:
            return "", str(getattr(fact, "text", ""))


def counted_name(fact: Listing) -> str:
    """四大证明商标 of a list of four named 证明商标; "" when it states no such number."""
    count = fact.count or 0
    return f"{to_chinese(count)}大{fact.name}" if 1 < count < 10 else ""


def _indicator(fact: Indicator) -> tuple[str, str]:
    label = (fact.subject or "") + (fact.level or "") + fact.name
    parts = [
        fact.name,
        fact.subject or "",
        fact.total or "",
        fact.scope or "",
        fact.level or "",
        fact.status or "",
        MEASURE_WORDS.get(fact.measure, ""),
        fact.time or "",
        _year(fact.year),
        fact.unit,
        fact.bound or "",
    ]
    return label, PARTED.join(part for part in parts if part)


def _year(year: int | None) -> str:
    return f"{year}年" if year else ""
